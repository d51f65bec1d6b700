import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

import type { ChangeEvent, Times } from '../define/event';

/**
 * Where a trigger has got to, as it is kept in the workflow's static data. Moments are milliseconds
 * since 1970 by the vendor's clock. Positions are only ever replaced, never changed.
 */
export interface Position {
	/** The form of this record, so that a later version can tell an old one. */
	readonly version: 1;
	/** Which event with which settings this is a position in. Changing them makes it void. */
	readonly scope: string;
	/** Nothing that changed before this moment is ever handed over. */
	readonly began: number;
	/** The latest change that was handed over. */
	readonly at: number;
	/** The same moment as the record wrote it, for events that send it back so. */
	readonly written?: string;
	/** What was handed over lately: the moment of change by record version. Looking back over it repeats nothing. */
	readonly seen: { readonly [version: string]: number };
}

export type Keys = Pick<
	ChangeEvent,
	'id' | 'changedAt' | 'sentBack' | 'overlapSeconds' | 'lagSeconds'
> & {
	readonly times: Pick<Times, 'read'>;
};

/** A position from which everything later than `moment` is new. */
export const beginAt = (scope: string, moment: number): Position => ({
	version: 1,
	scope,
	began: moment,
	at: moment,
	seen: {},
});

/** The saved position, or nothing where there is none for this scope. */
export function savedPosition(saved: IDataObject, scope: string): Position | undefined {
	const position = saved as Partial<Record<keyof Position, unknown>>;
	return position.version === 1 && position.scope === scope
		? (saved as unknown as Position)
		: undefined;
}

/** The moment to ask from: a little before the latest change, for records that are listed late. */
export const lookBackTo = (
	{ began, at }: Position,
	{ overlapSeconds }: Pick<Keys, 'overlapSeconds'>,
): number => Math.max(began, at - overlapSeconds * 1000);

/** What was handed over is remembered back to this moment. Older records that turn up were handed over too. */
const rememberedTo = ({ began, at }: Position, { overlapSeconds, lagSeconds = 0 }: Keys): number =>
	Math.max(began, at - (overlapSeconds + lagSeconds) * 1000);

/** Names one state of a record, the same at every look: what downstream nodes drop repeats by. */
export const versionOf = (record: IDataObject, { id, changedAt }: Keys): string =>
	`${String(get(record, id))}@${String(get(record, changedAt))}`;

/**
 * Leaves out what was handed over before, puts the rest in order of their change, and moves the
 * position to the latest of them. Our own clock plays no part in it: a vendor's clock differs, and
 * a record that it lists late would be missed.
 */
export function advance(
	from: Position,
	records: readonly IDataObject[],
	keys: Keys,
): { fresh: IDataObject[]; to: Position } {
	const moment = (record: IDataObject) => keys.times.read(get(record, keys.changedAt));
	const known = rememberedTo(from, keys);
	const fresh = records
		.filter((record) => from.seen[versionOf(record, keys)] === undefined && moment(record) >= known)
		.sort((a, b) => moment(a) - moment(b));
	const at = fresh.reduce((latest, record) => Math.max(latest, moment(record)), from.at);
	const latest = fresh[fresh.length - 1];
	const written =
		keys.sentBack !== undefined && latest !== undefined && moment(latest) >= from.at
			? (get(latest, keys.sentBack) as string | undefined)
			: from.written;
	const handedOver = {
		...from.seen,
		...Object.fromEntries(fresh.map((record) => [versionOf(record, keys), moment(record)])),
	};
	const oldest = rememberedTo({ ...from, at }, keys);
	const seen = Object.fromEntries(Object.entries(handedOver).filter(([, time]) => time >= oldest));
	return { fresh, to: { ...from, at, ...(written && { written }), seen } };
}
