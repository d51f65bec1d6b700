import { escapeRegExp } from 'lodash';

import type { Problem } from './refusal';

/** A parameter as a contract file has it. */
export interface ContractParameter {
	readonly in: 'query' | 'body' | 'form';
	/** `integer`, `string`, `array of integer` and so on; a word that is not known allows everything. */
	readonly type: string;
	readonly required?: boolean;
}

export interface ContractEndpoint {
	readonly method: string;
	readonly path: string;
	readonly params: Readonly<Record<string, ContractParameter>>;
	/** The document names the endpoint but not what it takes, so nothing is checked. */
	readonly parametersUnknown?: boolean;
	readonly undocumented?: boolean;
}

export type JsonSchema = Record<string, unknown>;

/** What a vendor adds to its contract; see VendorDefinition for the meaning of each. */
export interface ContractAdditions {
	readonly structures?: Readonly<Record<string, Readonly<Record<string, ContractParameter>>>>;
	readonly everywhere?: Readonly<Record<string, ContractParameter>>;
	readonly enumerations?: Readonly<Record<string, readonly unknown[]>>;
	readonly refine?: (name: string, endpoint: ContractEndpoint) => JsonSchema | undefined;
	readonly nulls?: boolean;
	readonly queryLists?: 'repeated' | 'commas';
	readonly queryBooleans?: { readonly true: readonly string[]; readonly false: readonly string[] };
	readonly caseInsensitivePaths?: boolean;
	/** Whether a path may end in one slash more than it is written with. */
	readonly trailingSlashes?: boolean;
}

/** An endpoint of a vendor with everything the sandbox checks about it. */
export interface Route {
	/** `GET /jobs/{id}`, as the contract writes it. */
	readonly key: string;
	readonly endpoint: ContractEndpoint;
	readonly placeholders: readonly string[];
	readonly pattern: RegExp;
	/** Undefined where nothing is checked. */
	readonly querySchema: JsonSchema | undefined;
	readonly bodySchema: JsonSchema | undefined;
	/** For a body that came as a form, where every value is text. */
	readonly formSchema: JsonSchema | undefined;
	readonly takesForm: boolean;
	/** Turns the text of a checked query or form into numbers, booleans and lists. */
	readText(raw: Readonly<Record<string, string | string[]>>): Record<string, unknown>;
}

/** A path with `{placeholders}` as an anchored pattern; anything without a leading slash is one already. */
export function pathPattern(path: string, flags = '', end = '$'): RegExp {
	if (!path.startsWith('/')) return new RegExp(path, flags);
	// A path arrives encoded: a space in it as %20.
	const literal = path
		.split(/\{[^}]*\}/)
		.map((part) => escapeRegExp(part).replace(/ /g, '(?: |%20)'));
	return new RegExp(`^${literal.join('([^/]+?)')}${end}`, flags);
}

/** A name with open brackets, or with a star for its last part, as a pattern. */
const anyMember = (name: string) =>
	`^${escapeRegExp(name).replaceAll('\\[\\]', '\\[[^\\]]+\\]').replace(/\\\*$/, '.+')}$`;

const INTEGER = '^[+-]?\\d+$';
const NUMBER = '^[+-]?\\d+(\\.\\d+)?$';
const DEFAULT_BOOLEANS = { true: ['true', 'True'], false: ['false', 'False'] };

const BODY_TYPES: Readonly<Record<string, JsonSchema>> = {
	integer: { type: 'integer' },
	number: { type: 'number' },
	boolean: { type: 'boolean' },
	string: { type: 'string' },
	object: { type: 'object' },
	array: { type: 'array' },
	'array of integer': { type: 'array', items: { type: 'integer' } },
	'array of string': { type: 'array', items: { type: 'string' } },
	datetime: { type: 'string' },
	date: { type: 'string' },
	'json-string': { type: 'string' },
	options: { type: ['string', 'number'] },
};

interface Member {
	parameter?: ContractParameter;
	list: boolean;
	readonly name: string;
	readonly members: Map<string, Member>;
}

/** `Matches[].Name` and `source.type` are members of structures, `[].id` of those of a body that is a list. */
function memberTree(parameters: Readonly<Record<string, ContractParameter>>): Member {
	const root: Member = { name: '', list: false, members: new Map() };
	for (const [name, parameter] of Object.entries(parameters)) {
		let member = root;
		for (const part of name.split('.')) {
			const key = part.replace(/\[\]$/, '');
			if (key === '') {
				root.list ||= name !== '[]' || parameter.type.startsWith('array');
				continue;
			}
			const next = member.members.get(key) ?? {
				name: member.name ? `${member.name}.${key}` : key,
				list: false,
				members: new Map<string, Member>(),
			};
			next.list ||= part.endsWith('[]');
			member.members.set(key, next);
			member = next;
		}
		member.parameter = parameter;
	}
	return root;
}

function merge(schema: JsonSchema, more: JsonSchema | undefined, nulls: boolean): JsonSchema {
	const merged: JsonSchema = { ...schema, ...more };
	if (!nulls || merged.type === undefined) return merged;
	merged.type = [...new Set([merged.type, 'null'].flat())];
	if (Array.isArray(merged.enum)) merged.enum = [...(merged.enum as unknown[]), null];
	return merged;
}

