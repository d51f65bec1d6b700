import { DateTime } from 'luxon';

import type { Api } from '../shared/define/vendor';

/** How values go over the wire: moments in UTC, lists in queries with commas between. */
export const write: Api['write'] = {
	dateTime: (value) =>
		DateTime.fromISO(String(value)).toUTC().toISO({ suppressMilliseconds: true }),
	queryList: (values) => (values as unknown[]).join(','),
};
