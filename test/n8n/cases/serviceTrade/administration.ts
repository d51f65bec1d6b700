import { from, values } from '../../workflow';
import { has, type Case } from '../case';
import { as, counts, done, gone, idOf, includes, list, record } from './short';

const brand = { companyId: idOf('company.create'), brandId: from('brand.create', 'id') };
const ofJob = { entityType: 'job', entityId: idOf('job.create at the mills') };
const system = { externalSystem: from('externalSystem.create', 'name') };
const quoteTemplateId = idOf('quoteTemplate.create');
const templateItem = { quoteTemplateId, itemId: idOf('quoteTemplateItem.create') };
const userValue = { userId: idOf('user.create'), valueId: idOf('userValue.create') };
const corners = values([
	{ lat: 39.1, lon: -84.6 },
	{ lat: 39.3, lon: -84.6 },
	{ lat: 39.2, lon: -84.3 },
]);

const cases: readonly Case[] = [
	record('heartbeat.get'),
	record('accountSettings.get', {}, ([first]) =>
		Array.isArray(first.jobTypes) ? undefined : 'no job types',
	),
	list('activity.getAll'),
	record('activity.get', { activityId: from('activity.getAll', 'id') }),
	list('role.getAll'),
	record('role.get', { roleId: from('role.getAll', 'id') }),
	record('authentication.getCurrentUser', {}, ([first]) =>
		first.authenticated === true && first.authToken === undefined
			? undefined
			: 'not signed in, or with the session in it',
	),
	record('eula.get'),
	record('eula.accept'),
	record('masterAgreement.get'),
	record('masterAgreement.accept'),

	record('brand.create', {
		companyId: idOf('company.create'),
		name: 'Mills',
		additionalFields: { displayName: 'The Mills' },
	}),
	record('brand.get', brand),
	list('brand.getAll', { companyId: idOf('company.create') }, counts(1)),
	record('brand.update', { ...brand, updateFields: { webSite: 'https://mills.example.com' } }),

	list('entityFilter.getAll', { filters: { type: 'location' } }),
	record('entityFilter.get', { entityFilterId: from('entityFilter.getAll', 'id') }),

	record('externalSystem.create', {
		name: 'papertiger',
		label: 'Papertiger',
		additionalFields: { syncableTypes: ['invoice'] },
	}),
	record('externalSystem.get', { externalSystemId: from('externalSystem.create', 'id') }),
	list('externalSystem.getAll', { returnAll: true }, includes('name', 'papertiger')),
	record('externalSystem.update', {
		externalSystemId: from('externalSystem.create', 'id'),
		updateFields: { label: 'Paper Tiger' },
	}),
	record('externalSync.create', {
		entityType: 6,
		entityId: idOf('invoice.create'),
		systemId: from('externalSystem.create', 'id'),
		additionalFields: { details: '{"try": 1}' },
	}),
	record('externalSync.get', { externalSyncId: idOf('externalSync.create') }),
	list('externalSync.getAll', {
		filters: { entityType: 6, entityId: idOf('invoice.create') },
	}),
	record('externalSync.update', {
		externalSyncId: idOf('externalSync.create'),
		updateFields: { status: 'ok' },
	}),
	record('externalId.set', { ...ofJob, ...system, value: 'J/77' }),
	record('externalId.get', { ...ofJob, ...system }),
	record('externalId.getAllOfRecord', ofJob),
	record('externalId.find', { entityType: 'job', ...system, value: 'J/77' }),
	done('externalId.clear', { ...ofJob, ...system }),

	record('import.create', { type: 'location' }),
	record('import.get', { id: from('import.create', 'id') }),
	gone('import.delete', { id: from('import.create', 'id') }),
	record('jobContext.getOrCreate', {
		additionalFields: { customerId: idOf('company.create'), jobType: 'repair' },
	}),
	record('jobContext.get', { jobContextId: idOf('jobContext.getOrCreate') }),
	list('jobContext.getAll'),
	gone('jobContext.delete', { jobContextId: idOf('jobContext.getOrCreate') }),
	record('legacyLookup.findCompany', { legacy: '9104', options: { type: 'customer' } }),
	record('legacyLookup.findJob', { legacy: '91001' }),
	record('legacyLookup.findLocation', { legacy: '9103' }),
	record('legacyLookup.findServiceLine', { legacy: '901' }),
	record('legacyLookup.findUser', { legacy: '951' }),

	list('paymentTerms.getAll'),
	record('paymentTerms.get', { paymentTermsId: from('paymentTerms.getAll', 'id') }),
	record('quoteTemplate.create', {
		name: 'Valves',
		additionalFields: { description: 'New valves' },
	}),
	record('quoteTemplate.get', { quoteTemplateId }),
	list('quoteTemplate.getAll', { filters: { name: 'Valves' } }, counts(1)),
	record('quoteTemplate.update', {
		quoteTemplateId,
		updateFields: { description: 'Better valves' },
	}),
	record('quoteTemplateItem.create', {
		quoteTemplateId,
		quantity: 2,
		additionalFields: { libItemId: idOf('libItem.create') },
	}),
	record('quoteTemplateItem.get', templateItem),
	list('quoteTemplateItem.getAll', { quoteTemplateId }, counts(1)),
	record('quoteTemplateItem.update', { ...templateItem, updateFields: { quantity: 4 } }),
	gone('quoteTemplateItem.delete', templateItem),
	gone('quoteTemplate.delete', { quoteTemplateId }),

	record('region.create', {
		name: 'North bank',
		points: corners,
		additionalFields: { paint: '#336699' },
	}),
	record('region.get', { regionId: from('region.create', 'id') }),
	list('region.getAll', { filters: { lat: 39.2, lon: -84.5 } }, includes('name', 'North bank')),
	record('region.update', {
		regionId: from('region.create', 'id'),
		updateFields: { name: 'South bank' },
	}),
	done('region.recalculate', { regionId: from('region.create', 'id') }),
	gone('region.delete', { regionId: from('region.create', 'id') }),

	record('serviceTemplate.create', {
		name: 'Pump care',
		description: 'Look after a pump',
		serviceLineId: from('serviceLine.getAll', 'id'),
		additionalFields: { frequency: 'monthly', interval: 6 },
	}),
	record('serviceTemplate.get', { serviceTemplateId: idOf('serviceTemplate.create') }),
	list('serviceTemplate.getAll', { filters: { name: 'Pump' } }),
	record('serviceTemplate.update', {
		serviceTemplateId: idOf('serviceTemplate.create'),
		updateFields: { duration: 3600 },
	}),
	gone('serviceTemplate.delete', { serviceTemplateId: idOf('serviceTemplate.create') }),

	list('taxRate.getAll', { postalCode: '00011' }),
	record('taxGroup.create', {
		code: 'NC-TEST',
		name: 'Harbor towns',
		combinedRate: 0.07,
		state: 'NC',
		additionalFields: { postalCodes: '00050, 00051' },
	}),
	record('taxGroup.get', { taxGroupId: from('taxGroup.create', 'id') }),
	list('taxGroup.getAll', { filters: { code: 'NC-' } }, counts(1)),
	record('taxGroup.update', {
		taxGroupId: from('taxGroup.create', 'id'),
		updateFields: { combinedRate: 0.0725 },
	}),
	gone('taxGroup.delete', { taxGroupId: from('taxGroup.create', 'id') }),
	record('terms.create', { name: 'Winter', content: 'Snow is not our fault.' }),
	record('terms.get', { termsId: from('terms.create', 'id') }),
	list('terms.getAll', { returnAll: true }, includes('name', 'Winter')),
	record('terms.update', {
		termsId: from('terms.create', 'id'),
		updateFields: { content: 'Ice neither.' },
	}),
	gone('terms.delete', { termsId: from('terms.create', 'id') }),
	record('token.create', {
		options: { contactId: idOf('contact.create'), jobId: idOf('job.create at the mills') },
	}),

	record('userValue.create', {
		userId: idOf('user.create'),
		name: 'disableClock',
		value: '1',
	}),
	record('userValue.get', userValue),
	list('userValue.getAll', { userId: idOf('user.create') }),
	record('userValue.update', { ...userValue, updateFields: { value: '0' } }, has({ value: '0' })),
	gone('userValue.delete', userValue),

	record('warehouse.create', { name: 'Shed', additionalFields: { status: 'active' } }),
	record('warehouse.get', { warehouseId: from('warehouse.create', 'id') }),
	list('warehouse.getAll', { filters: { status: 'all' } }),
	record('warehouse.update', {
		warehouseId: from('warehouse.create', 'id'),
		updateFields: { status: 'inactive' },
	}),

	record('webhook.create', {
		hookUrl: 'https://hooks.example.com/new',
		additionalFields: { includeChangesets: true },
	}),
	record('webhook.get', { webhookId: from('webhook.create', 'id') }),
	list('webhook.getAll'),
	record('webhook.update', {
		webhookId: from('webhook.create', 'id'),
		updateFields: { enabled: false },
	}),
	gone('webhook.delete', { webhookId: from('webhook.create', 'id') }),
	as(
		'customRequest.send of the administration',
		record('customRequest.send', { method: 'GET', route: '/accountsettings' }),
	),
	as('customRequest.download of the administration', {
		operation: 'customRequest.download',
		parameters: { route: '/accountsettings' },
		gives: 'file',
	}),
	done('authentication.logOut'),
];

/** Settings, templates, taxes and other systems: the operations of the second node. */
export const administration: readonly Case[] = cases.map((one) => ({
	...one,
	node: 'serviceTradeAdministration',
}));
