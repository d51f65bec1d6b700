import {
	UserError,
	type IAuthenticateGeneric,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestHelper,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';

import { environments } from '../nodes/ServiceTrade/environments';
import { apiUrl, apiUrlExpression, environmentFields } from '../nodes/shared/http/environment';
import { signIn } from '../nodes/shared/http/signIn';

const ADVICE =
	'Check the user name and the password by logging in to ServiceTrade with them, and the environment.';

export class ServiceTradeApi implements ICredentialType {
	name = 'serviceTradeApi';

	displayName = 'ServiceTrade API';

	icon: Icon = {
		light: 'file:../icons/serviceTrade.svg',
		dark: 'file:../icons/serviceTrade.dark.svg',
	};

	documentationUrl = 'https://api.servicetrade.com/api/docs';

	properties: INodeProperties[] = [
		...environmentFields(environments),
		{
			displayName: 'User Name',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
			description: 'Better a user of its own, whose role allows what the workflows do',
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
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/**
	 * n8n calls this when there is no session yet and once more when ServiceTrade answers 401. A user
	 * may have about 100 sessions, after which the oldest end, so one is kept and used by everybody.
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const { data } = await signIn(this, {
			vendor: 'ServiceTrade',
			url: `${apiUrl(environments, credentials)}/auth`,
			body: {
				username: credentials.username as string,
				password: credentials.password as string,
			},
			reason: ({ messages }) => [(messages as IDataObject | undefined)?.error ?? []].flat()[0],
			advice: ADVICE,
		});
		// A refusal carries a token as well, which opens nothing.
		const { authenticated, authToken: sessionToken } = (data ?? {}) as IDataObject;
		if (authenticated !== true || !sessionToken) {
			throw new UserError(`ServiceTrade did not accept the sign-in. ${ADVICE}`);
		}
		return { sessionToken };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Cookie: '=PHPSESSID={{ $credentials.sessionToken }}' } },
	};

	// Not `GET /auth`: that answers 404 to a session that has ended, and n8n only renews it on a 401.
	test: ICredentialTestRequest = {
		request: { baseURL: apiUrlExpression(environments), url: '/accountsettings' },
	};
}
