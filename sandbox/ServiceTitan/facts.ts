import type { ContractParameter, JsonSchema } from '../core/contract';
import accounting from './facts/accounting.json';
import crm from './facts/crm.json';
import dispatch from './facts/dispatch.json';
import equipmentsystems from './facts/equipmentsystems.json';
import forms from './facts/forms.json';
import inventory from './facts/inventory.json';
import jbce from './facts/jbce.json';
import jpm from './facts/jpm.json';
import marketing from './facts/marketing.json';
import marketingads from './facts/marketingads.json';
import memberships from './facts/memberships.json';
import payroll from './facts/payroll.json';
import pricebook from './facts/pricebook.json';
import sales from './facts/sales.json';
import serviceAgreements from './facts/service-agreements.json';
import settings from './facts/settings.json';
import taskmanagement from './facts/taskmanagement.json';
import telecom from './facts/telecom.json';

/**
 * What the OpenAPI documents say in a form that a machine reads: those of 2025, and those of 2022 for
 * marketing, marketing ads, payroll and the calls of telecom v2, which 2025 does not have.
 *
 * A type is written `integer`, `date-time`, `(one|two)` for an enumeration, `@Name` for a structure,
 * `[type]` for a list; `?` after it for one that may be null, `!` for one that must be there.
 */
export interface EndpointFacts {
	/** The type of the body. */
	readonly body?: string;
	/** Query parameters of which more is known than the contract says. */
	readonly query?: Readonly<Record<string, string>>;
	/** The fields that `sort` names, where the documents list them. */
	readonly sort?: readonly string[];
	/** Whether inactive records stay away unasked. */
	readonly activeOnly?: boolean;
	/** The status of success, where it is not 200. */
	readonly status?: number;
	/** What `answer` is the type of: the records of a page, of a feed or of a bare list, or the whole. */
	readonly kind?: 'page' | 'feed' | 'list' | 'one' | 'data' | 'value';
	readonly answer?: string;
}

/** The members of a structure with their types. */
export type Members = Readonly<Record<string, string>>;

interface ModuleFacts {
	readonly endpoints: Readonly<Record<string, EndpointFacts>>;
	readonly schemas: Readonly<Record<string, Members>>;
}

const MODULES: Readonly<Record<string, object>> = {
	accounting,
	crm,
	dispatch,
	equipmentsystems,
	forms,
	inventory,
	jbce,
	jpm,
	marketing,
	marketingads,
	memberships,
	payroll,
	pricebook,
	sales,
	'service-agreements': serviceAgreements,
	settings,
	taskmanagement,
	telecom,
};

/** A type that was read. */
export interface TypeFacts {
	readonly kind: 'plain' | 'words' | 'structure' | 'list';
	/** The name of a plain type or of a structure. */
	readonly name: string;
	readonly words: readonly string[];
	readonly item?: TypeFacts;
	readonly nullable: boolean;
	readonly required: boolean;
}

const read = new Map<string, TypeFacts>();

/** Reads a type as the facts write it. */
export function typeFacts(text: string): TypeFacts {
	const known = read.get(text);
	if (known) return known;
	const [, core = '', marks = ''] = /^(.*?)([?!]*)$/.exec(text) ?? [];
	const more = { nullable: marks.includes('?'), required: marks.includes('!') };
	let type: TypeFacts = { kind: 'plain', name: core, words: [], ...more };
	if (core.startsWith('(')) {
		type = { kind: 'words', name: 'string', words: core.slice(1, -1).split('|'), ...more };
	} else if (core.startsWith('@')) {
		type = { kind: 'structure', name: core.slice(1), words: [], ...more };
	} else if (core.startsWith('[')) {
		const item = typeFacts(core.slice(1, -1));
		type = { kind: 'list', name: item.name, words: item.words, item, ...more };
	}
	read.set(text, type);
	return type;
}

const facts = (module: string) => MODULES[module] as ModuleFacts;
const moduleOf = (key: string) => key.split('/')[1];

/** What is known of the endpoint with that key, `GET /jpm/v2/tenant/{tenant}/jobs`. */
export function endpointFacts(key: string): EndpointFacts {
	const known = facts(moduleOf(key))?.endpoints[key];
	if (!known) throw new Error(`The documents do not have ${key}`);
	return known;
}

