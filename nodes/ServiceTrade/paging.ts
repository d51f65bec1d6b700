import get from 'lodash/get';

import type { Paging } from '../shared/define/vendor';
import { numberedPages } from '../shared/http/paging';

/** The size of a page that no request asks for. Lists differ and none says, so this is a guess. */
const USUAL_SIZE = 100;

/**
 * Pages of a list that takes a `limit`, at most 2,000 (5,000 for locations). Smaller ones are asked
 * for, because after the first the pages come several at a time.
 */
export const limitedPages: Paging = pagesOf({ size: 'limit', largest: 1_000 });

/** Pages by number. The answer tells how many there are, and one that does not is the only one. */
export function pagesOf({
	size,
	largest = USUAL_SIZE,
}: { size?: string; largest?: number } = {}): Paging {
	const pages = numberedPages({ page: 'page', size, pages: 'totalPages', largest });
	return {
		...pages,
		// Comments are printed without `data` around them.
		read: (answer, ...sent) =>
			pages.read({ ...answer, body: get(answer.body, 'data', answer.body) }, ...sent),
	};
}
