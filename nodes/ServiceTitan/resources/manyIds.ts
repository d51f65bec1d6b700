import chunk from 'lodash/chunk';
import mapValues from 'lodash/mapValues';

import type { Operation, Rounds } from '../../shared/define/operation';
import type { Resource } from '../../shared/define/resource';

/** How many IDs a list takes at a time. */
const MOST_IDS = 50;

/** Asks for many records by fifties; most lists want the IDs in one text, a few as they are. */
export const byFifty: Rounds = ({ ids }) => {
	const all = typeof ids === 'string' ? ids.split(',') : Array.isArray(ids) ? ids : [];
	if (all.length <= MOST_IDS) return [{}];
	return chunk(all as string[], MOST_IDS).map((some) => ({
		ids: typeof ids === 'string' ? some.join(',') : some,
	}));
};

const wide = (operation: Operation): Operation =>
	operation.returns === 'many' && 'ids' in operation.query && operation.rounds === undefined
		? { ...operation, rounds: byFifty }
		: operation;

/** Every list that takes IDs takes any number of them. */
export const withManyIds = (resource: Resource): Resource => ({
	...resource,
	operations: mapValues(resource.operations, wide),
});
