import { from } from '../../workflow';
import { has, type Case } from '../case';
import { as, done, gone, idOf, idsOf, includes, list, record } from './short';

const address = (name: string) => ({
	name,
	addressStreet: '12 Fennel Lane',
	addressCity: 'Maplewick',
	addressState: 'OH',
	addressPostalCode: '00011',
});

const companyId = idOf('company.create');
const contactId = idOf('contact.create');

/** Companies, contacts, locations, users and their tags. */
export const places: readonly Case[] = [
	record(
		'company.create',
		{ ...address('Fennel Lane Mills'), additionalFields: { refNumber: 'FLM-1', customer: true } },
		has({ name: 'Fennel Lane Mills', refNumber: 'FLM-1' }),
	),
	record('company.get', { companyId, simplify: false }, has({ name: 'Fennel Lane Mills' })),
	list(
		'company.getAll',
		{ returnAll: true, filters: { name: 'Fennel', isCustomer: true, status: 'active' } },
		includes('name', 'Fennel Lane Mills'),
	),
	record(
		'company.update',
		{ companyId, updateFields: { phoneNumber: '(303) 555-0141' } },
		has({ phoneNumber: '(303) 555-0141' }),
	),
	record(
		'company.findOrCreate',
		{ ...address('fennel lane mills') },
		has({ isNew: false, name: 'Fennel Lane Mills' }),
	),
	as(
		'company.findOrCreate a new one',
		record('company.findOrCreate', { ...address('Fennel Lane Bakers') }, has({ isNew: true })),
	),
	record('company.merge', {
		companyId: idOf('company.findOrCreate a new one'),
		replacementId: companyId,
	}),
	as('company.create to delete', record('company.create', address('Closed for Good'))),
	gone('company.delete', { companyId: idOf('company.create to delete') }),

	as(
		'location.create of the mills',
		record('location.create', { ...address('Mill 1'), companyId, additionalFields: {} }),
	),
	record(
		'location.findOrCreate',
		{ ...address('mill 1'), companyId },
		has({ isNew: false, name: 'Mill 1' }),
	),
	as(
		'location.findOrCreate a new one',
		record(
			'location.findOrCreate',
			{ ...address('Mill 2'), companyId, additionalFields: { refNumber: 'M-2' } },
			has({ isNew: true, refNumber: 'M-2' }),
		),
	),
	record('location.merge', {
		locationId: idOf('location.findOrCreate a new one'),
		replacementId: idOf('location.create of the mills'),
	}),
	as('location.create to delete', record('location.create', { ...address('Mill 3'), companyId })),
	gone('location.delete', { locationId: idOf('location.create to delete') }),

	record(
		'contact.create',
		{
			firstName: 'Odette',
			lastName: 'Quillfeather',
			additionalFields: {
				type: 'site manager',
				email: 'odette@example.com',
				companyIds: idsOf('company.create'),
			},
		},
		has({ lastName: 'Quillfeather' }),
	),
	record('contact.get', { contactId }, has({ email: 'odette@example.com' })),
	list(
		'contact.getAll',
		{ filters: { companyId, companyAlone: true } },
		includes('firstName', 'Odette'),
	),
	record('contact.update', { contactId, updateFields: { mobile: '(303) 555-0142' } }),
	record(
		'contact.findOrCreate',
		{
			firstName: 'Odette',
			lastName: 'Quillfeather',
			additionalFields: { email: 'odette@example.com' },
		},
		has({ isNew: false }),
	),
	as(
		'contact.findOrCreate a new one',
		record(
			'contact.findOrCreate',
			{
				firstName: 'Lorcan',
				lastName: 'Quillfeather',
				additionalFields: { type: 'caretaker', companyIds: idsOf('company.create') },
			},
			has({ isNew: true }),
		),
	),
	record('contact.linkToLocation', {
		contactId,
		locationId: idOf('location.create of the mills'),
	}),
	done('contact.unlinkFromLocation', {
		contactId,
		locationId: idOf('location.create of the mills'),
	}),
	record('contact.linkToCompany', {
		contactId: idOf('contact.findOrCreate a new one'),
		companyId: idOf('location.getAll', 'company.id'),
	}),
	done('contact.unlinkFromCompany', {
		contactId: idOf('contact.findOrCreate a new one'),
		companyId: idOf('location.getAll', 'company.id'),
	}),
	record('contact.merge', {
		contactId: idOf('contact.findOrCreate a new one'),
		replacementId: contactId,
	}),

	list('user.getAll', { filters: { isTech: true, status: ['active'] } }),
	record('user.get', { userId: idOf('user.getAll') }),
	record(
		'user.create',
		{
			username: 'sedge.warbler',
			firstName: 'Sedge',
			lastName: 'Warbler',
			password: ['reeds', 4, 'herons'].join('-'),
			email: 'sedge@example.com',
			companyId: idOf('user.getAll', 'company.id'),
			locationId: from('user.getAll', 'location.id'),
			additionalFields: { isSales: true, timezone: 'America/New_York' },
		},
		has({ username: 'sedge.warbler' }),
	),
	record(
		'user.update',
		{ userId: idOf('user.create'), updateFields: { status: 'inactive' } },
		has({ status: 'inactive' }),
	),
	done('user.addRole', { userId: idOf('user.create'), roleId: 2 }),
	done('user.removeRole', { userId: idOf('user.create'), roleId: 2 }),

	record('tag.create', { name: 'loading dock' }, has({ name: 'loading dock' })),
	record('tag.get', { tagId: idOf('tag.create') }),
	record('tag.addToRecord', {
		entityType: 5,
		entityId: companyId,
		tag: idOf('tag.create'),
	}),
	as(
		'tag.addToRecord by its name',
		record('tag.addToRecord', { entityType: 5, entityId: companyId, tagName: 'no parking' }),
	),
	list(
		'tag.getAll',
		{ filters: { entityType: 5, entityId: companyId, counts: true } },
		includes('name', 'loading dock'),
	),
	done('tag.removeFromRecord', {
		entityType: 5,
		entityId: companyId,
		tagName: 'no parking',
	}),
	record(
		'tag.update',
		{ tagId: idOf('tag.create'), name: 'two loading docks' },
		has({ name: 'two loading docks' }),
	),
	record('tag.merge', {
		tagId: idOf('tag.addToRecord by its name'),
		replacementId: idOf('tag.create'),
	}),
	gone('tag.delete', { tag: idOf('tag.create') }),
];
