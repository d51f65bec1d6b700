import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../support/picker';
import { from, values } from '../workflow';
import { has, type Case } from './case';

/** The ID of what the case that creates one gave. */
const made = (resource: string) => from(`${resource}.create`, 'id');

interface Life {
	/** What is given to create one, required fields and optional ones. */
	readonly create: IDataObject;
	/** What is changed then, by the fields of the node and by the columns of the record. */
	readonly update: IDataObject;
	readonly shows: IDataObject;
}

/** A record from its creation to its end. Created, it is found in the list of its franchise. */
const lifeOf = (resource: string, { create, update, shows }: Life): Case[] => {
	const id = byId(made(resource));
	return [
		{ operation: `${resource}.create`, parameters: create, gives: 'record' },
		{ operation: `${resource}.get`, parameters: { id, simplify: false }, gives: 'record' },
		{
			operation: `${resource}.getAll`,
			parameters: { limit: 100, filters: { showInactive: true } },
			gives: 'list',
		},
		{
			operation: `${resource}.update`,
			parameters: { id, ...update },
			gives: 'record',
			check: has(shows),
		},
	];
};

const endOf = (resource: string): Case => ({
	operation: `${resource}.delete`,
	parameters: { id: byId(made(resource)) },
	gives: 'deleted',
});

/** Records of which the documents show nothing: whatever object is given is sent. */
const unknownLife = (resource: string): Case[] => [
	...lifeOf(resource, {
		create: { columns: { name: 'First' } },
		update: { columns: '{"name": "Second"}' },
		shows: { name: 'Second' },
	}),
	endOf(resource),
];

const UNKNOWN = [
	'dataExport',
	'dataExportFile',
	'dataExportFormat',
	'dataExportFormatField',
	'dataExportLog',
	'dataExportUploader',
	'dataExportUploadSchedule',
	'equipment',
	'helpInformation',
	'messageOfTheDay',
	'messageOfTheDayLog',
	'onlineSchedulingService',
	'onlineSchedulingServiceCategory',
	'popup',
	'popupLog',
	'punchClock',
	'release',
	'schedulingAssignmentCustomDate',
	'schedulingAssignmentDefault',
	'schedulingModule',
	'schedulingTimeCustomDate',
	'schedulingTimeDefault',
	'singleSignOn',
	'todo',
];

const breadcrumb = (resource: string): Case => ({
	operation: `${resource}.getBreadcrumb`,
	parameters: { id: byId(made(resource)) },
	gives: 'list',
});

const marketing: readonly Case[] = [
	...lifeOf('campaignCategory', {
		create: { name: 'Door hangers', icon: 'hand-o-up', costType: 1 },
		update: { updateFields: { displayOrder: 12 } },
		shows: { name: 'Door hangers', display_order: 12 },
	}),
	breadcrumb('campaignCategory'),
	...lifeOf('campaignSubcategory', {
		create: {
			additionalFields: {
				franchiseId: byId(501),
				campaignsCategoryId: byId(made('campaignCategory')),
				name: 'Doors of the old town',
			},
		},
		update: { updateFields: { name: 'Doors of the new town' } },
		shows: { name: 'Doors of the new town' },
	}),
	breadcrumb('campaignSubcategory'),
	...lifeOf('couponPack', {
		create: { additionalFields: { franchiseId: byId(501), name: 'For doors' } },
		update: { updateFields: { isDefault: false } },
		shows: { name: 'For doors' },
	}),
	...lifeOf('campaign', {
		create: {
			franchiseId: byId(501),
			name: 'Doors in spring',
			code: 'DH0426',
			campaignsCategoryId: byId(made('campaignCategory')),
			campaignsSubcategoryId: byId(made('campaignSubcategory')),
			startDate: '2026-04-01',
			additionalFields: { endDate: '2026-04-30', cost: 480 },
		},
		update: {
			updateFields: { couponsPackId: byId(made('couponPack')), openEnded: true },
		},
		shows: { code: 'DH0426', end_date: '', cost: 480 },
	}),
	breadcrumb('campaign'),
	...lifeOf('coupon', {
		create: {
			additionalFields: {
				franchiseId: byId(501),
				couponsPackId: byId(made('couponPack')),
				name: 'Ten off',
				startDate: '2026-04-01',
			},
		},
		update: { updateFields: { cannotBeCombined: true } },
		shows: { name: 'Ten off', cannot_be_combined: true },
	}),
	...lifeOf('couponRule', {
		create: {
			additionalFields: { couponId: byId(made('coupon')), value: 10, discountType: 'dollar' },
		},
		update: { updateFields: { value: 12 } },
		shows: { value: 12, discount_type: 'dollar' },
	}),
	{
		operation: 'coupon.validate',
		parameters: {
			lineItems: values([
				{ serviceId: byId(2001), quantity: 2, price: 49, taxable: true, active: true },
				{ couponId: byId(96_001), quantity: 1, price: 0 },
			]),
		},
		gives: 'record',
		check: has({ valid: true }),
	},
	{
		operation: 'campaign.hide',
		parameters: { id: byId(made('campaign')) },
		gives: 'record',
		check: has({ hidden: true }),
	},
	{
		operation: 'campaign.unhide',
		parameters: { id: byId(made('campaign')) },
		gives: 'record',
		check: has({ hidden: false }),
	},
	endOf('campaign'),
	{
		operation: 'campaign.activate',
		parameters: { id: byId(made('campaign')) },
		gives: 'record',
		check: has({ active: true }),
	},
	endOf('couponRule'),
	endOf('coupon'),
	endOf('couponPack'),
	endOf('campaignSubcategory'),
	endOf('campaignCategory'),
];

