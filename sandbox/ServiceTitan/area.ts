import type { Clock } from '../core/clock';
import type { CollectionDefinition, Row, Store } from '../core/store';
import type { Handler } from '../core/vendor';

const HOUR_MILLISECONDS = 3_600_000;
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS;

/** What a seed is made with. */
export interface Plant {
	readonly store: Store;
	/** ISO text of so many days from today's midnight (UTC), at that hour. */
	at(days: number, hour?: number): string;
	/** `2026-03-01`, so many days from today. */
	day(days: number): string;
	/** Adds records, the first a year ago and each a day after the one before, unless they say when. */
	add(collection: string, rows: readonly Row[]): void;
}

export function createPlant(store: Store, clock: Clock): Plant {
	const midnight = Math.floor(clock.now() / DAY_MILLISECONDS) * DAY_MILLISECONDS;
	const at = (days: number, hour = 0) =>
		new Date(midnight + days * DAY_MILLISECONDS + hour * HOUR_MILLISECONDS).toISOString();
	return {
		store,
		at,
		day: (days) => at(days).slice(0, 10),
		add(collection, rows) {
			rows.forEach((row, index) => {
				const createdOn = at(-365 + index, 9);
				store
					.collection(collection)
					.add({ createdOn, modifiedOn: row.createdOn ?? createdOn, ...row });
			});
		},
	};
}

/** A part of the vendor: what it keeps, answers and has from the start. */
export interface Area {
	readonly collections: Readonly<Record<string, CollectionDefinition>>;
	readonly routes: Readonly<Record<string, Handler>>;
	readonly seed?: (plant: Plant) => void;
}
