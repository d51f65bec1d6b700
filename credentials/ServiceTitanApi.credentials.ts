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

import { environments } from '../nodes/ServiceTitan/environments';
import { apiUrlExpression, authUrl, environmentFields } from '../nodes/shared/http/environment';
import { signIn } from '../nodes/shared/http/signIn';

export class ServiceTitanApi implements ICredentialType {
	name = 'serviceTitanApi';

	displayName = 'ServiceTitan API';

	icon: Icon = {
		light: 'file:../icons/serviceTitan.svg',
		dark: 'file:../icons/serviceTitan.dark.svg',
	};

	documentationUrl = 'https://developer.servicetitan.io/';

	properties: INodeProperties[] = [
		...environmentFields(environments),
		{
			displayName: 'Tenant ID',
			name: 'tenantId',
			type: 'string',
			default: '',
			required: true,
			placeholder: '1234567890',
			description:
				'The number of your account, shown in ServiceTitan under Settings > API Application Access',
		},
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
			displayName: 'App Key',
			name: 'appApiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The key of your app in the developer portal. It is the same in both environments.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** n8n calls this when there is no token yet and once more when ServiceTitan answers 401. A token lives 15 minutes. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const { access_token: accessToken } = await signIn(this, {
			vendor: 'ServiceTitan',
			url: `${authUrl(environments, credentials)}/connect/token`,
			// ServiceTitan refuses a token request in JSON.
			form: true,
			body: {
				grant_type: 'client_credentials',
				client_id: credentials.clientId as string,
				client_secret: credentials.clientSecret as string,
			},
			advice:
				'Check client ID, client secret and environment: each app has its own pair per tenant and environment.',
		});
		return { accessToken };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				Authorization: '=Bearer {{ $credentials.accessToken }}',
				'ST-App-Key': '={{ $credentials.appApiKey }}',
			},
		},
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: apiUrlExpression(environments),
			url: '=/settings/v2/tenant/{{ $credentials.tenantId }}/business-units',
			qs: { page: 1, pageSize: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'The sign-in works, but the app may not read business units. Tick Settings > Business Units for it in the developer portal, or use the credential as it is.',
				},
			},
		],
	};
}
