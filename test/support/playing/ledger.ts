import type { INodeExecutionData } from 'n8n-workflow';
import get from 'lodash/get';

import type { PollEvent } from '../../../nodes/shared/define/event';
import { lookOf } from './stage';

export type Item = INodeExecutionData['json'] & { readonly eventId: string };

/** The ID of the record that an item is about. */
export const recordOf = (event: PollEvent, { eventId }: Item): string =>
	eventId.slice(event.value.length + 1).split(/[@#]/)[0];

/**
 * What was handed over of an event, against what was there.
 *
 * Where every version counts, all that the list shows in the end and did not show at the beginning
 * must have come. Where looks count, the look that a record has in the end must be the last one of it
 * that came, or the one it had at the beginning. Nothing may come twice, unless the poll before could
 * not save its state, or the record looked otherwise in between.
 */
export class Ledger {
	readonly repeated: string[] = [];

	/** How much was handed over in all. */
	count = 0;

	private readonly goesByLooks: boolean;

	private readonly atFirst: ReadonlySet<string>;

	private readonly came = new Set<string>();

	private readonly unsaved = new Set<string>();

	/** The look of a record that came last and was saved, or that it had at the beginning. */
	private readonly latest = new Map<string, string>();

	/** Records of which one was put into a queue, and not taken out again by anybody else. */
	private readonly queued = new Set<string>();

	/** Records that looked otherwise since they last came. */
	private readonly otherwise = new Set<string>();

	/** How the sandbox's records looked when they last came. */
	private readonly kept = new Map<string, string>();

	constructor(
		private readonly event: PollEvent,
		atFirst: readonly Item[],
		looks: ReadonlyMap<string, string>,
	) {
		this.goesByLooks = lookOf(event) !== undefined;
		this.atFirst = new Set(atFirst.map(({ eventId }) => eventId));
		if (!this.goesByLooks) return;
		for (const item of atFirst) this.latest.set(this.idOf(item), this.lookOf(item));
		for (const [id, look] of looks) this.kept.set(id, look);
	}

	/** How the sandbox's records look when a poll begins. */
	sees(looks: ReadonlyMap<string, string>): void {
		for (const [id, look] of looks) {
			if (this.kept.get(id) !== look) this.otherwise.add(id);
			// A new one is known from now on.
			if (!this.kept.has(id)) this.kept.set(id, look);
		}
	}

	/** A record changes while a poll goes on, which may see it before or after. */
	sawChange(id: string): void {
		this.otherwise.add(id);
	}

	handsOver(items: readonly Item[], saved: boolean, looks: ReadonlyMap<string, string>): void {
		this.count += items.length;
		for (const item of items) {
			if (this.idOf(item) === '') throw new Error(`${item.eventId} names no record`);
			if (this.goesByLooks) this.takesLook(item, saved, looks);
			else this.takes(item, saved);
		}
	}

	/** A vendor forgets what was in a queue when it is told that it was taken. */
	queues(id: string): void {
		this.queued.add(id);
	}

	takesBack(id: string): void {
		this.queued.delete(id);
	}

	private takes(item: Item, saved: boolean): void {
		const { eventId } = item;
		if (this.came.has(eventId) && !this.unsaved.has(eventId)) this.repeated.push(eventId);
		this.came.add(eventId);
		if (saved) {
			this.unsaved.delete(eventId);
			this.queued.delete(this.idOf(item));
		} else this.unsaved.add(eventId);
	}

	private takesLook(item: Item, saved: boolean, looks: ReadonlyMap<string, string>): void {
		const [id, look] = [this.idOf(item), this.lookOf(item)];
		if (this.latest.get(id) === look && !this.otherwise.has(id) && !this.unsaved.has(id)) {
			this.repeated.push(item.eventId);
		}
		this.otherwise.delete(id);
		const kept = looks.get(id);
		if (kept !== undefined) this.kept.set(id, kept);
		if (saved) {
			this.latest.set(id, look);
			this.unsaved.delete(id);
		} else this.unsaved.add(id);
	}

	/** What should have come by the end, and did not: what came unsaved has to come again. */
	lost(atLast: readonly Item[]): string[] {
		const hasCome = (item: Item): boolean =>
			this.goesByLooks
				? this.latest.get(this.idOf(item)) === this.lookOf(item)
				: this.atFirst.has(item.eventId) ||
					(this.came.has(item.eventId) && !this.unsaved.has(item.eventId));
		return [
			...atLast.filter((item) => !hasCome(item)).map(({ eventId }) => eventId),
			...this.queued,
		];
	}

	private idOf(item: Item): string {
		return recordOf(this.event, item);
	}

	private lookOf(item: Item): string {
		const { event } = this;
		if ('finds' in event) return item.eventId;
		return JSON.stringify((lookOf(event) ?? []).map((member) => get(item, member) as unknown));
	}
}
