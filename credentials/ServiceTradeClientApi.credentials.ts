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

import { environments } from '../nodes/ServiceTrade/environments';
import { apiUrl, apiUrlExpression, environmentFields } from '../nodes/shared/http/environment';
import { signIn } from '../nodes/shared/http/signIn';

export class ServiceTradeClientApi implements ICredentialType {
	name = 'serviceTradeClientApi';

	displayName = 'ServiceTrade Client API';

	icon: Icon = {
		light: 'file:../icons/serviceTrade.svg',
		dark: 'file:../icons/serviceTrade.dark.svg',
	};

	documentationUrl = 'https://api.servicetrade.com/api/docs';

	properties: INodeProperties[] = [
		...environmentFields(environments),
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
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
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/**
	 * n8n calls this when there is no token yet and once more when ServiceTrade answers 401. The
	 * reference does not describe this sign-in; it is what the vendor's own SDKs do, which send the
	 * client ID and secret in the body. A refresh token that may come along is not needed.
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const { access_token: accessToken } = await signIn(this, {
			vendor: 'ServiceTrade',
			url: `${apiUrl(environments, credentials)}/oauth2/token`,
			form: true,
			body: {
				grant_type: 'client_credentials',
				client_id: credentials.clientId as string,
				client_secret: credentials.clientSecret as string,
			},
			advice:
				'Check client ID, client secret and environment. An account without an API client signs in with a user name and password instead.',
		});
		return { accessToken };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{ $credentials.accessToken }}' } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: apiUrlExpression(environments), url: '/accountsettings' },
	};
}
