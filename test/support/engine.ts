import 'reflect-metadata';

import {
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	PollContext,
	WorkflowExecute,
} from 'n8n-core';
import {
	NodeHelpers,
	setSafeRegexEngine,
	Workflow,
	type IAuthenticateGeneric,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodeParameters,
	type INodePropertyOptions,
	type INodeType,
	type IRun,
} from 'n8n-workflow';
import get from 'lodash/get';

// n8n's own gives a pattern 250 ms by the clock, and those pass on a machine that has other work too.
setSafeRegexEngine({
	exec: (pattern, input, flags) => new RegExp(pattern, flags).exec(input),
	test: (pattern, input, flags) => new RegExp(pattern, flags).test(input),
	replace: (pattern, input, flags, by) => input.replace(new RegExp(pattern, flags), by),
	matchAll: (pattern, input, flags = '') => [
		...input.matchAll(new RegExp(pattern, `${flags.replace('g', '')}g`)),
	],
	split: (pattern, input, flags) => input.split(new RegExp(pattern, flags)),
});

const start: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

/** A credential as n8n keeps it: its type and what was typed in. A token that is renewed is written into `values`. */
export interface Credential {
	readonly type: ICredentialType;
	readonly values: ICredentialDataDecryptedObject;
	/** Two credentials with the same ID are the same account to the engine. */
	readonly id?: string;
}

export interface Bench {
	readonly node: INodeType;
	readonly credential?: Credential;
}

let benches = 0;

/** A workflow with one node of the given type, and everything else that n8n's engine wants around it. */
function setUp({ node: type, credential }: Bench, given: INodeParameters, more: Partial<INode>) {
	const types: Record<string, INodeType> = { start, subject: type };
	const nodeTypes = {
		getByName: (name: string) => types[name],
		getByNameAndVersion: (name: string) => types[name],
		getKnownTypes: () => ({}),
	};
	const name = credential?.type.name ?? type.description.credentials?.[0].name ?? '';
	const authentication = type.description.properties.some((p) => p.name === 'authentication')
		? { authentication: name }
		: {};
	const subject: INode = {
		id: `node-${++benches}`,
		name: 'Subject',
		type: 'subject',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...(credential !== undefined && {
			credentials: { [name]: { id: credential.id ?? `credential-${benches}`, name } },
		}),
		...more,
	};
	// As n8n does when it loads a workflow: what the user never touched gets its default.
	subject.parameters =
		NodeHelpers.getNodeParameters(
			type.description.properties,
			{ ...authentication, ...given },
			true,
			false,
			subject,
			type.description,
		) ?? {};
	const first: INode = {
		id: 'start',
		name: 'Start',
		type: 'start',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = new Workflow({
		id: `workflow-${benches}`,
		active: false,
		nodes: [first, subject],
		nodeTypes,
		connections: { Start: { main: [[{ node: 'Subject', type: 'main', index: 0 }]] } },
		settings: { timezone: 'America/New_York' },
	});
	const additional = {
		hooks: new ExecutionLifecycleHooks('manual', '1', {} as never),
		credentialsHelper: credentialsHelper(workflow, subject, credential),
		executionId: '1',
		variables: {},
		currentNodeParameters: subject.parameters,
	};
	return { first, subject, workflow, additional };
}

/** Signs requests in as n8n does: the token is fetched when it is missing or refused, then put into the request. */
function credentialsHelper(workflow: Workflow, node: INode, credential?: Credential) {
	// Every request of a run has the same ones, and each takes as long as the rest of the request.
	const known = new Map<string, string>();
	const inText = (text: string, $credentials: IDataObject): string => {
		if (!text.startsWith('=')) return text;
		const key = JSON.stringify([text, $credentials]);
		const value =
			known.get(key) ??
			(workflow.expression.getParameterValue(text, null, 0, 0, node.name, [], 'internal', {
				$credentials,
			} as never) as string);
		known.set(key, value);
		return value;
	};
	const evaluated = (value: unknown, values: IDataObject): unknown => {
		if (typeof value === 'string') return value.startsWith('=') ? inText(value, values) : value;
		if (value === null || typeof value !== 'object') return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, member]) => [
				inText(key, values),
				evaluated(member, values),
			]),
		);
	};
	const inSelf = (value: unknown, self: IDataObject): unknown =>
		typeof value === 'string' && value.startsWith('=')
			? workflow.expression.getParameterValue(
					value,
					null,
					0,
					0,
					node.name,
					[],
					'internal',
					{},
					undefined,
					false,
					self,
				)
			: value;
	return {
		getParentTypes: () => credential?.type.extends ?? [],
		getCredentialsProperties: () => credential?.type.properties ?? [],
		isCredentialUsableByNode: () => true,
		/** Hidden fields of a credential may be expressions on its other fields, as the addresses of OAuth2 are. */
		async getDecrypted() {
			const { type, values = {} } = credential ?? {};
			const hidden = (type?.properties ?? []).filter((field) => field.type === 'hidden');
			return {
				...Object.fromEntries(hidden.map(({ name, default: set }) => [name, inSelf(set, values)])),
				...values,
			};
		},
		runPreAuthentication: async () => undefined,
		async updateCredentialsOauthTokenData(_node: unknown, _name: string, renewed: IDataObject) {
			Object.assign(credential?.values ?? {}, { oauthTokenData: renewed.oauthTokenData });
		},
		async preAuthentication(
			helpers: IHttpRequestHelper,
			given: ICredentialDataDecryptedObject,
			_name: string,
			_node: INode,
			expired: boolean,
		) {
			if (credential?.type.preAuthentication === undefined) return undefined;
			const { type, values } = credential;
			const token = type.properties.find(({ typeOptions }) => typeOptions?.expirable);
			if (token === undefined) return undefined;
			if (values[token.name] && !expired) return undefined;
			const fetched = await credential.type.preAuthentication.call(helpers, given);
			Object.assign(values, fetched);
			return fetched;
		},
		async authenticate(values: IDataObject, _type: string, request: IHttpRequestOptions) {
			const how = credential?.type.authenticate;
			if (how === undefined) return request;
			if (typeof how === 'function') return await how(values as never, request);
			const { properties } = evaluated(how, values) as IAuthenticateGeneric;
			for (const part of ['headers', 'qs', 'body', 'auth'] as const) {
				if (properties[part] === undefined) continue;
				Object.assign(request, { [part]: { ...(request[part] as object), ...properties[part] } });
			}
			return request;
		},
	};
}