const services: readonly Case[] = [
	...lifeOf('category', {
		create: {
			type: 'SERVICE',
			name: 'Mattresses',
			displayOrder: 9,
			additionalFields: { code: 'MAT' },
		},
		update: { updateFields: { schedulingExempt: true } },
		shows: { name: 'Mattresses', scheduling_exempt: 1 },
	}),
	...lifeOf('service', {
		create: {
			additionalFields: {
				categoryId: byId(made('category')),
				code: 'QUEEN',
				name: 'Queen mattress',
			},
		},
		update: { updateFields: { displayOrder: 3 } },
		shows: { code: 'QUEEN', display_order: 3 },
	}),
	{
		operation: 'serviceSetting.copyCorporate',
		parameters: { id: byId(made('service')), franchiseId: byId(502) },
		gives: 'record',
		check: has({ franchise_id: 502, name: 'Queen mattress' }),
	},
	...lifeOf('serviceSetting', {
		create: {
			additionalFields: {
				franchiseId: byId(501),
				serviceId: byId(made('service')),
				categoryId: byId(made('category')),
				name: 'Queen mattress',
				price: 80,
			},
		},
		update: { updateFields: { price: 85, duration: 2700 } },
		shows: { price: 85, duration: 2700 },
	}),
	endOf('serviceSetting'),
	endOf('service'),
	{
		operation: 'service.fullDelete',
		parameters: { id: byId(made('service')) },
		gives: 'deleted',
	},
	endOf('category'),
	{
		operation: 'lineItem.getAll',
		parameters: { invoiceId: byId(50_001), returnAll: true },
		gives: 'list',
	},
	{ operation: 'lineItem.list', parameters: { limit: 5 }, gives: 'list' },
];

