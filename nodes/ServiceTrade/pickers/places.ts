import { definePicker, labelled } from '../../shared/define/picker';
import { limitedPages } from '../paging';
import { byName, byPlace, example, id, joined } from './labels';

export const company = definePicker({
	value: 'company',
	name: 'Company',
	plural: 'Companies',
	search: 'GET /company',
	find: (name) => ({ name }),
	example,
	id,
	item: byPlace,
});

export const customer = definePicker({
	...company,
	value: 'customer',
	name: 'Customer',
	plural: 'Customers',
	always: { isCustomer: 1 },
});

export const vendor = definePicker({
	...company,
	value: 'vendor',
	name: 'Vendor',
	plural: 'Vendors',
	always: { isVendor: 1 },
});

export const location = definePicker({
	value: 'location',
	name: 'Location',
	plural: 'Locations',
	search: 'GET /location',
	find: (name) => ({ name }),
	within: { customerId: 'companyId' },
	paging: limitedPages,
	example,
	id,
	item: byPlace,
});

/** Offices are locations of vendors. The list leaves out what is no customer’s unless told otherwise. */
export const office = definePicker({
	value: 'office',
	name: 'Office',
	plural: 'Offices',
	search: 'GET /location',
	always: { isVendor: 1, isCustomer: 0 },
	find: (name) => ({ name }),
	paging: limitedPages,
	example,
	id,
	item: byName,
});

export const contact = definePicker({
	value: 'contact',
	name: 'Contact',
	plural: 'Contacts',
	search: 'GET /contact',
	find: (search) => ({ search }),
	example,
	id,
	item: ({ firstName, lastName, type, email, id: value }) => ({
		name: labelled(
			joined([firstName, lastName].filter(Boolean).map(String).join(' '), type, email),
			value,
		),
		value: Number(value),
	}),
});

export const region = definePicker({
	value: 'region',
	name: 'Region',
	plural: 'Regions',
	search: 'GET /region',
	find: (name) => ({ name }),
	example: '5',
	id,
	item: byName,
});

export const brand = definePicker({
	value: 'brand',
	name: 'Brand',
	plural: 'Brands',
	search: 'GET /company/{companyId}/brand',
	find: (name) => ({ name }),
	within: { companyId: 'companyId' },
	example,
	id,
	item: (record) => ({
		name: labelled(record.displayName || record.name, record.id),
		value: Number(record.id),
	}),
});

export const warehouse = definePicker({
	value: 'warehouse',
	name: 'Warehouse',
	plural: 'Warehouses',
	search: 'GET /warehouse',
	// Without it inactive ones are left out.
	always: { status: 'all' },
	example: '5',
	id,
	item: byName,
});

export const entityFilter = definePicker({
	value: 'entityFilter',
	name: 'Entity Filter',
	plural: 'Entity Filters',
	search: 'GET /entityfilter',
	find: (name) => ({ name }),
	example: '5',
	id,
	item: byName,
});
