import { flag, group, number, pick, text } from '../../../shared/define/fields';
import { create, listAll, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { purchaseOrderType as types } from '../../backOfficePickers';
import { activeFilter, stampFilters, stampSort } from '../fields';

const needed = { required: true } as const;
const mailed = (to: string, when: string) => ({
	...needed,
	label: `Email ${to} When ${when}`,
});

/** Who is told by email; the reference requires all four. */
const alertSettings = group(
	{
		sendEmailToTechnicianWhenPoMovedToSend: flag(mailed('Technician', 'Sent')),
		sendEmailToTechnicianWhenPoMovedToReceived: flag(mailed('Technician', 'Received')),
		sendEmailToPmWhenPoMovedToSend: flag(mailed('Project Manager', 'Sent')),
		sendEmailToPmWhenPoMovedToReceived: flag(mailed('Project Manager', 'Received')),
	},
	{ label: 'Alerts' },
);

const settings = {
	active: { default: true },
	includeInPoScreen: {},
	automaticallyReceive: {},
	displayToTechnician: {},
	excludeTaxFromJobCosting: {},
	impactToTechnicianPayroll: {},
	allowTechniciansToSendPo: { label: 'Technicians May Send PO' },
	skipWeekends: {},
	includeInSalesTax: {},
	isDefault: { label: 'Default' },
	copyPurchaseOrderItemsToInvoiceWhenReceived: { label: 'Copy Items to Invoice When Received' },
	isDefaultForConsignment: { label: 'Default for Consignment' },
} as const;

const days = { label: 'Days Until Required' } as const;

type Setting = keyof typeof settings;

/** The same switches, needed for a create and open for an update. */
const switches = <const R extends boolean>(required: R) =>
	Object.fromEntries(
		Object.entries(settings).map(([key, options]) => [key, flag({ ...options, required })]),
	) as { [K in Setting]: ReturnType<typeof flag<R>> };

export const purchaseOrderType = defineResource({
	value: 'purchaseOrderType',
	name: 'Purchase Order Type',
	description: 'How purchase orders of a kind are handled',
	operations: {
		create: create({
			action: 'Create a purchase order type',
			request: 'POST /inventory/v2/tenant/{tenant}/purchase-order-types',
			body: {
				name: text(needed),
				...switches(true),
				defaultRequiredDateDaysOffset: number({ ...days, ...needed }),
				alertSettings: { ...alertSettings, ...needed },
			},
		}),
		getAll: listAll({
			action: 'Get many purchase order types',
			request: 'GET /inventory/v2/tenant/{tenant}/purchase-order-types',
			query: { active: activeFilter, ...stampFilters, sort: stampSort },
		}),
		update: update({
			action: 'Update a purchase order type',
			request: 'PATCH /inventory/v2/tenant/{tenant}/purchase-order-types/{id}',
			path: { id: pick(types, needed) },
			body: {
				name: text(),
				...switches(false),
				defaultRequiredDateDaysOffset: number(days),
				alertSettings,
			},
		}),
	},
});
