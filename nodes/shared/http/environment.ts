import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

export interface Environment {
	/** What the vendor calls it. */
	readonly name: string;
	/** Base URL of the API. */
	readonly api: string;
	/** Base URL of the sign-in, where that is another host. */
	readonly auth?: string;
}

/** The environments that a vendor runs, by the value that is saved in a credential. The first is the default. */
export type Environments = { readonly [value: string]: Environment };

/** Every credential can also point elsewhere: at a proxy, or at the sandbox of this project. */
const CUSTOM = 'custom';

/** The fields of a credential that say where the vendor is found. */
export function environmentFields(environments: Environments): INodeProperties[] {
	const known = Object.entries(environments);
	const [[first]] = known;
	const shown = { show: { environment: [CUSTOM] } };
	return [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				...known.map(([value, { name }]) => ({ name, value })),
				{ name: 'Custom', value: CUSTOM },
			],
			default: first,
			description: 'Which of the vendor’s systems to use',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: known[0][1].api,
			displayOptions: shown,
			description: 'Address of the API, for a proxy or a sandbox',
		},
		...(known.some(([, { auth }]) => auth !== undefined)
			? [
					{
						displayName: 'Sign-in URL',
						name: 'authBaseUrl',
						type: 'string' as const,
						default: '',
						placeholder: known[0][1].auth,
						displayOptions: shown,
						description: 'Address of the sign-in. Leave it empty where that is the same host.',
					},
				]
			: []),
	];
}

const trimmed = (url: unknown): string =>
	String(url ?? '')
		.trim()
		.replace(/\/+$/, '');

/** Base URL of the API for a credential, without a slash at its end. */
export const apiUrl = (
	environments: Environments,
	{ environment, baseUrl }: ICredentialDataDecryptedObject,
): string =>
	environment === CUSTOM
		? trimmed(baseUrl)
		: (environments[String(environment)] ?? Object.values(environments)[0]).api;

/** Base URL of the sign-in. A custom one that is empty is the host of the API, without its path. */
export function authUrl(
	environments: Environments,
	credential: ICredentialDataDecryptedObject,
): string {
	const { environment, authBaseUrl } = credential;
	const api = apiUrl(environments, credential);
	if (environment === CUSTOM) return trimmed(authBaseUrl) || originOf(api);
	const known = environments[String(environment)] ?? Object.values(environments)[0];
	return known.auth ?? originOf(api);
}

const originOf = (url: string): string => /^https?:\/\/[^/]+/.exec(url)?.[0] ?? url;

/**
 * An address of the sign-in as an expression on the fields of its own credential, for OAuth2
 * credentials, whose addresses n8n evaluates itself. `path` starts with a slash.
 */
export function authUrlExpression(environments: Environments, path: string): string {
	const urls = Object.fromEntries(
		Object.entries(environments).map(([value, { api, auth }]) => [value, auth ?? originOf(api)]),
	);
	const custom = `($self["authBaseUrl"] || $self["baseUrl"].trim().replace(/^(https?:\\/\\/[^\\/]+).*$/, "$1")).trim().replace(/\\/+$/, "")`;
	return `={{ ($self["environment"] === "${CUSTOM}" ? ${custom} : (${JSON.stringify(urls)})[$self["environment"]]) + "${path}" }}`;
}

/** The base URL as an expression, for the parts of a credential that n8n evaluates itself. */
export function apiUrlExpression(environments: Environments): string {
	const urls = Object.fromEntries(
		Object.entries(environments).map(([value, { api }]) => [value, api]),
	);
	return `={{ $credentials.environment === "${CUSTOM}" ? $credentials.baseUrl.trim().replace(/\\/+$/, "") : (${JSON.stringify(urls)})[$credentials.environment] }}`;
}