/** The members of a structure; `jpm.JobResponse`, or a name and the module it stands in. */
export function membersOf(name: string, module = name.split('.')[0]): Members {
	const own = name.startsWith(`${module}.`) ? name.slice(module.length + 1) : name;
	const members = facts(module)?.schemas[own] ?? facts(module)?.schemas[name];
	if (!members) throw new Error(`The documents of ${module} have no ${name}`);
	return members;
}

/** The members of what an endpoint answers; nothing where it does not answer with a structure. */
export function answerMembers(key: string): Members | undefined {
	const { answer } = endpointFacts(key);
	if (!answer?.startsWith('@')) return undefined;
	return membersOf(typeFacts(answer).name, moduleOf(key));
}

const PLAIN_PARAMETERS: Readonly<Record<string, string>> = { 'date-time': 'datetime' };

const REFINED: Readonly<Record<string, JsonSchema>> = {
	'date-time': { format: 'date-time' },
	date: { format: 'date' },
	guid: { format: 'uuid' },
	// Hours and minutes, days before them and seconds behind them as far as needed.
	duration: { pattern: '^(\\d+\\.)?\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$' },
};

/** What the contract leaves open, in the form that a vendor of the sandbox adds to it. */
export interface ReadAdditions {
	readonly structures: Record<string, Record<string, ContractParameter>>;
	readonly enumerations: Record<string, readonly string[]>;
	/** By key and name, `POST /path member.member`. */
	readonly refinements: Map<string, JsonSchema>;
}

/** All structures, enumerations and formats of all endpoints. */
export function readAdditions(): ReadAdditions {
	const additions: ReadAdditions = { structures: {}, enumerations: {}, refinements: new Map() };
	for (const module of Object.keys(MODULES)) {
		for (const [key, { body, query = {} }] of Object.entries(facts(module).endpoints)) {
			for (const [name, type] of Object.entries(query)) addValues(key, name, typeFacts(type));
			if (body !== undefined) {
				additions.structures[key] = {};
				addBody(module, key, typeFacts(body));
			}
		}
	}
	return additions;

	function addValues(key: string, name: string, type: TypeFacts): void {
		const one = type.item ?? type;
		const at = `${key} ${name.replace(/\[\]/g, '').replace(/^\./, '')}`;
		if (one.words.length > 0) additions.enumerations[at] = one.words;
		const refined = type.kind === 'plain' ? REFINED[one.name] : undefined;
		if (refined) additions.refinements.set(at, refined);
	}

	function addBody(module: string, key: string, type: TypeFacts): void {
		if (type.kind === 'structure') addMembers(module, key, '', type.name, []);
		if (type.kind === 'list') addMember(module, key, '[]', { ...type, required: true }, []);
	}

	function addMembers(
		module: string,
		key: string,
		prefix: string,
		structure: string,
		within: readonly string[],
	): void {
		for (const [name, text] of Object.entries(membersOf(structure, module))) {
			addMember(module, key, prefix + name, typeFacts(text), within);
		}
	}

	function addMember(
		module: string,
		key: string,
		name: string,
		type: TypeFacts,
		within: readonly string[],
	): void {
		const one = type.item ?? type;
		// The documents write a file as a member of JSON; what is meant is a form with a part.
		if (one.name === 'file') {
			additions.structures[key][name] = { in: 'form', type: 'file', required: true };
			return;
		}
		additions.structures[key][name] = {
			in: 'body',
			type: parameterType(type),
			required: type.required,
		};
		addValues(key, name, type);
		// A structure within itself stays open.
		if (one.kind !== 'structure' || within.includes(one.name)) return;
		const prefix = type.kind === 'list' && name !== '[]' ? `${name}[].` : `${name}.`;
		addMembers(module, key, prefix, one.name, [...within, one.name]);
	}
}

function parameterType(type: TypeFacts): string {
	if (type.kind === 'structure') return 'object';
	if (type.kind !== 'list') return PLAIN_PARAMETERS[type.name] ?? type.name;
	const plain = type.item?.kind === 'plain' || type.item?.kind === 'words';
	return plain ? `array of ${type.name}` : 'array';
}
