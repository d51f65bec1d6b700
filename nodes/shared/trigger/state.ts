import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

/**
 * Characters of a print: 48 bits. Of the few thousand that are kept at a time, two are equal by chance
 * once in many millions of years of polling.
 */
const PRINT = 8;

/** A short text that stands for a longer one, so that a trigger's state stays small. */
export const printOf = (text: string): string =>
	createHash('sha256').update(text).digest('base64url').slice(0, PRINT);

/** A short text that differs when one of the members does. */
export const printOfMembers = (record: IDataObject, members: readonly string[]): string =>
	printOf(JSON.stringify(members.map((member) => get(record, member) ?? null)));

/** IDs in the order in which vendors count them; texts in the order of their characters. */
export function compareIds(a: string, b: string): number {
	const apart = Number(a) - Number(b);
	if (!Number.isNaN(apart)) return apart;
	return a < b ? -1 : a > b ? 1 : 0;
}
