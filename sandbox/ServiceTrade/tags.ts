import { anything } from '../core/pieces';
import { Answer, conflict, notFound, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { collectionOf, entityOf } from './entities';
import { named, tradeList } from './lists';
import { mergeInto } from './merge';
import { tag } from './records';
import { routesOf, together, type Routes, type Table } from './tables';

/** The numbers of the types whose records have tags here. */
const TAGGED = [2, 3, 4, 5, 6, 9, 10, 11, 18, 22, 24, 30];

const tagIdsOf = (row: Row) => (row.tagIds ?? []) as unknown[];

/** The record that the query names, if it names one; both members or none. */
function taggedOf({ query, store }: SandboxRequest): Row | undefined {
	together(query, 'entityId', 'entityType');
	if (query.entityId === undefined) return undefined;
	const row = entityOf(store, query.entityType, query.entityId);
	if (!row || !TAGGED.includes(Number(query.entityType))) {
		throw notFound('Record', `${String(query.entityType)}/${String(query.entityId)}`);
	}
	return row;
}

/** How many records of each type have the tag. */
function countsOf({ store }: SandboxRequest, id: unknown): Record<string, number> {
	const counts = TAGGED.map((type) => {
		const rows = store.collection(String(collectionOf(type))).all();
		return [type, rows.filter((row) => tagIdsOf(row).includes(id)).length] as const;
	});
	return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

const list: Handler = (request) => {
	const row = taggedOf(request);
	return tradeList('tags', {
		key: 'tags',
		filters: { name: named, entityType: anything, entityId: anything, counts: anything },
		rows: ({ store }) => {
			const all = store.collection('tags').all();
			return row ? all.filter(({ id }) => tagIdsOf(row).includes(id)) : all;
		},
		show: (one, asked) => ({
			...tag(one, asked),
			...(asked.query.counts === true ? { counts: countsOf(asked, one.id) } : {}),
		}),
	})(request);
};

function retag({ query, store }: SandboxRequest, row: Row, tagIds: unknown[]): void {
	store.collection(String(collectionOf(query.entityType))).change(row.id, { tagIds });
}

/** The tag by the path, or by the id or the name in the query. */
function namedTag({ path, query, store }: SandboxRequest): Row | undefined {
	const id = path.tagId ?? query.id;
	if (id !== undefined) return store.collection('tags').require(id);
	if (query.name === undefined) throw wrongValue('name', 'or id is required', 'query');
	return store.collection('tags').where('name', query.name)[0];
}

const attach: Handler = (request) => {
	const { path, query, store } = request;
	const row = taggedOf(request);
	if (!row && (path.tagId ?? query.id) !== undefined) {
		throw wrongValue('entityId', 'and entityType are required with the id of a tag', 'query');
	}
	const found = namedTag(request) ?? store.collection('tags').add({ name: query.name });
	if (row && !tagIdsOf(row).includes(found.id)) retag(request, row, [...tagIdsOf(row), found.id]);
	return tag(found, request);
};

/** Without a record the tag goes everywhere, and itself. */
const detach: Handler = (request) => {
	const { query, store } = request;
	const row = taggedOf(request);
	const found = namedTag(request);
	if (!found) throw notFound('Tag', query.name);
	if (row) {
		const others = tagIdsOf(row).filter((id) => id !== found.id);
		retag(request, row, others);
		return undefined;
	}
	for (const type of TAGGED) {
		const records = store.collection(String(collectionOf(type)));
		for (const one of records.all()) {
			if (!tagIdsOf(one).includes(found.id)) continue;
			records.change(one.id, { tagIds: tagIdsOf(one).filter((id) => id !== found.id) });
		}
	}
	store.collection('tags').remove(found.id);
	return undefined;
};

const table: Table = {
	from: 'tags',
	path: '/tag',
	id: 'tagId',
	key: 'tags',
	show: tag,
	check: ({ store }, result, row) => {
		const twin = store.collection('tags').where('name', result.name)[0];
		if (twin && twin !== row) throw conflict('There is a tag of that name already');
	},
};

export const tagRoutes: Routes = {
	...routesOf(table, 'read update'),
	'GET /tag': list,
	'POST /tag': attach,
	'DELETE /tag': detach,
	'POST /tag/{tagId}': attach,
	'DELETE /tag/{tagId}': detach,
	'POST /tag/{tagId}/merge': (request) => {
		const winner = mergeInto(request, 'tags', request.path.tagId, ['tagIds']);
		return new Answer(200, { data: tag(winner, request) });
	},
};
