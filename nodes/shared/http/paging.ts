import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

import type { Paging } from '../define/vendor';

type Place = { readonly in?: Paging['in'] };

const ask = (names: IDataObject, wanted: boolean): IDataObject => (wanted ? names : {});

/** How many pages it takes, or nothing where the answer has no usable total. */
function pagesFor(total: unknown, size: unknown): { pages?: number } {
	const [all, each] = [Number(total ?? NaN), Number(size)];
	return Number.isFinite(all) && each > 0 ? { pages: Math.ceil(all / each) } : {};
}

/** Pages counted from 1. The answer tells whether more follow, how many records there are, or how many pages. */
export const numberedPages = (
	names: {
		readonly page: string;
		/** Left out where the vendor has no say in the size of a page. */
		readonly size?: string;
		/** Where the answer says that more follow. */
		readonly more?: string;
		/** Where the answer says how many records there are in all. */
		readonly total?: string;
		/** Where the answer says how many pages there are in all. */
		readonly pages?: string;
		/** What to send so that the answer has a total. */
		readonly count?: IDataObject;
		readonly largest: number;
	} & Place,
): Paging => {
	const at = (page: number, size: number): IDataObject => ({
		[names.page]: page,
		...(names.size !== undefined && { [names.size]: size }),
	});
	return {
		largest: names.largest,
		in: names.in ?? 'query',
		first: (size, count) => ({ ...at(1, size), ...ask(names.count ?? {}, count) }),
		at,
		read: ({ body }, sent, records) => {
			const page = Number(sent[names.page]);
			const size = names.size === undefined ? NaN : Number(sent[names.size]);
			const told =
				names.pages === undefined
					? pagesFor(names.total && get(body, names.total), size)
					: pagesFor(get(body, names.pages), 1);
			const more =
				names.more === undefined
					? told.pages === undefined
						? records.length >= size
						: page < told.pages
					: get(body, names.more) === true;
			return { ...told, ...(more && { next: at(page + 1, size) }) };
		},
	};
};

/** Pages by the number of records to leave out before them. */
export const skippedPages = (
	names: {
		readonly skip: string;
		readonly size: string;
		readonly total?: string;
		readonly count?: IDataObject;
		readonly largest: number;
	} & Place,
): Paging => {
	const at = (page: number, size: number): IDataObject => ({
		[names.skip]: (page - 1) * size,
		[names.size]: size,
	});
	return {
		largest: names.largest,
		in: names.in ?? 'query',
		first: (size, count) => ({ ...at(1, size), ...ask(names.count ?? {}, count) }),
		at,
		read: ({ body }, sent, records) => {
			const [skip, size] = [Number(sent[names.skip]), Number(sent[names.size])];
			const told = pagesFor(names.total && get(body, names.total), size);
			const more =
				told.pages === undefined ? records.length >= size : skip + size < told.pages * size;
			return { ...told, ...(more && { next: { [names.skip]: skip + size, [names.size]: size } }) };
		},
	};
};

/** Pages that each name the next one by a token. */
export const tokenPages = (
	names: {
		/** The parameter that takes the token. */
		readonly token: string;
		/** Where the answer has the next token. */
		readonly next: string;
		/** Where the answer says that more follow. Without it a token means more. */
		readonly more?: string;
		readonly largest: number;
	} & Place,
): Paging => ({
	largest: names.largest,
	in: names.in ?? 'query',
	first: () => ({}),
	read: ({ body }) => {
		const token = get(body, names.next) as string | undefined;
		const more = names.more === undefined ? Boolean(token) : get(body, names.more) === true;
		return more && token ? { next: { [names.token]: token } } : {};
	},
});

/** Lists that come whole. */
export const onePage: Paging = {
	largest: Number.MAX_SAFE_INTEGER,
	in: 'query',
	first: () => ({}),
	read: () => ({}),
};
