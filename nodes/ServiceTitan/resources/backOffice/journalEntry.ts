import type { IDataObject } from 'n8n-workflow';

import {
	choice,
	choices,
	dateTime,
	groups,
	number,
	pick,
	pickMany,
	text,
} from '../../../shared/define/fields';
import { listAll, update, type Rounds } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { journalEntry as entries, serviceAgreement } from '../../backOfficePickers';
import { businessUnit, employee } from '../../pickers';
import { customFieldFilters, getThroughIds, repeated, spaced } from '../backOfficeFields';
import { ids, sortBy, stampFilters } from '../fields';
import { byFifty } from '../manyIds';

const id = pick(entries, { required: true });
const statuses = ['Closed', 'Open'] as const;
const syncStatuses = spaced('NotSynced', 'InProgress', 'Synced', 'OutOfSync', 'Error', 'Excluded');

/** Sent as an object with a member for each; others keep their values. */
const customFields = groups(
	{ name: text({ required: true }), value: text() },
	{
		write: (rows) =>
			Object.fromEntries(
				(rows as Array<{ name: string; value?: string }>).map(({ name, value = null }) => [
					name,
					value,
				]),
			),
		description: 'Without a value a custom field is emptied; others keep theirs',
	},
);

/** How many custom fields the list takes at a time. */
const MOST_CONDITIONS = 5;

/** The documents show each condition as a parameter of its own: `customField.Name=value`. */
const byCustomFields: Rounds = ({ customField, ...asked }) => {
	const conditions = Object.entries((customField ?? {}) as IDataObject).map(([name, value]) => [
		`customField.${name}`,
		value,
	]);
	return byFifty(asked).map((ids) => ({
		...ids,
		customField: undefined,
		...(Object.fromEntries(conditions) as IDataObject),
	}));
};

export const journalEntry = defineResource({
	value: 'journalEntry',
	name: 'Journal Entry',
	description: 'What is posted to the general ledger together',
	operations: {
		get: getThroughIds(
			'GET /accounting/v2/tenant/{tenant}/journal-entries',
			entries,
			'Get a journal entry',
		),
		getAll: listAll({
			action: 'Get many journal entries',
			request: 'GET /accounting/v2/tenant/{tenant}/journal-entries',
			rounds: byCustomFields,
			refuses: ({ customFieldValues = [] }) =>
				customFieldValues.length > MOST_CONDITIONS
					? `Custom Field Values: ${MOST_CONDITIONS} at the most`
					: undefined,
			query: {
				name: text({ description: 'A part of the name is enough' }),
				statuses: choices(statuses, repeated),
				syncStatuses: choices(syncStatuses, repeated),
				transactionTypes: choices(
					spaced(
						'Invoice',
						'Payment',
						'Bill',
						'VendorCredit',
						'VendorPayment',
						'InventoryAdjustment',
						'PaymentApplication',
						'BankDeposit',
						'RevenueRecognition',
						'Return',
						'InventoryTransfer',
						'Unspecified',
					),
					repeated,
				),
				numberFrom: number(),
				numberTo: number(),
				refNumber: text({
					label: 'Reference Number',
					description: 'A part of that of a transaction is enough',
				}),
				postedFrom: dateTime(),
				postedTo: dateTime(),
				transactionPostedFrom: dateTime(),
				transactionPostedTo: dateTime(),
				exportedFrom: dateTime(),
				exportedTo: dateTime(),
				exportedBy: pickMany(employee, { label: 'Exported By' }),
				businessUnitIds: pickMany(businessUnit),
				serviceAgreementIds: pickMany(serviceAgreement),
				customerName: text({ description: 'A part of the name is enough' }),
				locationName: text({ description: 'A part of the name is enough' }),
				vendorName: text({ description: 'A part of the name is enough' }),
				inventoryLocationName: text({ description: 'A part of the name is enough' }),
				customFieldValues: {
					...customFieldFilters('customField').customFieldValues,
					as: 'customField',
				},
				...stampFilters,
				ids,
				sort: sortBy(
					['ID', 'Id'],
					['Number', 'Number'],
					['Name', 'Name'],
					['Status', 'Status'],
					['Created', 'CreatedOn'],
					['Exported', 'ExportedOn'],
					['Exported By', 'ExportedBy'],
					['Post Date', 'PostDate'],
				),
			},
		}),
		getDetails: listAll({
			action: 'Get the details of a journal entry',
			description: 'Its lines by account, business unit, transaction and item',
			request: 'GET /accounting/v2/tenant/{tenant}/journal-entries/{id}/details',
			path: { id },
		}),
		getSummary: listAll({
			action: 'Get the summary of a journal entry',
			description: 'Its lines by account and business unit',
			request: 'GET /accounting/v2/tenant/{tenant}/journal-entries/{id}/summary',
			path: { id },
		}),
		setSyncStatus: update({
			action: 'Set the sync status of a journal entry',
			request: 'PATCH /accounting/v2/tenant/{tenant}/journal-entries/{id}/sync',
			path: { id },
			body: {
				syncStatus: choice(syncStatuses, { required: true }),
				version: number({
					label: 'Version ID',
					as: 'versionId',
					description: 'The version that was synced; needed for Synced',
				}),
				message: text(),
				customFields,
			},
			refuses: ({ syncStatus, version }) =>
				syncStatus === 'Synced' && version === undefined
					? 'Version ID: this is needed for the status Synced'
					: undefined,
		}),
		update: update({
			action: 'Update a journal entry',
			request: 'PATCH /accounting/v2/tenant/{tenant}/journal-entries/{id}',
			path: { id },
			body: { status: choice(statuses), customFields },
		}),
	},
});
