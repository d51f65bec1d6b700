import type { IDataObject } from 'n8n-workflow';

import type { ChangeEvent, NestedEvent, PollEvent } from '../../nodes/shared/define/event';
import type { Client, Request } from '../../nodes/shared/http/client';
import { numberedPages, onePage } from '../../nodes/shared/http/paging';
import type { PollOptions, Surroundings } from '../../nodes/shared/trigger/asking';
import { acme } from './acme';

/** How a made-up vendor keeps and lists its records. */
export interface Habits {
	/** Milliseconds to which it rounds the times in its records down. */
	readonly grain: number;
	/** Milliseconds to which its filter rounds bounds down. */
	readonly filterGrain: number;
	readonly pageSize: number;
	/** Whether it lists by time of change instead of by ID. Records of one moment come in any order. */
	readonly sorted: boolean;
	/** Milliseconds by which the times in its records run behind, as local times do that are labelled UTC. */
	readonly behind?: number;
}

/** A record as it was left by one of its changes. */
export interface State {
	readonly id: number;
	/** Counts the changes of this record. */
	readonly revision: number;
	/** When it was changed, and when it was created, in milliseconds since 1970. */
	readonly changed: number;
	readonly created: number;
	/** From when on the vendor lists this state. */
	readonly listed: number;
	/** Whether it is listed unless asked for all. */
	readonly active: boolean;
}

/** Every second change of a record changes its status. */
export const statusOf = ({ revision }: { readonly revision: number }): number =>
	Math.floor(revision / 2);

/** Whether something is added to the record with this change, as it is with most. */
const adds = ({ revision }: State): boolean => revision % 4 !== 2;

/** Names what a change added. */
export const additionOf = ({ id, revision }: Pick<State, 'id' | 'revision'>): number =>
	id * 1_000 + revision;

/** A vendor whose records change while they are read. Its clock only moves when it is told to. */
export class ChangingVendor {
	now = Date.UTC(2026, 2, 31, 12);

	requests = 0;

	/** Counts the looks at it: between two, records of one moment may change places. */
	looks = 0;

	/** The request, counted from 1, that the next look cannot make. */
	failsAt = Infinity;

	/** What happens before each of the next requests. */
	readonly meanwhile: Array<() => void> = [];

	/** Records of which it does not show yet what was added to them. */
	readonly hides = new Set<number>();

	private readonly states = new Map<number, State[]>();

	private lastId = 0;

	/** States in the order in which they came to be listed; a place in it is a token of the feed, and an ID of the queue. */
	private readonly log: State[] = [];

	private logged = new Set<State>();

	private clearedTo = 0;

	constructor(readonly habits: Habits) {}

	create(late = 0): number {
		const id = ++this.lastId;
		const { now } = this;
		this.states.set(id, [
			{ id, revision: 1, changed: now, created: now, listed: now + late, active: true },
		]);
		return id;
	}

	/** Changes one of the records that there are; `which` may be any number. */
	edit(which: number, late = 0): void {
		const states = [...this.states.values()][which % Math.max(1, this.states.size)];
		const last = states?.[states.length - 1];
		if (last === undefined) return;
		const listed = Math.max(last.listed, this.now + late);
		states.push({ ...last, revision: last.revision + 1, changed: this.now, listed });
	}

	/** A change after which a list leaves the record out, unless it is asked for all. */
	deactivate(id: number): void {
		this.edit(id - 1);
		const states = this.states.get(id) ?? [];
		const last = states.pop();
		if (last !== undefined) states.push({ ...last, active: false });
	}

	delete(which: number): void {
		const id = [...this.states.keys()][which % Math.max(1, this.states.size)];
		if (id !== undefined) this.states.delete(id);
	}

	/** The latest state of every record, whether it is listed yet or not. */
	latest(): State[] {
		return [...this.states.values()].map((states) => states[states.length - 1]);
	}

	private floor = (moment: number, grain: number): number => Math.floor(moment / grain) * grain;

	recordOf = ({ id, revision, changed, created }: State): IDataObject => {
		const { grain, behind = 0 } = this.habits;
		return {
			id,
			revision,
			status: statusOf({ revision }),
			modified: this.floor(changed, grain) - behind,
			created: this.floor(created, grain) - behind,
		};
	};

	private asked(): void {
		this.meanwhile.shift()?.();
		if (this.requests > 100_000) throw new Error('It reads for ever');
		if (++this.requests === this.failsAt) throw new Error('The vendor is out of order');
	}