const places: readonly Case[] = [
	...lifeOf('location', {
		create: { code: 'XX-0501Z', label: 'Old Mill', franchiseId: byId(501) },
		update: { updateFields: { phone: '555-0161' } },
		shows: { code: 'XX-0501Z', phone: '555-0161' },
	}),
	{
		operation: 'location.getByCode',
		parameters: { code: byId('XX-0501Z'), simplify: false },
		gives: 'record',
		check: has({ label: 'Old Mill' }),
	},
	...lifeOf('locationZipcode', {
		create: {
			additionalFields: { zipcode: '00977', locationId: byId(made('location')) },
		},
		update: { updateFields: { displayLocationId: byId(1) } },
		shows: { zipcode: '00977', display_location_id: 1 },
	}),
	{
		operation: 'locationZipcode.exists',
		parameters: { zipcode: '00977' },
		gives: 'record',
		check: has({ exists: true }),
	},
	{
		operation: 'locationZipcode.reassign',
		parameters: { zipcode: '00977', locationId: byId(2) },
		gives: 'success',
	},
	{
		operation: 'locationZipcode.saveList',
		parameters: { zipcodes: '00977, 00978', locationId: byId(made('location')) },
		gives: 'success',
	},
	endOf('locationZipcode'),
	endOf('location'),
	{
		operation: 'postalCode.getZone',
		parameters: { postalCode: 'V6C', franchiseId: byId(501) },
		gives: 'record',
		check: has({ franchise_id: 501 }),
	},
	{ operation: 'postalCode.getZoneByAddress', parameters: { address: 4004 }, gives: 'record' },
	{
		operation: 'taxRate.get',
		parameters: {
			postalCode: from('household.getAll', 'zipcode'),
			options: { city: from('household.getAll', 'city') },
		},
		gives: 'record',
		check: has({ rate: '0.045' }),
	},
];

const people: readonly Case[] = [
	...lifeOf('group', {
		create: { additionalFields: { name: 'Trainers', adminRank: 30 } },
		update: { updateFields: { displayOrder: 4 } },
		shows: { name: 'Trainers', admin_rank: 30 },
	}),
	...lifeOf('employee', {
		create: {
			firstName: 'Wilhelmina',
			lastName: 'Quickstep',
			username: 'wilhelmina.quickstep',
			groupId: made('group'),
			additionalFields: { franchiseId: byId(501), startDate: '2026-03-02', schedule: true },
		},
		update: { updateFields: { mobile: '555-0162' } },
		shows: { username: 'wilhelmina.quickstep', mobile: '555-0162' },
	}),
	{
		operation: 'employee.delete',
		parameters: { id: byId(made('employee')), options: { takeOffCalendar: true } },
		gives: 'deleted',
	},
	endOf('group'),
	{ operation: 'punchClock.punchTheClock', gives: 'success' },
];

const franchises: readonly Case[] = [
	{ operation: 'franchise.getAll', parameters: { returnAll: true }, gives: 'list' },
	{ operation: 'franchise.get', parameters: { id: byId(503) }, gives: 'record' },
	{ operation: 'franchise.deactivate', parameters: { id: byId(503) }, gives: 'success' },
	{ operation: 'franchise.activate', parameters: { id: byId(503) }, gives: 'success' },
	{
		operation: 'schedulingModulePreference.update',
		parameters: { id: 1, columns: { scheduling_module_id: 2 } },
		gives: 'record',
		check: has({ scheduling_module_id: 2 }),
	},
	{ operation: 'schedulingModulePreference.delete', parameters: { id: 1 }, gives: 'deleted' },
	{ operation: 'landing.download', parameters: { id: 1 }, gives: 'file' },
	{ operation: 'schedule.download', gives: 'file' },
	{ operation: 'schedule.downloadCalendar', gives: 'file' },
];

const reports: readonly Case[] = [
	{
		operation: 'household.getAll',
		parameters: {
			returnAll: true,
			filters: { lastServiceBefore: '={{ $now.minus({ days: 3 }).toISO() }}' },
		},
		gives: 'list',
	},
	{
		operation: 'marketingEmail.getAll',
		parameters: {
			limit: 5,
			filters: { franchiseId: byId(501), lastModifiedAfter: '2020-01-01T00:00:00Z' },
		},
		gives: 'list',
	},
	{ operation: 'invoiceStatus.getAll', parameters: { returnAll: true }, gives: 'list' },
	{ operation: 'reviewSource.getAll', parameters: { returnAll: true }, gives: 'list' },
	{
		operation: 'review.getAverages',
		parameters: { options: { locationCode: byId('XX-0501A') } },
		gives: 'record',
	},
];

/** Everything but the resources that people work with all day. */
export const catalogue: readonly Case[] = [
	...reports,
	...marketing,
	...services,
	...people,
	...places,
	...franchises,
	...UNKNOWN.flatMap(unknownLife),
];
