/*
 * Moments are stored as ISO text in UTC. The vendor shows each twice: the plain member has the
 * digits of UTC with the offset of its server behind them, which makes it another moment; the one
 * with DTO in its name is right.
 */

// The server stands in one zone; daylight saving is left out here.
const SERVER_OFFSET_HOURS = -4;
const SERVER_OFFSET_MS = SERVER_OFFSET_HOURS * 3_600_000;
const OFFSET_TEXT = '-04:00';

/** `2020-05-05T12:31:51.873-04:00` for what is 12:31 in UTC. */
export function plainDate(stored: unknown): string | null {
	return typeof stored === 'string' ? stored.replace(/Z$/, OFFSET_TEXT) : null;
}

/** `2020-05-05T08:31:51.873-04:00` for what is 12:31 in UTC. */
export function trueDate(stored: unknown): string | null {
	if (typeof stored !== 'string') return null;
	const shifted = new Date(Date.parse(stored) + SERVER_OFFSET_MS).toISOString();
	return shifted.replace(/Z$/, OFFSET_TEXT);
}

/** What the plain member says when it is taken at its word; milliseconds since 1970. */
export function plainInstant(stored: unknown): number | null {
	return typeof stored === 'string' ? Date.parse(stored) - SERVER_OFFSET_MS : null;
}

export function trueInstant(stored: unknown): number | null {
	return typeof stored === 'string' ? Date.parse(stored) : null;
}

/** What a client sends, with Z or an offset, as it is stored. */
export function storedDate(sent: unknown): string | null {
	return typeof sent === 'string' ? new Date(Date.parse(sent)).toISOString() : null;
}
