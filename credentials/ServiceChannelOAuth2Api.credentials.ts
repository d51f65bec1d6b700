import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { environments } from '../nodes/ServiceChannel/environments';
import { authUrlExpression, environmentFields } from '../nodes/shared/http/environment';

/** Signs in as the user who connects it. n8n renews the token by itself. */
export class ServiceChannelOAuth2Api implements ICredentialType {
	name = 'serviceChannelOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'ServiceChannel OAuth2 API';

	icon: Icon = {
		light: 'file:../icons/serviceChannel.svg',
		dark: 'file:../icons/serviceChannel.dark.svg',
	};

	documentationUrl = 'https://developer.servicechannel.com/';

	properties: INodeProperties[] = [
		...environmentFields(environments),
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: authUrlExpression(environments, '/oauth/authorize'),
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: authUrlExpression(environments, '/oauth/token'),
		},
		{
			// Rights come from the user; ServiceChannel has no scopes.
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'header',
		},
	];
}
