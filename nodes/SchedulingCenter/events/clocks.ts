import type { IDataObject } from 'n8n-workflow';

const HOUR = 3_600;

/**
 * In samples some times run 6 or 7 hours behind UTC, which is Denver time written as if it were UTC,
 * while filters go by UTC.
 */
export const lagSeconds = 8 * HOUR;

/** Enough where filter and record are known to be on the same clock. */
export const shortOverlapSeconds = 60;

/** For filters that are on a clock that is not stated, or that go by another member than the record's own. */
export const longOverlapSeconds = 8 * HOUR;

/**
 * Whether the last change of a record is that it was created. One of the two times may be on Denver's
 * clock, so that the same moment reads 6 or 7 hours earlier in it.
 */
export function untouched({
	date_created: created,
	last_modified: modified,
}: IDataObject): boolean {
	const apart = (Date.parse(String(created)) - Date.parse(String(modified))) / 1000;
	return apart === 0 || apart === 6 * HOUR || apart === 7 * HOUR;
}
