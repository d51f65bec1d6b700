import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';
import set from 'lodash/set';

import type { Field, Fields, Wire } from '../define/fields';
import type { Picker } from '../define/picker';
import type { Api } from '../define/vendor';
import { labelOf, MEMBERS } from '../emit/parameter';
import { inSentence, withArticle } from '../emit/words';
import { joined } from '../http/query';

/** What a value is read with. */
export interface Reading {
	readonly api: Pick<Api, 'write' | 'joins'>;
	readonly credential: ICredentialDataDecryptedObject;
	/** Whether an empty text is a value, as it is in an update that clears a field. */
	readonly clears: boolean;
	/** IANA name of the zone in which dates without an offset are meant. */
	readonly timezone: string;
}

/** Input that does not fit its field. The message names the field by its label. */
export class Misfit extends Error {
	constructor(
		message: string,
		readonly advice?: string,
	) {
		super(message);
	}
}

/** The vendor's name of a field whose list is the whole body. */
const WHOLE_BODY = '[]';

/** What goes over the wire: the fields together, or the list of the one field that is the whole body. */
export const bodyFrom = (written: IDataObject): object =>
	WHOLE_BODY in written ? (written[WHOLE_BODY] as object) : written;

/** Where a value goes decides how it is written. */
export type Place = 'path' | 'query' | 'body' | 'form';

/**
 * The values of `fields` that were given, checked, as `run` gets them: by their own keys, dates as
 * ISO 8601, IDs out of their pickers. What was not given is not there.
 */
export function readAll(
	fields: Fields,
	given: (name: string, field: Field) => unknown,
	reading: Reading,
): IDataObject {
	const values: IDataObject = {};
	for (const [name, field] of Object.entries(fields)) {
		const value = readOne(labelOf(name, field), field, given(name, field), reading);
		if (value !== undefined) values[name] = value;
		else if (field.required) throw new Misfit(`${labelOf(name, field)}: this is needed`);
	}
	return values;
}

/** The same values as they go over the wire: under the vendor's names, written the vendor's way. */
export function writeAll(
	fields: Fields,
	values: IDataObject,
	place: Place,
	reading: Reading,
): IDataObject {
	const written: IDataObject = {};
	for (const [name, field] of Object.entries(fields)) {
		const value = values[name];
		if (value === undefined) continue;
		const wire = writeOne(field, value, place, reading);
		if (wire === undefined) continue;
		for (const as of [field.as ?? name, ...(field.also === undefined ? [] : [field.also])]) {
			// A dotted query parameter goes out as it is spelled; in a body a dot reaches into an object.
			if (place === 'body' && as !== WHOLE_BODY) set(written, as, wire);
			else Object.assign(written, joined(reading.api, written, { [as]: wire }));
		}
		if (place === 'body') Object.assign(written, field.along);
	}
	return written;
}

function readOne(label: string, field: Field, given: unknown, reading: Reading): Wire | undefined {
	if (given === undefined || given === null) return undefined;
	if (given === '' && !(field.kind === 'text' && reading.clears && !field.required))
		return undefined;
	switch (field.kind) {
		case 'text':
		case 'file':
			return typeof given === 'object' ? JSON.stringify(given) : String(given);
		case 'number':
			return numberFrom(label, given);
		case 'flag':
			return flagFrom(label, given);
		case 'dateTime':
			return momentFrom(label, given, reading.timezone);
		case 'date':
			return momentFrom(label, given, reading.timezone)?.slice(0, 10);
		case 'choice':
			return choiceFrom(label, field, given);
		case 'choices':
			return nonEmpty(several(given).map((one) => choiceFrom(label, field, one)));
		case 'json':
			return jsonFrom(label, given);
		case 'list':
			return nonEmpty(several(given).map(String));
		case 'picker':
		case 'dropdown':
			return idFrom(label, field.picker, given);
		case 'pickers':
			return nonEmpty(several(given).flatMap((one) => idFrom(label, field.picker, one) ?? []));
		case 'group':
			return memberValues(label, field, membersIn(given), reading);
		case 'groups': {
			const members = membersIn(given);
			const rows = Array.isArray(members) ? members : [members];
			return nonEmpty(rows.flatMap((row) => memberValues(label, field, row, reading) ?? []));
		}
	}
}

/** n8n's form wraps the members of a group once more; an expression may give them as they are. */
const membersIn = (given: unknown): unknown =>
	given !== null && typeof given === 'object' && MEMBERS in given ? given[MEMBERS] : given;

function memberValues(
	label: string,
	field: Field,
	given: unknown,
	reading: Reading,
): IDataObject | undefined {
	if (given === undefined || given === null) return undefined;
	if (typeof given !== 'object') throw new Misfit(`${label}: ${shown(given)} is not an object`);
	const members = given as IDataObject;
	if (Object.keys(members).length === 0) return undefined;
	// n8n fills every member of a group, so an empty one was never given.
	return readAll(field.fields ?? {}, (name) => members[name], { ...reading, clears: false });
}

