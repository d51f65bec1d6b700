import type { IDataObject } from 'n8n-workflow';

import { flag, type Fields } from '../../shared/define/fields';
import type { Call } from '../../shared/define/operation';
import type { Route } from '../../shared/define/vendor';
import { writeAll } from '../../shared/run/values';
import { write } from '../write';

/** Lists that the vendor replaces as a whole, which is why an update can lose what it does not name. */
export const keepOthers = flag({
	label: 'Keep What Is There',
	description:
		'Whether to add to the custom fields, tags and attachments of the record. Otherwise what is given replaces all of them.',
});

/** The body of a request that an operation's `run` sends, as the engine would write it. */
export const bodyOf = (fields: Fields, given: object): IDataObject =>
	writeAll(fields, given as IDataObject, 'body', {
		api: { write },
		credential: {},
		clears: true,
		timezone: 'UTC',
	});

/**
 * Runs an update whose lists can be added to and whose address can be given in part. Both need the
 * record as it is, because the vendor replaces lists and wants addresses whole; it is only read then.
 */
export function keeping(record: `/${string}`, body: Fields) {
	const [readIt, change]: [Route, Route] = [`GET ${record}`, `PATCH ${record}`];
	return async (
		{ id, keepOthers: keep = false, ...given }: { id: string; keepOthers?: boolean },
		call: Call,
	): Promise<IDataObject> => {
		const path = { id };
		const changes = bodyOf(body, given);
		if (isRecord(changes.address) || isRecord(changes.home) || (keep && hasLists(changes))) {
			const before = await call.send(readIt, { path });
			for (const place of ['address', 'home']) {
				if (!isRecord(changes[place])) continue;
				changes[place] = { ...(before[place] as IDataObject | null), ...changes[place] };
			}
			if (keep) Object.assign(changes, together(before, changes));
		}
		return await call.send(change, { path, body: changes });
	};
}

const isRecord = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const LISTS = ['customFields', 'tagTypeIds', 'attachments'];

const hasLists = (changes: IDataObject): boolean => LISTS.some((list) => list in changes);

/** What is there with what is given, one of each. */
function together(before: IDataObject, changes: IDataObject): IDataObject {
	const both: IDataObject = {};
	if ('customFields' in changes) {
		const values = new Map<unknown, IDataObject>();
		for (const { typeId, value } of [...rows(before.customFields), ...rows(changes.customFields)]) {
			if (value !== null && value !== undefined) values.set(Number(typeId), { typeId, value });
		}
		both.customFields = [...values.values()];
	}
	if ('tagTypeIds' in changes) {
		// Installed equipment gives its tags as records, everything else as IDs.
		const there = (before.tagTypeIds as number[] | null) ?? rows(before.tags).map(({ id }) => id);
		both.tagTypeIds = [...new Set([...there, ...(changes.tagTypeIds as number[])])] as number[];
	}
	if ('attachments' in changes) {
		const files = new Map<unknown, IDataObject>();
		for (const one of [...rows(before.attachments), ...rows(changes.attachments)]) {
			files.set(one.url, one);
		}
		both.attachments = [...files.values()];
	}
	return both;
}

const rows = (list: unknown): IDataObject[] => (Array.isArray(list) ? (list as IDataObject[]) : []);

/** Stands above the fields of every update that has such lists. */
export const replaces =
	'Custom fields, tags and attachments that you give replace all that the record has, unless Keep What Is There is on.';
