import type { IDataObject } from 'n8n-workflow';
import startCase from 'lodash/startCase';

import {
	choice,
	choices,
	dateTime,
	flag,
	list,
	number,
	pick,
	pickMany,
	select,
	text,
	type FieldOptions,
} from '../../shared/define/fields';
import {
	company,
	contract,
	jobItem,
	libItem,
	location,
	office,
	quote,
	region,
	serviceLine,
	serviceRequest,
	technician,
	terms,
	user,
	vendor,
} from '../pickers';

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

/** Whether one of them was given, for lists that are refused without a bound or another filter. */
export const hasAny = (given: object, ...names: readonly string[]): boolean =>
	names.some((name) => (given as IDataObject)[name] !== undefined);

export const tagFilter = list({
	label: 'Tags',
	description: 'Only records that have all of these',
});

export const nameFilter = text({ description: 'A part of the name is enough' });

const viewers = ['customer', 'public', 'subcontractor'] as const;

/** Who may see a record outside the account. */
export const visibility = choices(named(viewers), {
	description: 'Who may see it outside the account; public means everybody',
});

export const refNumber = text({
	label: 'Reference Number',
	description: 'Counted up by itself where it is left out of a new record',
});

export const wholeRefNumber = text({
	label: 'Reference Number',
	description: 'The whole number',
});

export const ownerId = pick(user, { label: 'Owner' });
export const salesId = pick(user, { label: 'Salesperson' });
export const assignedOfficeId = select(office, { label: 'Assigned Office' });
export const serviceLineId = select(serviceLine);
export const serviceRequestId = pick(serviceRequest);
export const libItemId = pick(libItem);
export const contractId = pick(contract, {
	description: 'The list needs the vendor or the customer',
});
export const quoteId = pick(quote);
export const termsId = select(terms, {
	description: 'Those of the contract or of the account where it is left out',
});
export const customerPo = text({ label: 'Customer PO' });
export const longDescription = text({ label: 'Description', rows: 4 });
export const notes = text({ rows: 3 });
export const vendorId = pick(vendor);
export const locationId = pick(location);
export const companyId = pick(company);

export const quantity = number();
export const price = number();
export const cost = number();
export const orderIndex = number({
	label: 'Order',
	description: 'Lines with lower numbers come first',
});

/** What a line of a quote, an invoice or a template is about. */
export const lineDetails = {
	description: text({ description: 'Needed where there is no library item' }),
	libItemId: pick(libItem),
	serviceLineId: select(serviceLine, {
		description: 'Needed where there is no library item, or one without a service line',
	}),
	orderIndex,
};

/** Filters by several of the account’s own short lists. */
export const officeIds = pickMany(office, {
	label: 'Office',
	description: 'Those that serve the location',
});
export const assignedOfficeIds = pickMany(office, { label: 'Assigned Office' });
export const regionIds = pickMany(region, { label: 'Region' });
export const serviceLineIds = pickMany(serviceLine, { label: 'Service Line' });
export const preferredTechIds = pickMany(technician, {
	label: 'Preferred Technician',
	description: 'Not together with a preferred vendor',
});
export const preferredVendorId = pick(vendor, {
	label: 'Preferred Vendor',
	description: 'Not together with preferred technicians',
});

export const duration = number({ description: 'How long it is expected to take, in seconds' });
export const estimatedPrice = number();
export const frequencies = ['daily', 'monthly', 'weekly', 'yearly'] as const;
export const interval = number({
	description: 'How many days, weeks, months or years lie between two of them',
});
export const repeatWeekday = flag({
	description:
		'Whether a monthly one falls on the same weekday of the same week, such as the first Tuesday',
});
export const frequency = choice(named(frequencies));

/** The kinds of library items, which lines of budgets and of jobs have as well. */
export const libItemTypes = [
	'equipment',
	'fee',
	'general_conditions',
	'inspection',
	'labor',
	'material',
	'other',
	'part',
	'service',
	'subcontractor',
] as const;

export const libItemType = choice(named(libItemTypes), { label: 'Item Type' });

/** The record that survives when two become one. */
export const MERGE_NOTICE = (kind: string): string =>
	`This cannot be undone. Everything that belongs to the ${kind} moves to the one that replaces it, and the ${kind} itself is deleted.`;

/** How to choose records that are only listed for another one. */
export const budgetHint = 'To choose from the list, type the ID of its job';
export const changeOrderHint = 'To choose from the list, type the ID of its budget';
export const partHint = (whole: string): string =>
	`To choose from the list, type the ID of its ${whole}`;

export const customerHint = 'To choose from the list, type the ID of its customer';

/** What lines of budgets and of change orders have beside name, quantity and cost. */
export const budgetLine = {
	jobItemId: pick(jobItem, { description: 'To choose from the list, type the ID of its job' }),
	libItemId,
	libItemType,
	orderIndex,
	price,
	serviceLineId: select(serviceLine, {
		description: 'Needed where there is no library item, or one without a service line',
	}),
	serviceRequestId,
};

/**
 * A number inside a group. n8n fills in every member of a group and would send 0 for what nobody
 * gave, while an empty text is left out.
 */
export const optionalNumber = (options: FieldOptions = {}) =>
	text({
		...options,
		write: (typed) => {
			const value = Number(String(typed).trim());
			// Anything else goes out as it was typed, so that the vendor says what is wrong with it.
			return Number.isFinite(value) ? value : typed;
		},
	});
