import { pick, select, text } from '../../shared/define/fields';
import { create, listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { attachment, brand as brands, company } from '../pickers';
import { nameFilter } from './fields';

const companyId = pick(company, { required: true });
const brandId = select(brands, { required: true });

const details = {
	details: text({ rows: 3 }),
	displayName: text(),
	logoId: pick(attachment, {
		label: 'Logo',
		description: 'An attachment. To choose from the list, type the ID of a job.',
	}),
	webSite: text({ placeholder: 'https://example.com' }),
};

export const brand = defineResource({
	value: 'brand',
	name: 'Brand',
	description: 'A name under which a company appears to its customers',
	operations: {
		create: create({
			action: 'Create a brand',
			request: 'POST /company/{companyId}/brand',
			path: { companyId },
			body: { name: text({ required: true }), ...details },
		}),
		get: read({
			action: 'Get a brand',
			request: 'GET /company/{companyId}/brand/{brandId}',
			path: { companyId, brandId },
		}),
		getAll: listAll({
			action: 'Get many brands',
			request: 'GET /company/{companyId}/brand',
			path: { companyId },
			query: { name: nameFilter },
		}),
		update: update({
			action: 'Update a brand',
			request: 'PUT /company/{companyId}/brand/{brandId}',
			path: { companyId, brandId },
			body: { name: text(), ...details },
		}),
	},
});
