import snakeCase from 'lodash/snakeCase';

import type { Fields, Write } from '../shared/define/fields';

/** Sends each field under its key in snake case, which is how the reference writes nearly every name. */
export const snakeCased = <F extends Fields>(fields: F): F =>
	Object.fromEntries(
		Object.entries(fields).map(([key, field]) => [key, { as: snakeCase(key), ...field }]),
	) as F;

/** `YYYY-MM-DD HH:MM:SS` in UTC, from ISO 8601 with an offset. */
export const inUtc: Write = (value) => digitsOf(new Date(String(value)).toISOString());

/** The digits as the user gave them, for times of which the reference does not say where the clock stands. */
export const asGiven: Write = (value) => digitsOf(String(value));

export const digitsOf = (iso: string): string => iso.slice(0, 19).replace('T', ' ');

/** PHP takes the text `false` for true, so a flag that is off is left out. */
export const onlyTrue: Write = (value) => (value === true ? true : undefined);