export interface RunOptions {
	readonly items?: readonly IDataObject[];
	readonly binary?: INodeExecutionData['binary'];
	readonly onError?: INode['onError'];
}

export interface RunResult {
	readonly items: INodeExecutionData[];
	/** What went to the error output, where the node has one. */
	readonly errors: INodeExecutionData[];
	readonly error?: Error & { description?: string; httpCode?: string; context?: IDataObject };
}

/** Runs one node on n8n's own engine, as a workflow with that node alone would. */
export async function runNode(
	bench: Bench,
	parameters: INodeParameters,
	{ items = [{}], binary, onError }: RunOptions = {},
): Promise<RunResult> {
	const { first, workflow, additional } = setUp(bench, parameters, { onError });
	const run = await new WorkflowExecute(additional as never, 'manual', {
		resultData: { runData: {} },
		executionData: {
			contextData: {},
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: null,
			nodeExecutionStack: [
				{
					node: first,
					data: { main: [items.map((json) => ({ json, ...(binary && { binary }) }))] },
					source: null,
				},
			],
		},
	} as never).processRunExecutionData(workflow);
	const { runData, error } = run.data.resultData;
	const [output = [], failed = []] = runData.Subject?.[0].data?.main ?? [];
	return { items: output ?? [], errors: failed ?? [], ...(error && { error: error as never }) };
}

/** Asks a picker's list as the editor does. */
export async function searchList(
	bench: Bench,
	method: string,
	{
		filter,
		token,
		parameters = {},
	}: { filter?: string; token?: string; parameters?: INodeParameters } = {},
): Promise<INodeListSearchResult> {
	const { subject, workflow, additional } = setUp(bench, parameters, {});
	const context = new LoadOptionsContext(workflow, subject, additional as never, '');
	const search = bench.node.methods?.listSearch?.[method];
	if (search === undefined) throw new Error(`The node has no list search "${method}"`);
	return await search.call(context, filter, token);
}

/** Fills a dropdown as the editor does. */
export async function loadOptions(
	bench: Bench,
	method: string,
	parameters: INodeParameters = {},
): Promise<INodePropertyOptions[]> {
	const { subject, workflow, additional } = setUp(bench, parameters, {});
	const context = new LoadOptionsContext(workflow, subject, additional as never, '');
	const load = bench.node.methods?.loadOptions?.[method];
	if (load === undefined) throw new Error(`The node has no options method "${method}"`);
	return await load.call(context);
}

export interface Poller {
	/** One look for changes. `crash` throws the state away that this look saved, as a crash would. */
	poll(options?: { manual?: boolean; crash?: boolean }): Promise<INodeExecutionData[]>;
	/** What n8n keeps for the node between looks. */
	readonly state: IDataObject;
}

