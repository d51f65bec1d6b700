import { cloneDeepWith } from 'lodash';

import type { Allowance, AllowanceCounter } from './allowance';
import type { Clock } from './clock';
import type { Fault, Faults } from './faults';
import type { Row, Store } from './store';
import type { Tokens } from './tokens';
import type { Vendor } from './vendor';

/** A request that arrived, with secrets masked. */
export interface LoggedRequest {
	readonly method: string;
	/** As it arrived, without the query. */
	readonly path: string;
	readonly query: Row;
	readonly body: unknown;
	/** 0 while it is under way and where the connection was broken. */
	readonly status: number;
	/** By the vendor's clock, ISO in UTC. */
	readonly at: string;
	readonly account: string;
}

/** What a test or a demonstration can do to a vendor. */
export interface VendorControl {
	/** Everything as at the start: records, faults, log, clock, tokens, allowance. */
	reset(): void;
	/** The last 50,000 requests, the oldest first. */
	requests(): LoggedRequest[];
	clearRequests(): void;
	/** Holds every answer back by so many milliseconds; 0 for none. */
	delay(ms: number): void;
	fault(fault: Fault): void;
	clearFaults(): void;
	/** Ends all access tokens and sessions. */
	expireTokens(): void;
	/** Enforces a rate limit by account; null for none. */
	allowance(allowance: Allowance | null): void;
	/** Sets (ISO text), advances (seconds) or freezes the clock, in this order; says what it shows. */
	clock(change: { set?: string; advance?: number; freeze?: boolean }): { now: string };
	/** Adds a record as it is; an id and stamps are filled in where there are none. */
	add(collection: string, record: Row): Row;
	/** Merges top-level members; the stamp of the change moves unless `touch` is false. */
	change(collection: string, id: unknown, changes: Row, options?: { touch?: boolean }): Row;
	/** Adds another record like this one, made now. */
	copy(collection: string, id: unknown): Row;
	remove(collection: string, id: unknown): { removed: boolean };
	/** The IDs of all records of a collection, as text. */
	ids(collection: string): string[];
	/** Copies of all records of a collection. */
	records(collection: string): Row[];
	/** Adds so many believable records. */
	generate(collection: string, count: number): { records: number };
	/** Sets how many records a page has where the request does not say; 0 for as many as usual. */
	pageSize(records: number): void;
	/** Puts a new record before all others after every so many lists of a collection; 0 for never. */
	shiftPages(collection: string, everyNRequests: number): void;
	/** The collections that gave out a list since the log was cleared. */
	listed(): string[];
	/** The highest number of requests that were in flight at once since the last reset. */
	peak(): number;
}

/** The arguments of each action, in order, as the control port names them. */
const ACTION_ARGUMENTS: Readonly<Record<keyof VendorControl, readonly string[]>> = {
	reset: [],
	requests: [],
	clearRequests: [],
	delay: ['ms'],
	fault: ['*'],
	clearFaults: [],
	expireTokens: [],
	allowance: ['*'],
	clock: ['*'],
	add: ['collection', 'record'],
	change: ['collection', 'id', 'changes', 'options'],
	copy: ['collection', 'id'],
	remove: ['collection', 'id'],
	ids: ['collection'],
	records: ['collection'],
	generate: ['collection', 'count'],
	pageSize: ['records'],
	shiftPages: ['collection', 'everyNRequests'],
	listed: [],
	peak: [],
};

export const CONTROL_ACTIONS = Object.keys(ACTION_ARGUMENTS) as ReadonlyArray<keyof VendorControl>;

/** Does an action with the body of a request to the control port; `*` above is the body itself. */
export function act(control: VendorControl, action: keyof VendorControl, body: unknown): unknown {
	const named = (body ?? {}) as Row;
	const values = ACTION_ARGUMENTS[action].map((name) => (name === '*' ? body : named[name]));
	const optional = action === 'allowance' ? ['*'] : ['options'];
	const absent = ACTION_ARGUMENTS[action].find(
		(name, index) => values[index] === undefined && !optional.includes(name),
	);
	if (absent !== undefined)
		throw new Error(`${action} needs ${absent === '*' ? 'a body' : absent}`);
	return (control[action] as (...values: unknown[]) => unknown)(...values);
}

const MOST_LOGGED = 50_000;

/** Everything about a running vendor that changes. */
export interface VendorState {
	readonly vendor: Vendor;
	readonly store: Store;
	readonly clock: Clock;
	readonly tokens: Tokens;
	readonly faults: Faults;
	readonly allowance: AllowanceCounter;
	readonly traffic: Traffic;
}

/** Requests under way and past. */
export interface Traffic {
	delayMilliseconds: number;
	/** Records of a page where the request does not say how many; 0 for as many as usual. */
	pageSize: number;
	inFlight: number;
	peak: number;
	log: LoggedRequest[];
	/** Collections that gave out a list since the log was cleared. */
	readonly listed: Set<string>;
	/** By collection: how many lists between two shifts, and how many there were. */
	readonly shifts: Map<string, { every: number; lists: number }>;
	/** How many records were generated in each collection. */
	readonly generated: Map<string, number>;
}

