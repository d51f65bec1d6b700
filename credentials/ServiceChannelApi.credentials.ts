import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { environments } from '../nodes/ServiceChannel/environments';
import { apiUrlExpression, authUrl, environmentFields } from '../nodes/shared/http/environment';
import { signIn } from '../nodes/shared/http/signIn';

export class ServiceChannelApi implements ICredentialType {
	name = 'serviceChannelApi';

	displayName = 'ServiceChannel API';

	icon: Icon = {
		light: 'file:../icons/serviceChannel.svg',
		dark: 'file:../icons/serviceChannel.dark.svg',
	};

	documentationUrl = 'https://developer.servicechannel.com/';

	properties: INodeProperties[] = [
		...environmentFields(environments),
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description:
				'From the app that you registered in the developer portal. Each environment has its own apps.',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'User Name',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
			description: 'The user whose rights the workflows have',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** n8n calls this when there is no token yet and once more when ServiceChannel answers 401. A token lives 600 seconds. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const { access_token: accessToken } = await signIn(this, {
			vendor: 'ServiceChannel',
			url: `${authUrl(environments, credentials)}/oauth/token`,
			form: true,
			basic: {
				username: credentials.clientId as string,
				password: credentials.clientSecret as string,
			},
			body: {
				grant_type: 'password',
				username: credentials.username as string,
				password: credentials.password as string,
			},
			// More than one call in 5 seconds is turned away, and items at work together lose their token together.
			rest: { seconds: 5, refused: credentials.accessToken },
			advice:
				'Check client ID and client secret, which belong to one environment, and user name and password. A redirect means that the client is not known in this environment.',
		});
		return { accessToken };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: { Authorization: '=Bearer {{ $credentials.accessToken }}' },
		},
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: apiUrlExpression(environments),
			url: '/users/current/profile',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'There is no ServiceChannel API at this address. The base URL has to end in /v3.',
				},
			},
		],
	};
}
