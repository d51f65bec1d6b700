import startCase from 'lodash/startCase';

import { dateTime, list } from '../../shared/define/fields';

/** Words of the vendor with names that can be read: `no_show` as `No Show`. */
export const named = <const V extends string>(words: readonly V[]) =>
	words.map((word) => [startCase(word), word] as const);

/** Bounds that most lists have; a record at the very bound is returned. */
export const stampFilters = {
	createdAfter: dateTime({ description: 'Only records created at this moment or later' }),
	createdBefore: dateTime({ description: 'Only records created at this moment or earlier' }),
	updatedAfter: dateTime({ description: 'Only records changed at this moment or later' }),
	updatedBefore: dateTime({ description: 'Only records changed at this moment or earlier' }),
};

export const tagFilter = list({
	label: 'Tags',
	description: 'Only records that have all of these',
});
