import { choice, text } from '../../shared/define/fields';
import { create, read, remove } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { named } from './fields';

/** There is no list of imports to choose from. */
const id = text({ required: true, label: 'Import ID' });

export const importRecord = defineResource({
	value: 'import',
	name: 'Import',
	description: 'Records that are read from a file',
	operations: {
		create: create({
			action: 'Create an import',
			description: 'Make the record to which the file is attached',
			request: 'POST /import',
			body: {
				type: choice(
					named([
						'asset',
						'invoice_update',
						'item',
						'location',
						'recurrence',
						'service',
						'tax_group_postal_code',
					]),
					{ required: true },
				),
				subtype: text({
					description:
						'For postal codes of tax groups default or taxrates.com, for assets the type of asset',
				}),
			},
		}),
		delete: remove({
			action: 'Delete an import',
			description: 'Only an import without a file can be deleted',
			request: 'DELETE /import/{id}',
			path: { id },
		}),
		get: read({ action: 'Get an import', request: 'GET /import/{id}', path: { id } }),
	},
});
