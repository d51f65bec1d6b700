import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { environments } from '../nodes/SchedulingCenter/environments';
import { apiUrlExpression, environmentFields } from '../nodes/shared/http/environment';

export class SchedulingCenterApi implements ICredentialType {
	name = 'schedulingCenterApi';

	displayName = 'Scheduling Center API';

	icon: Icon = {
		light: 'file:../icons/schedulingCenter.svg',
		dark: 'file:../icons/schedulingCenter.dark.svg',
	};

	documentationUrl = 'https://docs.oxifresh.com';

	properties: INodeProperties[] = [
		...environmentFields(environments),
		{
			displayName: 'API Username',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
			description: 'Issued together with the key by an administrator of Scheduling Center',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Not the password of a person, which the API refuses',
		},
		{
			displayName: 'Franchise ID',
			name: 'franchiseId',
			type: 'string',
			default: '',
			placeholder: '501',
			description:
				'The franchise to list records of where a node names none. Empty means every franchise that the API user may see.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			auth: {
				username: '={{ $credentials.username }}',
				password: '={{ $credentials.apiKey }}',
			},
		},
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: apiUrlExpression(environments),
			url: '/categories',
			qs: { limit: 1 },
			headers: { Accept: 'application/json' },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Check the API username and the API key. The password of a person is refused; an administrator of Scheduling Center issues the key.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'Nothing is found there. Check the environment and the base URL.',
				},
			},
		],
	};
}
