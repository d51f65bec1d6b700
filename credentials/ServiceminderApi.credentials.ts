import {
	jsonParse,
	type IAuthenticate,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type IDataObject,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';

import { environments } from '../nodes/Serviceminder/environments';
import { apiUrlExpression, environmentFields } from '../nodes/shared/http/environment';

const REFUSED =
	'serviceminder refused the key. Check that it is copied whole, that it is active, and that its scope is the one chosen here: see Control Panel > API Keys.';

/**
 * A read that a key of the chosen scope may make. What waits for a data subscriber is left alone; nobody
 * has shown that the echo turns a wrong key away.
 */
const CHECK =
	'={{ $credentials.scope === "brand" ? "/organizations/query" : $credentials.scope === "dataSubscriber" ? "/test/echo" : "/organizations/details" }}';

export class ServiceminderApi implements ICredentialType {
	name = 'serviceminderApi';

	displayName = 'Serviceminder API';

	icon: Icon = {
		light: 'file:../icons/serviceminder.svg',
		dark: 'file:../icons/serviceminder.dark.svg',
	};

	documentationUrl = 'https://serviceminder.com';

	properties: INodeProperties[] = [
		...environmentFields(environments),
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Made in serviceminder under Control Panel > API Keys',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'options',
			options: [
				{
					name: 'Brand',
					value: 'brand',
					description: 'Distributes leads and finds contacts and organizations of the whole brand',
				},
				{
					name: 'Data Subscriber',
					value: 'dataSubscriber',
					description: 'Reads the feed and the downloads of a brand; issued by serviceminder only',
				},
				{
					name: 'Organization',
					value: 'organization',
					description: 'Does everything else within one organization',
				},
			],
			default: 'organization',
			description:
				'What the key was made for. It decides how the credential is tested, and what serviceminder lets it do.',
		},
		{
			displayName: 'Time Zone',
			name: 'timezone',
			type: 'string',
			default: '',
			placeholder: 'America/Chicago',
			description:
				'The time zone of the organization, in which serviceminder reads and writes all times. Empty sends times as they are typed.',
		},
	];

	/** serviceminder takes the key in the body of every call and in no header that anybody has proven. */
	authenticate: IAuthenticate = async (
		{ apiKey }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => ({
		...request,
		body: { ...objectIn(request.body), ApiKey: apiKey as string },
	});

	test: ICredentialTestRequest = {
		request: {
			baseURL: apiUrlExpression(environments),
			url: CHECK,
			method: 'POST',
			body: {},
		},
		rules: [
			// A refusal comes with status 200: as a number other than 0, or as an empty answer.
			{
				type: 'responseSuccessBody',
				properties: { key: 'ResultCode', value: 1, message: REFUSED },
			},
			{
				type: 'responseSuccessBody',
				properties: { key: 'ResultCode', value: undefined, message: REFUSED },
			},
		],
	};
}

/** A body may come as JSON text, and is missing where a call has nothing else to say. */
function objectIn(body: IHttpRequestOptions['body']): IDataObject {
	if (typeof body === 'string') return jsonParse<IDataObject>(body, { fallbackValue: {} });
	return body !== undefined && Object.getPrototypeOf(body) === Object.prototype
		? (body as IDataObject)
		: {};
}