/** A member that must be there makes the structure around it one that must be there. */
function isRequired(member: Member): boolean {
	if (member.parameter) return member.parameter.required === true;
	return [...member.members.values()].some(isRequired);
}

/** Builds the routes of a vendor. Two that differ in placeholder names only become one. */
export function readContract(
	contract: { readonly endpoints: readonly object[] },
	additions: ContractAdditions,
) {
	const endpoints = contract.endpoints as readonly ContractEndpoint[];
	const flags = additions.caseInsensitivePaths ? 'i' : '';
	const end = additions.trailingSlashes ? '/?$' : '$';
	const booleans = additions.queryBooleans ?? DEFAULT_BOOLEANS;
	const byShape = new Map<string, Route>();
	const byKey = new Map<string, Route>();

	for (const endpoint of endpoints) {
		const key = `${endpoint.method} ${endpoint.path}`;
		const shape = key.replace(/\{[^}]*\}/g, '{}');
		const route = byShape.get(shape) ?? routeOf(endpoint, key);
		byShape.set(shape, route);
		byKey.set(key, route);
	}

	// The route with the most literal text wins: `/customers/contacts` before `/customers/{id}`.
	const literalLength = ({ endpoint }: Route) => endpoint.path.replace(/\{[^}]*\}/g, '').length;
	const routes = [...byShape.values()].sort(
		(a, b) => a.placeholders.length - b.placeholders.length || literalLength(b) - literalLength(a),
	);

	return {
		routes,
		byKey,
		/** The route of a request, `method` if only other methods know the path, or nothing. */
		find(method: string, path: string): Route | 'method' | undefined {
			let otherMethod = false;
			for (const route of routes) {
				if (!route.pattern.test(path)) continue;
				if (route.endpoint.method === method) return route;
				otherMethod = true;
			}
			return otherMethod ? 'method' : undefined;
		},
	};

	function routeOf(endpoint: ContractEndpoint, key: string): Route {
		const parameters: Record<string, ContractParameter> = {
			...endpoint.params,
			...additions.everywhere,
			...additions.structures?.[key],
		};
		const unchecked = endpoint.parametersUnknown === true || endpoint.undocumented === true;
		const inPart = (...parts: readonly string[]) =>
			Object.fromEntries(
				Object.entries(parameters).filter(([, { in: part }]) => parts.includes(part)),
			);
		let schemas: Pick<Route, 'querySchema' | 'bodySchema' | 'formSchema'> | undefined;
		// Built on first use: a process that starts five vendors knows some 1,800 endpoints.
		const built = () =>
			(schemas ??= unchecked
				? { querySchema: undefined, bodySchema: undefined, formSchema: undefined }
				: {
						querySchema: textSchema(inPart('query')),
						bodySchema: bodySchema(inPart('body')),
						formSchema: textSchema(inPart('form', 'body')),
					});

		return {
			key,
			endpoint,
			placeholders: [...endpoint.path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name),
			pattern: pathPattern(endpoint.path, flags, end),
			get querySchema() {
				return built().querySchema;
			},
			get bodySchema() {
				return built().bodySchema;
			},
			get formSchema() {
				return built().formSchema;
			},
			takesForm: Object.values(parameters).some(({ in: part }) => part === 'form'),
			readText: (raw) =>
				Object.fromEntries(
					Object.entries(raw).map(([name, value]) => [name, read(parameters[name]?.type, value)]),
				),
		};

		function refinements(name: string, type = ''): JsonSchema | undefined {
			const bySelf = additions.enumerations?.[`${key} ${name}`];
			const byName = additions.enumerations?.[name];
			// A name may stand for a word here and for a flag there: `active` is both at ServiceTitan.
			const wordOrNumber = /integer|number/.test(type) ? 'number' : 'string';
			const fits = type !== 'boolean' && typeof byName?.[0] === wordOrNumber;
			const values = bySelf ?? (fits ? byName : undefined);
			const refined = additions.refine?.(name, endpoint);
			return values ? { enum: values, ...refined } : refined;
		}

		function bodySchema(parts: Readonly<Record<string, ContractParameter>>): JsonSchema {
			return memberSchema(memberTree(parts));
		}

		function memberSchema(member: Member): JsonSchema {
			const { parameter, members, list, name } = member;
			const nulls = additions.nulls === true && parameter !== undefined && !parameter.required;
			const isList = list || parameter?.type.startsWith('array') === true;
			// A body that is nothing but a number or a text stands in the contract as `[]`, as one list does.
			if (members.size === 0 && (name !== '' || isList || parameter !== undefined)) {
				const known = BODY_TYPES[parameter?.type ?? ''] ?? {};
				const refined = refinements(name, parameter?.type);
				if (!isList) return merge(known, refined, nulls);
				const { enum: values, ...rest } = refined ?? {};
				return merge(
					{ ...known, type: 'array', ...(values ? { items: { enum: values } } : {}) },
					rest,
					nulls,
				);
			}
			const structure: JsonSchema = {
				type: 'object',
				properties: Object.fromEntries(
					[...members].map(([key, child]) => [key, memberSchema(child)]),
				),
				required: [...members].filter(([, child]) => isRequired(child)).map(([key]) => key),
				additionalProperties: false,
			};
			return isList
				? merge({ type: 'array', items: structure }, refinements(name, parameter?.type), nulls)
				: merge(structure, undefined, nulls);
		}

		function textSchema(parts: Readonly<Record<string, ContractParameter>>): JsonSchema {
			return {
				type: 'object',
				properties: Object.fromEntries(
					Object.entries(parts).map(([name, { type }]) => [name, textType(name, type)]),
				),
				// `meta[]` also stands for `meta[key]`, as PHP reads it, `owners[].id` for `owners[0].id`,
				// and `meta.*` for any member.
				patternProperties: Object.fromEntries(
					Object.entries(parts)
						.filter(([name]) => name.includes('[]') || name.endsWith('.*'))
						.map(([name, { type }]) => [anyMember(name), textType(name, type)]),
				),
				required: Object.entries(parts)
					.filter(([, { required }]) => required)
					.map(([name]) => name),
				additionalProperties: false,
			};
		}

		function textType(name: string, type: string): JsonSchema {
			const one = textOf(type.replace(/^array of /, ''));
			const { enum: values, ...others } = refinements(name, type) ?? {};
			const refined = Array.isArray(values) ? { enum: values.map(String), ...others } : others;
			if (type === 'file') return {};
			if (!type.startsWith('array')) return { ...one, ...refined };
			if (additions.queryLists === 'commas' && !name.endsWith('[]')) {
				const { pattern } = one;
				return typeof pattern === 'string'
					? { type: 'string', pattern: `^(${pattern.slice(1, -1)})(,(${pattern.slice(1, -1)}))*$` }
					: { type: 'string' };
			}
			const item = { ...one, type: 'string', ...refined };
			return { anyOf: [item, { type: 'array', items: item }] };
		}

		function textOf(type: string): JsonSchema {
			if (type === 'integer') return { type: 'string', pattern: INTEGER };
			if (type === 'number') return { type: 'string', pattern: NUMBER };
			if (type === 'boolean') {
				return { type: 'string', enum: [...booleans.true, ...booleans.false] };
			}
			return { type: 'string' };
		}

		function read(type: string | undefined, value: string | string[]): unknown {
			if (type === undefined) return value;
			if (type.startsWith('array')) {
				const texts =
					additions.queryLists === 'commas' ? [value].flat().join(',').split(',') : [value].flat();
				const itemType = type.replace(/^array( of )?/, '');
				return texts.map((text) => read(itemType || 'string', text));
			}
			const text = String(value);
			if (type === 'integer' || type === 'number') return text === '' ? undefined : Number(text);
			if (type === 'boolean') return booleans.true.includes(text);
			return value;
		}
	}
}

