import { dateTime, number, pick, text } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { franchise } from '../pickers';
import { asGiven, snakeCased } from '../wire';
import { listFilters, notices } from './fields';

export const invoiceStatus = defineResource({
	value: 'invoiceStatus',
	name: 'Invoice Status',
	description: 'A stage of invoices, from quote to paid or void',
	operations: {
		getAll: listAll({
			action: 'Get many invoice statuses',
			request: 'GET /invoicesStatuses',
			query: listFilters,
		}),
	},
});

export const reviewSource = defineResource({
	value: 'reviewSource',
	name: 'Review Source',
	description: 'Where reviews come from, such as the web site',
	operations: {
		getAll: listAll({
			action: 'Get many review sources',
			request: 'GET /reviewsSources',
			query: listFilters,
		}),
	},
});

/** Not the same as the postal codes of locations: a zone is an area for scheduling. */
export const postalCode = defineResource({
	value: 'postalCode',
	name: 'Postal Code',
	description: 'Finds the zone of a franchise in which work is scheduled',
	operations: {
		getZone: read({
			action: 'Get the zone of a postal code',
			description: 'Several franchises may have zones for the same postal code',
			request: 'GET /postalCodes/zone/{postalCode}',
			path: {
				postalCode: text({
					required: true,
					placeholder: '80228',
					description: 'In countries such as Canada the first part, such as V6C, is enough',
				}),
			},
			query: snakeCased({ franchiseId: pick(franchise, { required: true }) }),
			...notices.path,
		}),
		getZoneByAddress: read({
			name: 'Get Zone by Address',
			action: 'Get the zone of an address',
			description: 'With the address. Its owner decides which franchise is meant.',
			request: 'GET /postalCodes/zoneByAddress/{address}',
			path: {
				address: number({
					required: true,
					label: 'Address ID',
					description: 'As it stands in an appointment or invoice. Addresses cannot be listed.',
				}),
			},
			...notices.path,
		}),
	},
});

export const taxRate = defineResource({
	value: 'taxRate',
	name: 'Tax Rate',
	description: 'The sales tax at an address',
	operations: {
		get: read({
			action: 'Get a tax rate',
			description:
				'The rate is a fraction in text: 0.045 is 4.5 %. City, state and county in the answer are what was found. Do not keep it beyond its expiration date.',
			request: 'GET /taxRates/{postalCode}',
			path: { postalCode: text({ required: true, placeholder: '80228' }) },
			query: {
				city: text({ description: 'In the US it makes the result much more exact' }),
				state: text(),
				county: text(),
				address1: text({ label: 'Street' }),
				address2: text({ label: 'Street, Second Line' }),
			},
			...notices.path,
		}),
	},
});

const reportFilters = {
	lastModifiedAfter: dateTime({
		as: 'last_modified.after',
		// inferred: the time in the record is true UTC. The sample is one hour off.
		description: 'Compared in UTC, as far as the vendor tells. Allow for one hour more.',
	}),
	lastServiceAfter: dateTime({
		as: 'most_recent.invoice.date_completed.after',
		description: 'When the latest job was. The digits are sent as given.',
		write: asGiven,
	}),
	lastServiceBefore: dateTime({
		as: 'most_recent.invoice.date_completed.before',
		description:
			'When the latest job was. The digits are sent as given. Together with Last Service After it finds who was not served for some months.',
		write: asGiven,
	}),
	...listFilters,
};

const TIMES =
	'The completion of the latest job is on the clock of the franchise, other times are in UTC';

export const household = defineResource({
	value: 'household',
	name: 'Household',
	description: 'An address that was served, with its latest invoice and contact',
	id: '_id.$oid',
	operations: {
		getAll: listAll({
			action: 'Get many households',
			description: TIMES,
			request: 'GET /households',
			query: reportFilters,
			...notices.path,
		}),
	},
});

export const marketingEmail = defineResource({
	value: 'marketingEmail',
	name: 'Marketing Email',
	description: 'An email address of a customer, with its latest invoice and address',
	id: '_id.$oid',
	operations: {
		getAll: listAll({
			action: 'Get many marketing emails',
			description: `${TIMES}. Leave out those that are unsubscribed.`,
			request: 'GET /marketingEmails',
			query: reportFilters,
			...notices.path,
		}),
	},
});
