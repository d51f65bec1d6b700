import type { Paging } from '../shared/define/vendor';

/** For the few lists that come whole and know no page. */
export const unpaged: Paging = {
	largest: Number.MAX_SAFE_INTEGER,
	in: 'query',
	first: () => ({}),
	read: () => ({}),
};
