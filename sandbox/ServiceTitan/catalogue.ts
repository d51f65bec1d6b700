import { contains, equals, oneOf, read, type Filter } from '../core/pieces';
import type { Handler } from '../core/vendor';
import { feed, orderedBy, shown, sortedBy, titanList } from './lists';

const JPM = '/jpm/v2/tenant/{tenant}';
const SETTINGS = '/settings/v2/tenant/{tenant}';
const MARKETING = '/marketing/v2/tenant/{tenant}';

// No external data is kept for these, so naming the application shows nothing more.
const externalDataApplicationGuid: Filter = () => () => true;

/** What the others are made of: kinds, reasons, people and places of work. */
export const catalogueRoutes: Readonly<Record<string, Handler>> = {
	[`GET ${JPM}/job-types`]: titanList('jobTypes', {
		activeOnly: true,
		ordering: orderedBy,
		filters: {
			name: contains('name'),
			priority: equals('priority'),
			minDuration: (value) => (row) => Number(row.duration) >= Number(value),
			maxDuration: (value) => (row) => Number(row.duration) <= Number(value),
			externalDataApplicationGuid,
		},
	}),
	[`GET ${JPM}/job-types/{id}`]: read('jobTypes', { show: shown }),
	// Active and inactive by default, unlike most.
	[`GET ${JPM}/job-cancel-reasons`]: titanList('jobCancelReasons', { ordering: sortedBy() }),
	[`GET ${JPM}/job-hold-reasons`]: titanList('jobHoldReasons', { ordering: sortedBy() }),

	[`GET ${SETTINGS}/technicians`]: titanList('technicians', {
		activeOnly: true,
		filters: { name: contains('name'), userIds: oneOf('userId') },
	}),
	[`GET ${SETTINGS}/technicians/{id}`]: read('technicians', { show: shown }),
	[`GET ${SETTINGS}/business-units`]: titanList('businessUnits', {
		activeOnly: true,
		filters: { name: contains('name'), externalDataApplicationGuid },
	}),
	[`GET ${SETTINGS}/business-units/{id}`]: read('businessUnits', { show: shown }),
	[`GET ${SETTINGS}/tag-types`]: titanList('tagTypes', { activeOnly: true, ordering: sortedBy() }),
	[`GET ${SETTINGS}/export/technicians`]: feed('technicians'),
	[`GET ${SETTINGS}/export/business-units`]: feed('businessUnits'),
	[`GET ${SETTINGS}/export/tag-types`]: feed('tagTypes'),

	[`GET ${MARKETING}/campaigns`]: titanList('campaigns', {
		activeOnly: true,
		filters: { name: contains('name') },
	}),
	[`GET ${MARKETING}/campaigns/{id}`]: read('campaigns', { show: shown }),
};
