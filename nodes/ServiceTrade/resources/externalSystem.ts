import { choice, choices, select, text } from '../../shared/define/fields';
import { create, listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { externalSystem as systems } from '../pickers';

const externalSystemId = select(systems, { required: true });

const syncableTypes = choices([['Invoice', 'invoice']], {
	description: 'Kinds of record that can be handed over; only for standard systems',
});

export const externalSystem = defineResource({
	value: 'externalSystem',
	name: 'External System',
	description: 'Another system that knows the same records',
	operations: {
		create: create({
			action: 'Create an external system',
			description: 'Only account administrators may do this',
			request: 'POST /externalsystem',
			body: {
				name: text({ required: true, description: 'By which external IDs refer to it' }),
				label: text({ required: true }),
				syncableTypes,
				type: choice(
					[
						['DC Spectrum', 'dcspectrum'],
						['Fattmerchant', 'fattmerchant'],
						['Intacct', 'intacct'],
						['NearbyNow', 'nearbynow'],
						['QuickBooks', 'quickbooks'],
						['Standard', 'standard'],
					],
					{ default: 'standard' },
				),
			},
		}),
		get: read({
			action: 'Get an external system',
			request: 'GET /externalsystem/{externalSystemId}',
			path: { externalSystemId },
		}),
		getAll: listAll({
			action: 'Get many external systems',
			request: 'GET /externalsystem',
		}),
		update: update({
			action: 'Update an external system',
			description: 'Only account administrators may do this',
			request: 'PUT /externalsystem/{externalSystemId}',
			path: { externalSystemId },
			body: { label: text(), name: text(), syncableTypes },
		}),
	},
});
