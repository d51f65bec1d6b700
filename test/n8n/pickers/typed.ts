import type { Picker } from '../../../nodes/shared/define/picker';
import type { VendorControl } from '../../../sandbox';

type Source = readonly [collection: string, member: string];

/**
 * Where the sandbox has what is typed for lists that are searched by something that their rows do not
 * show, by the parameter that takes it.
 */
const SOURCES: Readonly<Record<string, Source>> = {
	jobId: ['jobs', 'id'],
	entityId: ['jobs', 'id'],
	customerId: ['companies', 'id'],
	budgetId: ['budgets', 'id'],
	changeOrderId: ['changeOrders', 'id'],
	serviceRequestId: ['serviceRequests', 'id'],
	ids: ['invoiceTemplates', 'id'],
	appliedToReferenceNumber: ['invoices', 'referenceNumber'],
	searchCriteria: ['assets', 'Tag'],
};

/** The same for lists that show nothing before something is typed. */
const TYPED_FIRST: Readonly<Record<string, Source>> = { NameSearch: ['contacts', 'Name'] };

/** What somebody might type where the rows do not say it, or there are none yet. */
export function typedTexts(picker: Picker | undefined, control: VendorControl): string[] {
	if (picker?.find === undefined) return [];
	const sources = picker.findOnly ? { ...SOURCES, ...TYPED_FIRST } : SOURCES;
	const name = Object.keys(picker.find('text')).find((one) => one in sources);
	if (name === undefined) return [];
	const [collection, member] = sources[name];
	return control.records(collection).map((record) => String(record[member]));
}