	/** Writes down what came to be listed since the last request, for the feed and the queue. */
	private keepLog(): void {
		const due = [...this.states.values()]
			.flat()
			.filter((state) => state.listed <= this.now && !this.logged.has(state))
			.sort((a, b) => a.listed - b.listed);
		for (const state of due) this.logged.add(state);
		this.log.push(...due);
	}

	/** A page of the feed: from a moment on (`@1774958400000`) or behind a token, of each record the latest state. */
	feed({ from }: IDataObject): { data: IDataObject[]; next: string; more: boolean } {
		this.asked();
		this.keepLog();
		const [, moment] = /^@(\d+)$/.exec(String(from)) ?? [];
		const after = moment === undefined ? Number(from) : 0;
		const latest = new Map(this.log.map((state, i) => [state.id, i + 1]));
		const places = [...latest.values()]
			// As vendors warn, the last record may come again.
			.filter((place) => (this.looks % 2 === 0 ? place > after : place >= after && place > 0))
			.filter((place) => moment === undefined || this.log[place - 1].changed >= Number(moment))
			.sort((a, b) => a - b);
		const page = places.slice(0, this.habits.pageSize);
		return {
			data: page.map((place) => this.recordOf(this.log[place - 1])),
			next: String(page[page.length - 1] ?? from),
			more: places.length > page.length,
		};
	}

	/** Everything in the queue, where each state has its turn; what is taken off first where that is said. */
	queue({ clearUpTo }: IDataObject): { data: IDataObject[] } {
		this.asked();
		this.keepLog();
		this.clearedTo = Math.max(this.clearedTo, Number(clearUpTo ?? 0));
		const waiting = this.log.map((state, i) => ({ ...this.recordOf(state), id: i + 1 }));
		return { data: waiting.slice(this.clearedTo, this.clearedTo + this.habits.pageSize) };
	}

	/** Takes records off the queue; now and then it says so and does not. */
	clear(upTo: number): void {
		this.asked();
		this.keepLog();
		if (this.looks % 3 === 0) return;
		this.clearedTo = Math.max(this.clearedTo, upTo);
	}

	/** What was added to records that are still there: something with most of their changes. */
	added(): State[] {
		return [...this.states.values()].flat().filter(adds);
	}

	/** What was added to one record, with every change that is listed by now. */
	nested(id: number, odd: number, { since = -Infinity }: IDataObject): { data: IDataObject[] } {
		this.asked();
		const listed = (this.states.get(id) ?? []).filter(({ listed }) => listed <= this.now);
		const data = listed
			.filter((state) => adds(state) && !this.hides.has(id))
			.map((state) => ({
				id: additionOf(state),
				at: this.floor(state.changed, this.habits.grain) + odd,
			}));
		return { data: data.filter(({ at }) => at >= Number(since)).reverse() };
	}

	/** What was ever put into the queue, by the IDs there. */
	get queued(): number[] {
		return this.log.map((_, i) => i + 1);
	}

	/** One page of what changed (or was created) in a stretch, as it is at this moment. */
	page(
		by: 'modified' | 'created',
		{ since, until, page, active, order }: IDataObject,
	): { data: IDataObject[]; more: boolean } {
		this.asked();
		const { filterGrain, pageSize, sorted, behind = 0 } = this.habits;
		const from = this.floor(Number(since), filterGrain);
		const to = until === undefined ? Infinity : this.floor(Number(until), filterGrain);
		const listed = [...this.states.values()].flatMap((states) => {
			const visible = states.filter((state) => state.listed <= this.now);
			const last = visible[visible.length - 1];
			if (last === undefined || !(last.active || active === 'any')) return [];
			return [this.recordOf(last)];
		});
		const timeOf = (record: IDataObject): number => Number(record[by]) + behind;
		const found = listed.filter((record) => timeOf(record) >= from && timeOf(record) < to);
		// Within one moment the order differs from look to look.
		const anyOrder = ({ id }: IDataObject) => (Number(id) * 7919 + this.looks * 104_729) % 101;
		if (sorted) found.sort((a, b) => Number(a[by]) - Number(b[by]) || anyOrder(a) - anyOrder(b));
		if (order === 'desc') found.reverse();
		const first = (Number(page) - 1) * pageSize;
		return { data: found.slice(first, first + pageSize), more: found.length > first + pageSize };
	}
}

/** How the made-up vendor cuts its lists up. */
export const paging = (largest: number) =>
	numberedPages({ page: 'page', size: 'pageSize', more: 'more', largest });

