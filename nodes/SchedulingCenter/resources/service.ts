import { flag, number, pick, text } from '../../shared/define/fields';
import { operation, remove } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	category,
	franchise,
	service as services,
	serviceSetting as serviceSettings,
} from '../pickers';
import { snakeCased } from '../wire';
import { undocumentedOperations } from './controller';

const order = number({ description: 'The position in lists' });

export const service = defineResource({
	value: 'service',
	name: 'Service',
	description: 'A service that all franchises may offer (the vendor documents only Full Delete)',
	operations: {
		...undocumentedOperations({
			value: 'service',
			name: 'Service',
			plural: 'Services',
			controller: 'services',
			picker: services,
			columns: snakeCased({
				categoryId: pick(category),
				code: text(),
				name: text(),
				description: text(),
				displayOrder: order,
				autoAddToQuote: flag({ description: 'Whether new quotes have it from the start' }),
				hidden: flag(),
			}),
		}),
		fullDelete: remove({
			action: 'Fully delete a service',
			description: 'The service is gone for good, for all franchises',
			notice:
				'This cannot be undone: the service is gone for good, for all franchises. Delete only makes it inactive.',
			request: 'DELETE /service/fullDelete/{id}',
			path: { id: pick(services, { required: true }) },
		}),
	},
});

/** What the lines of invoices call their service. */
export const serviceSetting = defineResource({
	value: 'serviceSetting',
	name: 'Service Setting',
	description:
		'A service at the price of one franchise, to which line items refer (the vendor documents only Copy Corporate)',
	operations: {
		...undocumentedOperations({
			value: 'serviceSetting',
			name: 'Service Setting',
			plural: 'Service Settings',
			controller: 'servicesSettings',
			picker: serviceSettings,
			columns: snakeCased({
				franchiseId: pick(franchise),
				serviceId: pick(services),
				categoryId: pick(category),
				code: text(),
				name: text(),
				description: text(),
				price: number(),
				pricePerUnit: number(),
				pricedOn: text({ placeholder: 'per_item', description: 'How the price is meant' }),
				unit: text({ description: 'What one piece is called' }),
				duration: number({ description: 'Working time, it seems in seconds' }),
				taxable: flag(),
			}),
		}),
		copyCorporate: operation({
			action: 'Copy a corporate service to a franchise',
			request: 'POST /servicesSettings/copyCorporate/{id}',
			path: { id: pick(services, { required: true }) },
			// inferred: the reference prints the path alone. Elsewhere a franchise is named like this.
			body: snakeCased({ franchiseId: pick(franchise, { required: true }) }),
		}),
	},
});
