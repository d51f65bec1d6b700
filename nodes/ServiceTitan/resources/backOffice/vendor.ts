import { choice, flag, groups, number, pick, select, text } from '../../../shared/define/fields';
import { create, listAll, read, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { paymentTerm, vendor as vendors } from '../../backOfficePickers';
import { tagType } from '../../pickers';
import { spaced, usualFilters, wholeAddress } from '../backOfficeFields';
import {
	activeFilter,
	externalData,
	externalDataChanges,
	externalDataSearch,
	figure,
} from '../fields';

const id = pick(vendors, { required: true });

const isTruckReplenishment = { label: 'Truck Replenishment' };
const taxRate = { description: 'Percent that is taken for purchase orders unless said otherwise' };
const restrictedMobileCreation = {
	label: 'No Orders From Mobile',
	description: 'Whether technicians may not order from it in the field',
};

const details = {
	firstName: text({ label: 'Contact First Name' }),
	lastName: text({ label: 'Contact Last Name' }),
	phone: text(),
	email: text({ placeholder: 'name@email.com' }),
	fax: text(),
	memo: text({ rows: 2 }),
	deliveryOption: choice(
		spaced(
			'Manual',
			'EmailAsExcel',
			'EmailAsPdf',
			'EmailAsPdfRollupView',
			'Electronic',
			'MarkAsSent',
			'EmailAsExcelAndPdf',
			'VendorPortal',
		),
		{ description: 'How purchase orders reach it' },
	),
	vendorQuickbooksItem: text({ label: 'QuickBooks Item' }),
	paymentTermId: select(paymentTerm),
	remittanceVendorId: pick(vendors, { label: 'Remittance Vendor' }),
	tags: groups({ tagTypeId: select(tagType, { required: true }) }),
};

const contact = { name: text({ required: true }), email: text({ required: true }) };

export const vendor = defineResource({
	value: 'vendor',
	name: 'Vendor',
	description: 'Who goods are bought from',
	operations: {
		create: create({
			action: 'Create a vendor',
			request: 'POST /inventory/v2/tenant/{tenant}/vendors',
			body: {
				name: text({ required: true }),
				active: flag({ required: true, default: true }),
				address: { ...wholeAddress, required: true as const },
				taxRate: number({ ...taxRate, required: true }),
				isTruckReplenishment: flag({ ...isTruckReplenishment, required: true }),
				restrictedMobileCreation: flag({ ...restrictedMobileCreation, required: true }),
				...details,
				vendorContacts: groups(contact, { label: 'Email Recipients' }),
				externalData,
			},
		}),
		get: read({
			action: 'Get a vendor',
			request: 'GET /inventory/v2/tenant/{tenant}/vendors/{id}',
			path: { id },
			query: externalDataSearch,
		}),
		getAll: listAll({
			action: 'Get many vendors',
			request: 'GET /inventory/v2/tenant/{tenant}/vendors',
			query: { active: activeFilter, ...externalDataSearch, ...usualFilters },
		}),
		update: update({
			action: 'Update a vendor',
			request: 'PATCH /inventory/v2/tenant/{tenant}/vendors/{id}',
			path: { id },
			body: {
				name: text(),
				active: flag(),
				address: wholeAddress,
				taxRate: number(taxRate),
				isTruckReplenishment: flag(isTruckReplenishment),
				restrictedMobileCreation: flag(restrictedMobileCreation),
				...details,
				vendorContacts: groups(
					{
						...contact,
						id: figure({ label: 'Contact ID', description: 'Of one that is there' }),
					},
					{
						label: 'Email Recipients',
						description: 'All of them then: the list is taken to replace the one that is there',
					},
				),
				externalData: externalDataChanges,
			},
		}),
	},
});
