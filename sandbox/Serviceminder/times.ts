import { memoize } from 'lodash';
import { DateTime } from 'luxon';

import { wallClock } from '../core/clock';
import { anything, type Filter } from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { StampFormat } from '../core/store';

/** Where the sandbox's organizations are. The service never shows a zone or an offset. */
export const ZONE = 'America/New_York';

const inZone = wallClock(ZONE);

/**
 * How the sandbox keeps creation and change, `2026-03-09 08:05:00`: never shown, and filtered by
 * whole days of the organization.
 */
export const kept: StampFormat = {
	write: (milliseconds) => inZone(milliseconds).toISOString().slice(0, 19).replace('T', ' '),
	read: (value) => DateTime.fromSQL(String(value), { zone: ZONE }).toMillis(),
};

/** Ten in the morning of the day that a moment falls on, as shown. */
export function tenOnTheDayOf(milliseconds: number): string {
	const wall = inZone(milliseconds);
	return `${wall.getUTCMonth() + 1}/${wall.getUTCDate()}/${wall.getUTCFullYear()} 10:00:00 AM`;
}

/** `3/9/2026 8:05:00 AM`: unpadded, local, without offset. */
export const shownTime = (moment: DateTime) => moment.toFormat('M/d/yyyy h:mm:ss a');

export const localNow = (milliseconds: number) => DateTime.fromMillis(milliseconds, { zone: ZONE });

/** `2026-03-01`, `03/01/2026`, and unpadded as the vendor's own example `2022-5-1`. */
const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const US_DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

export const DAY = `${ISO_DAY.source}|${US_DAY.source}`;

function padded(year: string, month: string, day: string): string {
	return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The day of a filter as `2026-03-01`. */
export function dayOf(value: unknown, name: string): string {
	const text = String(value);
	const [, year, month, day] = ISO_DAY.exec(text) ?? [];
	const [, usMonth, usDay, usYear] = US_DAY.exec(text) ?? [];
	const iso = year ? padded(year, month, day) : padded(usYear, usMonth, usDay);
	if (!DateTime.fromISO(iso).isValid) throw wrongValue(name, `${text} is not a day`);
	return iso;
}

const dayOfSlashes = memoize((text: string): string => {
	const [month, day, year] = text.split('/');
	return padded(year, month, day);
});

/** The day of `3/9/2026 8:05:00 AM` or of `2026-03-09 08:05:00`, as `2026-03-09`. */
function dayOfShown(value: unknown): string {
	const day = String(value).slice(0, 10).split(' ', 1)[0];
	return day.includes('/') ? dayOfSlashes(day) : day;
}

const compareDays =
	(member: string, fits: (day: string, bound: string) => boolean) =>
	(name: string): Filter =>
	(value) => {
		// Vendor examples pad requests with empty text.
		if (value === '') return () => true;
		const bound = dayOf(value, name);
		return (row) => fits(dayOfShown(row[member]), bound);
	};

/** Windows of whole days of the organization, both ends included. */
export function dayWindow(member: string, from: string, through: string): Record<string, Filter> {
	return {
		[from]: compareDays(member, (day, bound) => day >= bound)(from),
		[through]: compareDays(member, (day, bound) => day <= bound)(through),
	};
}

/** A start as it is sent for bookings, `2026-03-09T08:05:00`, or as it was shown. */
export function startOf(value: unknown, name: string): DateTime {
	const text = String(value);
	const start = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text)
		? DateTime.fromISO(text, { zone: ZONE })
		: DateTime.fromFormat(text, 'M/d/yyyy h:mm:ss a', { zone: ZONE });
	if (!start.isValid) throw wrongValue(name, `${text} is not a local time without offset`);
	return start;
}

/** `Mon, Mar 9 8:05 AM`; how the vendor words it is not documented. */
export const worded = memoize((shown: string): string =>
	shown === '' ? '' : startOf(shown, 'DateTime').toFormat('ccc, LLL d h:mm a'),
);

/** Parameters that every body may have and that filter nothing. */
export const padding: Readonly<Record<string, Filter>> = {
	ApiKey: anything,
	ResultCode: anything,
	Message: anything,
};
