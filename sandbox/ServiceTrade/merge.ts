import { uniq } from 'lodash';

import { wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';

/**
 * The record of the path loses: the winner takes its place wherever one of these members names it,
 * in every collection, and the loser is deleted.
 */
export function mergeInto(
	{ body, store }: SandboxRequest,
	collection: string,
	loserId: unknown,
	members: readonly string[],
): Row {
	const rows = store.collection(collection);
	const loser = rows.require(loserId);
	const winner = rows.get(body.replacementId);
	if (!winner || winner === loser) {
		throw wrongValue('replacementId', 'must be another record of the same kind');
	}
	for (const name of store.names) {
		for (const row of store.collection(name).all()) {
			for (const member of members) {
				const value = row[member];
				if (value === loser.id) store.collection(name).change(row.id, { [member]: winner.id });
				else if (Array.isArray(value) && value.includes(loser.id)) {
					const ids = uniq(value.map((id: unknown) => (id === loser.id ? winner.id : id)));
					store.collection(name).change(row.id, { [member]: ids });
				}
			}
		}
	}
	rows.remove(loser.id);
	return winner;
}