/** A client that asks the made-up vendor instead of the network. */
export function clientOf(
	vendor: Pick<ChangingVendor, 'now'>,
	answer: (query: IDataObject, path: Request['path']) => IDataObject,
	send: Client['send'] = async () => ({ status: 200, headers: {}, body: {} }),
): Client {
	const page: Client['page'] = async (request, how, sent) => {
		const body = answer({ ...request.query, ...sent }, request.path);
		const records = body.data as IDataObject[];
		return { records, ...how.read({ status: 200, headers: {}, body }, sent, records) };
	};
	return {
		page,
		async *pages({ paging: how = paging(1), wanted, rounds = [{}], id = 'id', ...request }) {
			const seen = new Set<unknown>();
			for (const round of rounds) {
				let sent: IDataObject | undefined = how.first(how.largest, true);
				while (sent !== undefined && seen.size < wanted) {
					const { records, next } = await page(
						{ ...request, query: { ...request.query, ...round } },
						how,
						sent,
					);
					const fresh = records
						.filter((record) => !seen.has(record[id]))
						.slice(0, wanted - seen.size);
					for (const record of fresh) seen.add(record[id]);
					yield fresh;
					sent = next;
				}
			}
		},
		send,
		one: async () => ({}),
		scrub: (value) => value,
		credential: {},
		account: 'acme',
		// As the Date header of HTTP: whole seconds.
		vendorTime: () => Math.floor(vendor.now / 1000) * 1000,
	};
}

/** An event of the made-up vendor. */
export function changeEventOf(
	{ grain, filterGrain, pageSize, sorted, behind = 0 }: Habits,
	{
		by = 'modified',
		bounded = false,
		overlapMs,
	}: { by?: 'modified' | 'created'; bounded?: boolean; overlapMs: number },
): ChangeEvent {
	return {
		value: 'changed',
		name: 'Changed',
		description: '',
		request: 'GET /changes',
		since: (since) => ({ since }),
		...(bounded && { until: (until: string | number) => ({ until }) }),
		changedAt: by,
		id: 'id',
		...(by === 'modified' && { compared: ['revision'] }),
		sorted,
		overlapSeconds: Math.ceil((overlapMs + Math.max(grain, filterGrain)) / 1000),
		...(grain + behind > 1000 && { lagSeconds: (grain + behind) / 1000 }),
		always: { active: 'any' },
		paging: paging(pageSize),
	};
}

/** What is added to the records of the made-up vendor, dated by a clock that is off by so many milliseconds. */
export function nestedEventOf(
	habits: Habits,
	{ overlapMs, odd = 0 }: { overlapMs: number; odd?: number },
): NestedEvent {
	const on = changeEventOf({ ...habits, sorted: true }, { overlapMs });
	return {
		value: 'added',
		name: 'Added',
		description: '',
		on,
		request: 'GET /records/{id}/added',
		path: ({ id }) => ({ id: id as number }),
		named: ({ id }) => ({ of: id }),
		since: (since) => ({ since }),
		latestFirst: { order: 'desc' },
		changedAt: 'at',
		id: 'id',
		overlapSeconds: on.overlapSeconds,
		...((odd !== 0 || habits.grain > 1000) && {
			lagSeconds: (Math.abs(odd) + habits.grain) / 1000,
		}),
		paging: onePage,
	};
}

/** A client for the records of the made-up vendor and what was added to them. */
export const nestedClientOf = (vendor: ChangingVendor, odd = 0): Client =>
	clientOf(vendor, (query, path) =>
		path === undefined
			? (vendor.page('modified', query) as unknown as IDataObject)
			: (vendor.nested(Number(path.id), odd, query) as unknown as IDataObject),
	);

/** What a look at the made-up vendor needs. */
export function surroundings<E extends PollEvent>(
	event: E,
	client: Client,
	{
		hasTime = () => true,
		limit = Infinity,
		startAt,
		filterGrain = 1,
		warn = (message) => {
			throw new Error(message);
		},
	}: Partial<PollOptions> & {
		warn?: (message: string) => void;
		hasTime?: (share?: number) => boolean;
		filterGrain?: number;
	} = {},
): Surroundings<E> {
	return {
		vendor: {
			...acme,
			times: {
				read: (value) => Number(value ?? NaN),
				write: (moment) => Math.floor(moment / filterGrain) * filterGrain,
			},
		},
		client,
		event,
		filters: {},
		written: () => ({}),
		options: { limit, ...(startAt !== undefined && { startAt }) },
		hasTime,
		warn,
	};
}