/** A trigger with state of its own, polled on n8n's own context. */
export function pollerOf(bench: Bench, parameters: INodeParameters, budgetMs = 36_000): Poller {
	const { subject, workflow, additional } = setUp(bench, parameters, {});
	const state: IDataObject = {};
	return {
		state,
		async poll({ manual = false, crash = false } = {}) {
			const before = JSON.stringify(state);
			const context = new PollContext(
				workflow,
				subject,
				additional as never,
				manual ? 'manual' : 'trigger',
				manual ? 'manual' : 'activate',
				undefined,
				undefined,
				undefined,
				undefined,
				() => state,
				() => budgetMs,
			);
			const output = await bench.node.poll?.call(context);
			if (crash) {
				for (const key of Object.keys(state)) delete state[key];
				Object.assign(state, JSON.parse(before));
			}
			return output?.[0] ?? [];
		},
	};
}

/** The type of an account: there may be a second one, `serviceChannelApi:subscriber`. */
const typeOf = (account: string): string => account.split(':')[0];

/** A node of a workflow in which one follows the other, with the account it signs in with. */
export interface ChainStep {
	readonly node: INode;
	readonly type: INodeType;
	readonly credential?: string;
}

/**
 * Runs a whole workflow on n8n's own engine, one node after the other.
 * @param credentials by account, which is mostly the name of their type; a token that is renewed is written into them
 */
export async function runChain(
	steps: readonly ChainStep[],
	credentials: Readonly<Record<string, Credential>>,
): Promise<IRun> {
	const types: Record<string, INodeType> = { start };
	const first: INode = {
		id: 'start',
		name: 'Start',
		type: 'start',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const nodes = steps.map(({ node, type, credential }): INode => {
		types[node.type] = type;
		const { properties } = type.description;
		const authentication =
			credential !== undefined && properties.some(({ name }) => name === 'authentication')
				? { authentication: typeOf(credential) }
				: {};
		const given = { ...authentication, ...node.parameters };
		const parameters =
			NodeHelpers.getNodeParameters(properties, given, true, false, node, type.description) ?? {};
		return {
			...node,
			parameters,
			...(credential !== undefined && {
				credentials: { [typeOf(credential)]: { id: credential, name: credential } },
			}),
		};
	});
	const getByName = (name: string) => types[name];
	const workflow = new Workflow({
		id: `chain-${++benches}`,
		active: false,
		nodes: [first, ...nodes],
		nodeTypes: { getByName, getByNameAndVersion: getByName, getKnownTypes: () => ({}) },
		connections: Object.fromEntries(
			nodes.map(({ name }, index) => [
				index === 0 ? first.name : nodes[index - 1].name,
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]),
		),
		settings: { timezone: 'America/New_York' },
	});
	const helpers = Object.fromEntries(
		Object.entries(credentials).map(([type, credential]) => [
			type,
			credentialsHelper(workflow, first, credential),
		]),
	);
	type Helper = ReturnType<typeof credentialsHelper>;
	/** Each call says somewhere in its arguments which credential it is about, or which node uses it. */
	const accountIn = (given: readonly unknown[], type: string): string => {
		const named = given.flatMap((one) => [get(one, 'id'), get(one, ['credentials', type, 'id'])]);
		return String(named.find((id) => typeof id === 'string' && id in helpers) ?? type);
	};
	const dispatch =
		<K extends keyof Helper>(method: K, position: number) =>
		(...given: unknown[]) =>
			(
				helpers[accountIn(given, String(given[position]))][method] as (...all: unknown[]) => unknown
			)(...given);
	const additional = {
		hooks: new ExecutionLifecycleHooks('manual', '1', {} as never),
		credentialsHelper: {
			getParentTypes: dispatch('getParentTypes', 0),
			getCredentialsProperties: dispatch('getCredentialsProperties', 0),
			isCredentialUsableByNode: () => true,
			getDecrypted: dispatch('getDecrypted', 2),
			runPreAuthentication: async () => undefined,
			updateCredentialsOauthTokenData: dispatch('updateCredentialsOauthTokenData', 1),
			preAuthentication: dispatch('preAuthentication', 2),
			authenticate: dispatch('authenticate', 1),
		},
		executionId: '1',
		variables: {},
	};
	return await new WorkflowExecute(additional as never, 'manual', {
		resultData: { runData: {} },
		executionData: {
			contextData: {},
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: null,
			nodeExecutionStack: [{ node: first, data: { main: [[{ json: {} }]] }, source: null }],
		},
	} as never).processRunExecutionData(workflow);
}
