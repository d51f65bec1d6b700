import {
	UserError,
	type IAuthenticate,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';

import { environments } from '../nodes/SchedulingCenter/environments';
import { otherPathsIn, reroute, type OtherPath } from '../nodes/SchedulingCenter/paths';
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
		{
			displayName: 'Other Paths',
			name: 'otherPaths',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: '/households = /reports/households',
			description:
				'Some paths are missing from the vendor’s reference and are inferred. Where one is wrong, give the right one, a line each; {id} stands for one part: /campaigns/hide/{id} = /campaigns/{id}/hide.',
		},
	];

	// A path that begins with a slash comes from our nodes; n8n's own HTTP Request node gives whole
	// addresses under another name, and whoever writes those has the right path already.
	authenticate: IAuthenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => ({
		...request,
		...(request.url?.startsWith('/') && { url: reroute(request.url, othersOf(credential)) }),
		auth: {
			username: credential.username as string,
			password: credential.apiKey as string,
		},
	});

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

function othersOf(credential: ICredentialDataDecryptedObject): OtherPath[] {
	try {
		return otherPathsIn(credential);
	} catch (error) {
		throw new UserError((error as Error).message);
	}
}