export function createTraffic(): Traffic {
	return {
		delayMilliseconds: 0,
		pageSize: 0,
		inFlight: 0,
		peak: 0,
		log: [],
		listed: new Set(),
		shifts: new Map(),
		generated: new Map(),
	};
}

/** Writes a request down and returns what to call with its outcome. */
export function logRequest(
	{ traffic, clock }: Pick<VendorState, 'traffic' | 'clock'>,
	request: Pick<LoggedRequest, 'method' | 'path' | 'query' | 'body'>,
	secrets: readonly string[],
): (outcome: { status?: number; account?: string }) => void {
	const entry: { -readonly [Member in keyof LoggedRequest]: LoggedRequest[Member] } = {
		...(mask(request, secrets) as typeof request),
		status: 0,
		at: new Date(clock.now()).toISOString(),
		account: '',
	};
	traffic.log.push(entry);
	if (traffic.log.length > MOST_LOGGED * 1.2) traffic.log = traffic.log.slice(-MOST_LOGGED);
	return (outcome) => Object.assign(entry, outcome);
}

const SECRET_NAME = /secret|password|api_?key|token/i;

/** Secrets by the name of their member, and by their value wherever it turns up. */
function mask(value: unknown, secrets: readonly string[]): unknown {
	return cloneDeepWith(value, (part: unknown, name) => {
		if (typeof part !== 'string') return undefined;
		if (typeof name === 'string' && SECRET_NAME.test(name)) return '***';
		return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), part);
	});
}

/** A further record of a collection, as the vendor's generator makes it. */
export function addGenerated(state: VendorState, name: string, front: boolean): Row {
	const generator = state.vendor.generators?.[name];
	if (!generator) {
		const known = Object.keys(state.vendor.generators ?? {}).join(', ') || 'none';
		throw new Error(`${state.vendor.name} can generate: ${known}`);
	}
	const index = state.traffic.generated.get(name) ?? 0;
	state.traffic.generated.set(name, index + 1);
	return state.store.collection(name).add(generator(index, state.store, state.clock), { front });
}

/** Counts a list of a collection and puts a new record before the others when it is time. */
export function countList(state: VendorState, name: string): void {
	state.traffic.listed.add(name);
	const shift = state.traffic.shifts.get(name);
	if (!shift) return;
	shift.lists++;
	if (shift.lists % shift.every === 0) addGenerated(state, name, true);
}

export function createControl(
	state: VendorState,
	initialAllowance: Allowance | undefined,
): VendorControl {
	const { vendor, store, clock, tokens, faults, allowance, traffic } = state;
	const control: VendorControl = {
		reset() {
			clock.reset();
			tokens.clear();
			faults.clear();
			allowance.set(initialAllowance);
			traffic.shifts.clear();
			traffic.generated.clear();
			traffic.listed.clear();
			Object.assign(traffic, {
				delayMilliseconds: 0,
				pageSize: 0,
				peak: traffic.inFlight,
				log: [],
			});
			const now = clock.now();
			if (store.restore(now)) return;
			store.clear();
			vendor.seed(store, clock);
			store.keep(now);
		},
		requests: () => structuredClone(traffic.log),
		clearRequests() {
			traffic.log = [];
			traffic.listed.clear();
		},
		delay(ms) {
			traffic.delayMilliseconds = ms;
		},
		fault: (fault) => faults.add(fault),
		clearFaults: () => faults.clear(),
		expireTokens: () => tokens.expire(),
		allowance: (next) => allowance.set(next),
		clock({ set, advance, freeze }) {
			if (set !== undefined) {
				if (Number.isNaN(Date.parse(set))) throw new Error(`"${set}" is not a time`);
				clock.set(Date.parse(set));
			}
			if (advance !== undefined) clock.advance(advance);
			if (freeze !== undefined) clock.freeze(freeze);
			return { now: new Date(clock.now()).toISOString() };
		},
		add: (name, record) => structuredClone(store.collection(name).add(record)),
		change: (name, id, changes, options) =>
			structuredClone(store.collection(name).change(id, changes, options)),
		copy: (name, id) => structuredClone(store.collection(name).copy(id)),
		remove: (name, id) => ({ removed: store.collection(name).remove(id) }),
		ids: (name) => store.collection(name).ids(),
		records: (name) => structuredClone([...store.collection(name).all()]),
		generate(name, count) {
			for (let done = 0; done < count; done++) addGenerated(state, name, false);
			return { records: store.collection(name).size };
		},
		pageSize(records) {
			traffic.pageSize = records;
		},
		shiftPages(name, everyNRequests) {
			if (everyNRequests > 0) {
				store.collection(name);
				traffic.shifts.set(name, { every: everyNRequests, lists: 0 });
			} else traffic.shifts.delete(name);
		},
		listed: () => [...traffic.listed],
		peak: () => traffic.peak,
	};
	return control;
}
