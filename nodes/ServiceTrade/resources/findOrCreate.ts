import type { IDataObject } from 'n8n-workflow';
import mapValues from 'lodash/mapValues';

import type { Call } from '../../shared/define/operation';
import type { Route } from '../../shared/define/vendor';
import { limitedPages } from '../paging';

const plain = (value: unknown): string =>
	String(value ?? '')
		.trim()
		.toLowerCase();

interface Search {
	readonly list: Route;
	readonly create: Route;
	/** Narrows the list. What the vendor finds by a part is held against `wanted` here. */
	readonly query: IDataObject;
	readonly wanted: IDataObject;
	readonly body: IDataObject;
}

/**
 * The record that has all the wanted members, or a new one. A text fits whatever its case. Several
 * that fit are refused: which one is meant, nobody can say but the user.
 */
export async function findOrCreate(
	call: Call,
	{ list, create, query, wanted, body }: Search,
): Promise<IDataObject> {
	const rows = await call.list(list, {
		query: mapValues(query, (value) => (typeof value === 'string' ? value.trim() : value)),
		...(list === 'GET /location' && { paging: limitedPages }),
	});
	const fitting = rows.filter((row) =>
		Object.entries(wanted).every(([name, value]) => plain(row[name]) === plain(value)),
	);
	if (fitting.length > 1) {
		const ids = fitting.slice(0, 5).map(({ id }) => String(id));
		throw call.refuse(
			`${fitting.length} records fit, so it is not clear which one is meant: ${ids.join(', ')}`,
			'Give something that only one of them has, such as its reference number, or read it by its ID.',
		);
	}
	const [found] = fitting;
	if (found !== undefined) return { ...found, isNew: false };
	return { ...(await call.send(create, { body })), isNew: true };
}
