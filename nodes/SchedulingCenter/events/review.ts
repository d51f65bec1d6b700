import type { IDataObject } from 'n8n-workflow';

import { defineEvent } from '../../shared/define/event';
import { lagSeconds, shortOverlapSeconds, untouched } from './clocks';
import { reviewFilters } from './filters';

const READS_ALL =
	'The vendor cannot be asked for the latest ones, so each look reads all reviews: choose a franchise or location where there are many';

export const reviewUpdated = defineEvent({
	value: 'reviewUpdated',
	name: 'Review Updated',
	description: `When a review changes after it was given, deletion included (active is then false). ${READS_ALL}.`,
	request: 'GET /reviews',
	resource: 'review',
	always: { showInactive: true, showCensored: true, showNotAllowedPublic: true },
	// There is no filter by time.
	since: () => ({}),
	changedAt: 'last_modified',
	id: 'id',
	only: (record) => !untouched(record),
	filters: reviewFilters,
	overlapSeconds: shortOverlapSeconds,
	lagSeconds,
});

export const reviewCreated = defineEvent({
	...reviewUpdated,
	value: 'reviewCreated',
	name: 'Review Created',
	description: `When a review comes in, private and censored ones included. ${READS_ALL}.`,
	changedAt: 'date_created',
	only: undefined,
});

/** Who gives up to this much of 10 would rather not recommend the company. */
const LOW = 6;

export const lowReviewCreated = defineEvent({
	...reviewCreated,
	value: 'lowReviewCreated',
	name: 'Low Review Created',
	description: `When a review with a rating of ${LOW} or less comes in, private and censored ones included. ${READS_ALL}.`,
	only: ({ rating }: IDataObject) => typeof rating === 'number' && rating <= LOW,
});
