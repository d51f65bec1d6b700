import { wallClock } from '../core/clock';
import type { Filter } from '../core/pieces';
import type { StampFormat } from '../core/store';

/**
 * How the sandbox keeps a moment: the true one, in whole seconds as a MySQL column would. What goes
 * out is made from it below, since the vendor writes one and the same moment in several ways.
 */
export const kept: StampFormat = {
	write: (milliseconds) => new Date(Math.floor(milliseconds / 1000) * 1000).toISOString(),
	read: (value) => Date.parse(String(value)),
};

/** `2026-03-01 08:30:00`, without any offset. */
const digits = (value: unknown) => String(value).slice(0, 19);

const inDenver = wallClock('America/Denver');

const unlessEmpty = (write: (value: unknown) => string) => (value: unknown) =>
	value === null || value === undefined || value === '' ? value : write(value);

/** True UTC: `2026-03-01T15:30:00+00:00`. */
export const utc = unlessEmpty((value) => `${digits(value)}+00:00`);

/** Reviews write the offset without a colon. */
export const utcWithoutColon = unlessEmpty((value) => `${digits(value)}+0000`);

/**
 * The clock of Denver with an offset that says UTC. The samples show `last_modified` of invoices and
 * contacts, and of campaigns in lists, 6 or 7 hours before the moment they mean.
 */
export const denverSaidToBeUtc = unlessEmpty(
	(value) => `${digits(inDenver(Date.parse(String(value))).toISOString())}+00:00`,
);

/**
 * Strictly after `2026-03-01` or `2026-03-01 08:30:00`. Compares digits, which order as the moments
 * do: of UTC for what the sandbox keeps, of the franchise for what stands as the vendor shows it.
 */
export function afterDigits(member: string): Filter {
	return (value) => {
		const bound = `${String(value).replace(' ', 'T')}${String(value).length === 10 ? 'T00:00:00' : ''}`;
		return (row) => typeof row[member] === 'string' && digits(row[member]) > bound;
	};
}

export const DATE = '^\\d{4}-\\d{2}-\\d{2}$';
export const DATE_TIME = '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$';
export const DATE_OR_DATE_TIME = '^\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}:\\d{2})?$';

/** A date as campaigns keep it: midnight with a meaningless offset. */
export const midnightOf = (date: unknown) => `${String(date)}T00:00:00+00:00`;