function writeOne(field: Field, value: Wire, place: Place, reading: Reading): Wire | undefined {
	const { write } = reading.api;
	if (field.write !== undefined) return field.write(value, reading.credential);
	switch (field.kind) {
		case 'dateTime':
			return write.dateTime(value, reading.credential);
		case 'flag':
			return place === 'query' && write.queryFlag !== undefined
				? write.queryFlag(value, reading.credential)
				: value;
		case 'list':
		case 'choices':
		case 'pickers':
			return place === 'query' && write.queryList !== undefined
				? write.queryList(value, reading.credential)
				: value;
		case 'group':
			return writeAll(field.fields ?? {}, value as IDataObject, place, reading);
		case 'groups':
			return (value as IDataObject[]).map((row) =>
				writeAll(field.fields ?? {}, row, place, reading),
			);
		default:
			return value;
	}
}

const nonEmpty = <T>(values: T[]): T[] | undefined => (values.length > 0 ? values : undefined);

/** Several values: an array, a JSON array in text, or text with commas. */
function several(given: unknown): unknown[] {
	if (Array.isArray(given)) return given as unknown[];
	if (typeof given !== 'string') return [given];
	const array = given.trim().startsWith('[') ? parsed(given) : undefined;
	if (Array.isArray(array)) return array as unknown[];
	return given
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

function parsed(given: string): unknown {
	try {
		return JSON.parse(given) as unknown;
	} catch {
		return undefined;
	}
}

function numberFrom(label: string, given: unknown): number {
	const value = typeof given === 'string' ? Number(given.trim()) : given;
	if (typeof value !== 'number' || !Number.isFinite(value)) {
		throw new Misfit(`${label}: ${shown(given)} is not a number`);
	}
	return value;
}

function flagFrom(label: string, given: unknown): boolean {
	if (typeof given === 'boolean') return given;
	const word = String(given).trim().toLowerCase();
	if (word === 'true' || word === '1' || word === 'yes') return true;
	if (word === 'false' || word === '0' || word === 'no') return false;
	throw new Misfit(`${label}: ${shown(given)} is neither true nor false`);
}

function momentFrom(label: string, given: unknown, zone: string): string | undefined {
	const moment =
		given instanceof DateTime
			? given
			: given instanceof Date
				? DateTime.fromJSDate(given, { zone })
				: typeof given === 'number'
					? DateTime.fromMillis(given, { zone })
					: fromText(String(given).trim(), zone);
	if (!moment.isValid) {
		throw new Misfit(
			`${label}: ${shown(given)} is not a date`,
			'Give it like 2026-03-31 or 2026-03-31T14:30:00, or drag a date from an earlier node.',
		);
	}
	return moment.toISO({ suppressMilliseconds: true }) ?? undefined;
}

function fromText(text: string, zone: string): DateTime {
	const options = { zone, setZone: /(Z|[+-]\d\d:?\d\d)$/.test(text) };
	const readings = [DateTime.fromISO, DateTime.fromSQL, DateTime.fromRFC2822];
	const readable = readings.map((read) => read(text, options));
	return readable.find(({ isValid }) => isValid) ?? readable[0];
}

function choiceFrom(label: string, { choices = [] }: Field, given: unknown): string | number {
	const word = String(given).trim();
	const chosen =
		choices.find(({ value }) => String(value) === word) ??
		choices.find(({ value, name }) =>
			[String(value), name].some((known) => known.toLowerCase() === word.toLowerCase()),
		);
	if (chosen === undefined) {
		const known = choices.map(({ value }) => String(value));
		throw new Misfit(`${label}: ${shown(given)} is not one of ${known.join(', ')}`);
	}
	return chosen.value;
}

function jsonFrom(label: string, given: unknown): IDataObject {
	const value = typeof given === 'string' ? parsed(given) : given;
	if (value === undefined || value === null || typeof value !== 'object') {
		throw new Misfit(`${label}: this is not valid JSON`, 'Check quotes, commas and brackets.');
	}
	return value as IDataObject;
}

/** The ID out of a picker, whichever way it was given: chosen, typed, as a URL, or plain by a model. */
export function idFrom(
	label: string,
	picker: Picker | undefined,
	given: unknown,
): string | number | undefined {
	const locator = given as { __rl?: boolean; mode?: string; value?: unknown } | null;
	const isLocator = typeof given === 'object' && locator !== null && 'value' in locator;
	const value = isLocator ? locator.value : given;
	if (value === undefined || value === null || value === '') return undefined;
	const text = String(value).trim();
	const noun = inSentence(picker?.name ?? label);
	const found =
		picker?.url !== undefined && /^https?:\/\//.test(text)
			? new RegExp(picker.url).exec(text)?.[1]
			: text;
	if (found === undefined)
		throw new Misfit(`${label}: ${shown(text)} is not the address of ${withArticle(noun)}`);
	if (picker === undefined || picker.id === 'text') return found;
	if (!/^\d+$/.test(found)) {
		throw new Misfit(
			`${label}: ${shown(found)} is not the ID of ${withArticle(noun)}`,
			`An ID looks like ${picker.example}. It can also be chosen from the list.`,
		);
	}
	return picker.id === 'number' ? Number(found) : found;
}

const shown = (given: unknown): string => {
	const text = typeof given === 'string' ? given : (JSON.stringify(given) ?? String(given));
	return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
};