export type VendorContract = ReturnType<typeof readContract>;

interface SchemaError {
	readonly keyword: string;
	readonly instancePath: string;
	readonly params: Record<string, unknown>;
	readonly message?: string;
}

/** What the JSON schema validator found, in words that every vendor can use. */
export function problemsOf(
	errors: readonly SchemaError[] | null | undefined,
	part: Problem['in'],
): Problem[] {
	const problems = new Map<string, Problem>();
	for (const { keyword, instancePath, params, message = 'is not valid' } of errors ?? []) {
		// An "any of" is told by its members, of which the first is enough.
		if (keyword === 'anyOf') continue;
		const at = memberName(instancePath);
		const problem = { in: part, name: at, message };
		switch (keyword) {
			case 'additionalProperties': {
				const name = join(at, String(params.additionalProperty));
				add({ kind: 'unknown', in: part, name, message: 'is not a known parameter' });
				break;
			}
			case 'required': {
				const name = join(at, String(params.missingProperty));
				add({ kind: 'missing', in: part, name, message: 'is required' });
				break;
			}
			case 'enum': {
				const values = Array.isArray(params.allowedValues) ? params.allowedValues.join(', ') : '';
				add({ ...problem, kind: 'enumeration', message: `must be one of ${values}` });
				break;
			}
			case 'type':
			case 'format':
			case 'pattern':
				add({ ...problem, kind: 'type' });
				break;
			default:
				add({ ...problem, kind: 'value' });
		}
	}
	return [...problems.values()];

	function add(problem: Problem): void {
		if (!problems.has(problem.name)) problems.set(problem.name, problem);
	}
	function join(parent: string, name: string): string {
		return parent ? `${parent}.${name}` : name;
	}
}

/** `/appointments/0/start` as `appointments[0].start` */
function memberName(pointer: string): string {
	return pointer
		.split('/')
		.slice(1)
		.map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
		.reduce((name, part) => {
			if (/^\d+$/.test(part)) return `${name}[${part}]`;
			return name ? `${name}.${part}` : part;
		}, '');
}
