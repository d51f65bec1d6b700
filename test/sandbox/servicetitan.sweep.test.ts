import type { Row } from '../../sandbox';
import { endpointFacts, membersOf, typeFacts } from '../../sandbox/ServiceTitan/facts';
import { misfits, rowsOf, startTitan, type Titan } from '../support/titan';
import contract from '../vendors/ServiceTitan/contract.json';

let titan: Titan;
beforeAll(async () => {
	titan = await startTitan();
});
afterAll(async () => await titan.close());

/** `/jpm/v2/tenant/{tenant}/jobs` as `jpm/v2/jobs` */
const short = (path: string) => path.slice(1).replace('tenant/{tenant}/', '');

const MODIFIED = 'modifiedOnOrAfter=2020-01-01T00:00:00Z';

/** What a list must be asked with. */
const ASKED: Readonly<Record<string, string>> = {
	'crm/v2/customers/contacts': MODIFIED,
	'crm/v2/locations/contacts': MODIFIED,
	'jpm/v2/jobs/cancel-reasons': 'ids=50006,50023',
	'equipmentsystems/v2/installed-equipment/attachments': 'path=9001/nameplate.png',
	'inventory/v2/return-types': 'activeOnly=false',
	'memberships/v2/invoice-templates': 'ids=21001,21002',
	'pricebook/v2/images': 'path=images/valve.png',
};

type Source = readonly [collection: string, member: string, of?: (row: Row) => boolean];

const open = ({ status }: Row) => ['Scheduled', 'Open', 'Pending', 'New'].includes(String(status));

/**
 * Where ids of a path come from, if not from the list before the placeholder: by the endpoint, by the
 * path, or by the name of the placeholder.
 */
const ID_SOURCES: Readonly<Record<string, Source>> = {
	booking_provider: ['bookings', 'bookingProviderId'],
	relationshipId: ['contactRelationships', 'id'],
	employee: ['employees', 'id'],
	technician: ['technicians', 'id'],
	job: ['jobSplits', 'jobId'],
	gps_provider: ['technicians', 'id'],
	rateSheetId: ['rateSheets', 'id'],
	'payroll/v2/jobs/{job}/timesheets': ['jobTimesheets', 'jobId'],
	'jpm/v2/jobs/{id}/canceled-log': ['jobCancellations', 'jobId'],
	'forms/v2/jobs/attachment/{id}': ['jobAttachments', 'id'],
	'forms/v2/jobs/{jobId}/attachments': ['jobAttachments', 'jobId'],
	'forms/v2/jobs/{id}/attachments': ['jobs', 'id'],
	'marketing/v2/costs/{id}': ['campaignCosts', 'id'],
	'jpm/v2/jobs/{id}/cancel': ['jobs', 'id', ({ jobStatus }) => jobStatus === 'Scheduled'],
	'jpm/v2/jobs/{id}/hold': ['jobs', 'id', ({ jobStatus }) => jobStatus === 'Scheduled'],
	'jpm/v2/jobs/{id}/complete': ['jobs', 'id', ({ jobStatus }) => jobStatus === 'Scheduled'],
	'jpm/v2/jobs/{id}/remove-cancellation': [
		'jobs',
		'id',
		({ jobStatus }) => jobStatus === 'Canceled',
	],
	'jpm/v2/appointments/{id}/hold': ['appointments', 'id', open],
	'jpm/v2/appointments/{id}/confirmation': ['appointments', 'id', open],
	'jpm/v2/appointments/{id}/reschedule': ['appointments', 'id', open],
	'jpm/v2/appointments/{id}/special-instructions': ['appointments', 'id', open],
	// One of two visits: the last one may not go.
	'DELETE jpm/v2/appointments/{id}': [
		'appointments',
		'id',
		(row) => open(row) && String(row.appointmentNumber).endsWith('-2'),
	],
	'jpm/v2/projects/{id}/attach-job/{jobId}': ['jobs', 'id'],
	'jpm/v2/projects/detach-job/{jobId}': ['jobs', 'id', ({ projectId }) => projectId !== null],
	'PUT sales/v2/estimates/{id}/unsell': [
		'estimates',
		'id',
		({ statusName }) => statusName === 'Sold',
	],
	'inventory/v2/receipts/{id}/cancellation': ['receipts', 'id', ({ active }) => active === true],
	'inventory/v2/returns/{id}/cancellation': ['returns', 'id', open],
	'memberships/v2/recurring-service-events/{id}/mark-complete': [
		'recurringServiceEvents',
		'id',
		({ jobId }) => jobId === null,
	],
	'memberships/v2/recurring-service-events/{id}/mark-incomplete': [
		'recurringServiceEvents',
		'id',
		({ jobId }) => jobId === 50_001,
	],
	'DELETE accounting/v2/invoices/{invoiceId}/items/{itemId}': ['invoiceItems', 'invoiceId'],
	'accounting/v2/invoices/{invoiceId}/items': ['invoiceItems', 'invoiceId'],
	itemId: ['invoiceItems', 'id'],
	'DELETE pricebook/v2/categories/{id}': [
		'categories',
		'id',
		({ subcategories, active }) => active === false && subcategories !== undefined,
	],
	'inventory/v2/purchase-orders/requests/{id}/approve': [
		'purchaseOrderRequests',
		'id',
		({ requestStatus }) => requestStatus === 'PendingApproval',
	],
	'inventory/v2/purchase-orders/requests/{id}/reject': [
		'purchaseOrderRequests',
		'id',
		({ requestStatus }) => requestStatus === 'PendingApproval',
	],
	'POST crm/v2/contacts/{contactId}/relationships/{relatedEntityId}/{typeSlug}': [
		'customers',
		'id',
		({ id }) => id === 1010,
	],
	'DELETE crm/v2/contacts/{contactId}/relationships/{relatedEntityId}/{typeSlug}': [
		'contactRelationships',
		'relatedEntityId',
	],
};

/** The parts of a path whose first placeholder is not what the source is about. */
const FIRST: Readonly<Record<string, string>> = {
	'crm/v2/contacts/{contactId}/relationships/{relatedEntityId}/{typeSlug}': 'contacts',
	'jpm/v2/projects/{id}/attach-job/{jobId}': 'projects',
};

/** The path with ids of records that are there. */
async function filled(method: string, path: string): Promise<string> {
	let done = short(path);
	for (;;) {
		const [placeholder, name] = /\{([^}]+)\}/.exec(done) ?? [];
		if (placeholder === undefined) return done;
		const template = short(path);
		const isFirst = template.indexOf('{') === template.indexOf(placeholder);
		const bySelf = ID_SOURCES[`${method} ${template}`] ?? ID_SOURCES[template];
		const source = isFirst && FIRST[template] ? undefined : (bySelf ?? ID_SOURCES[name]);
		let id: unknown;
		if (name === 'typeSlug') id = 'customer';
		else if (name === 'itemId' && template.startsWith('sales')) {
			const [estimate] = titan.control.records('estimateItems');
			id = estimate.id;
		} else if (name === 'itemId') {
			id = titan.control.records('invoiceItems')[0].id;
		} else if (name === 'tagTypeId') id = method === 'POST' ? 307 : 301;
		else if (source) {
			const [collection, member, of = () => true] = source;
			const row = titan.control.records(collection).find(of);
			if (!row) throw new Error(`No ${collection} for ${method} ${path}`);
			id = row[member];
		} else {
			const before = done.slice(0, done.indexOf(placeholder) - 1);
			const { data } = await titan.call('GET', `${before}?${ASKED[before] ?? ''}`);
			id = rowsOf(data)[0].id;
		}
		done = done.replace(placeholder, String(id));
	}
}

/** The records of an answer; some calls put even a single one into an envelope. */
function recordsOf(kind: string | undefined, answer: unknown): Row[] {
	if (kind === 'data') return [(answer as { data: Row }).data];
	return kind === 'one' || kind === 'value' ? [answer as Row] : rowsOf(answer);
}

const endpoints = contract.endpoints.map(({ method, path }) => ({ method, path }));

describe('every read', () => {
	it.each(endpoints.filter(({ method }) => method === 'GET'))(
		'GET $path answers as documented, with something in it',
		async ({ path }) => {
			const at = `${await filled('GET', path)}?${ASKED[short(path)] ?? ''}`;
			const { status, data } = await titan.call('GET', at);
			if (status >= 400) throw new Error(`${status} ${JSON.stringify(data)}`);
			const { kind, answer } = endpointFacts(`GET ${path}`);
			if (answer === undefined) return;
			const records = recordsOf(kind, data);
			expect(records).not.toEqual([]);
			const module = path.split('/')[1];
			expect(records.flatMap((row) => misfits(row, answer, module)).slice(0, 5)).toEqual([]);
		},
	);
});

/** What members of bodies are that name records, or that words alone do not explain. */
const VALUES: Readonly<Record<string, unknown>> = {
	activityCodeId: 8402,
	adjustmentToId: 150_001,
	apCreditId: 175_001,
	apPaymentId: 176_001,
	assignedToId: 701,
	bookingId: 5101,
	businessUnitId: 101,
	businessUnitIds: [101],
	campaignId: 201,
	categoryId: 1,
	createdByEmployeeId: 701,
	priority: 'Normal',
	customerId: 1001,
	customerIds: [1003],
	durationBillingId: 22_201,
	employeeId: 601,
	employeeTaskSourceId: 30_101,
	employeeTaskTypeId: 30_001,
	inventoryBillIds: [170_001],
	inventoryLocationId: 16_001,
	invoiceId: 150_001,
	jobId: 50_001,
	jobTypeId: 401,
	locationId: 2001,
	objectId: 150_001,
	paymentIds: [160_001],
	payrollId: 26_001,
	purchaseOrderId: 18_001,
	reasonId: 451,
	reportedById: 701,
	returnTypeId: 16_701,
	roleId: 1,
	saleTaskId: 11_001,
	skuId: 12_001,
	soldBy: 601,
	tagTypeId: 301,
	tagTypeIds: [304],
	technicianId: 601,
	technicianIds: [605],
	typeId: 1,
	vendorId: 17_001,
	// A window, wherever there is one.
	start: '2026-03-20T10:00:00Z',
	startsOnOrAfter: '2026-03-20T00:00:00Z',
	end: '2026-03-20T12:00:00Z',
	endsOnOrBefore: '2026-03-22T00:00:00Z',
	from: 5000,
	to: 6000,
	month: 5,
	year: 2026,
	contactNumbers: ['(303) 555-0177'],
	fromHour: 8,
	toHour: 17,
};

/** Bodies that the required members alone do not make, by `METHOD module/version/path`. */
const BODIES: Readonly<Record<string, () => unknown>> = {
	'POST dispatch/v2/appointment-assignments/assign-technicians': () => ({
		jobAppointmentId: openAppointment(),
		technicianIds: [611],
	}),
	'POST dispatch/v2/appointment-assignments/unassign-technicians': () => {
		const [one] = titan.control.records('appointmentAssignments');
		return { jobAppointmentId: one.appointmentId, technicianIds: [one.technicianId] };
	},
	'POST crm/v2/booking-provider/{booking_provider}/bookings/{id}/contacts': () => ({
		type: 'Email',
		value: 'someone@example.com',
	}),
	'POST jpm/v2/appointments': () => ({
		jobId: openJob(),
		start: '2026-03-20T10:00:00Z',
		end: '2026-03-20T12:00:00Z',
	}),
	'POST dispatch/v2/non-job-appointments': () => ({
		...required('dispatch', 'CreateNonJobAppointmentRequest'),
		duration: '01:00:00',
	}),
	'PUT jpm/v2/jobs/{id}/hold': () => ({ reasonId: 471, memo: 'Wait' }),
	'PUT jpm/v2/appointments/{id}/hold': () => ({ reasonId: 471, memo: 'Wait' }),
	'POST settings/v2/employees': () => ({
		...required('settings', 'EmployeeCreateRequest'),
		roleId: 2,
	}),
	'POST accounting/v2/payments': () => ({
		typeId: 15_001,
		splits: [{ invoiceId: 150_001, amount: 5 }],
	}),
	'PATCH accounting/v2/payments/{id}': () => ({
		typeId: 15_001,
		splits: [{ invoiceId: 150_001, amount: 5 }],
	}),
	'PATCH accounting/v2/payments/custom-fields': () => fields(160_001, 'Remark'),
	'PATCH accounting/v2/invoices/custom-fields': () => fields(150_001, 'Cost center'),
	'PATCH accounting/v2/inventory-bills/custom-fields': () => fields(170_001, 'Delivery slip'),
	'PATCH inventory/v2/adjustments/custom-fields': () => fields(17_501, 'Shelf'),
	'PATCH inventory/v2/transfers/custom-fields': () => fields(17_701, 'Shelf'),
	'PATCH inventory/v2/receipts/custom-fields': () => fields(19_001, 'Shelf'),
	'PATCH inventory/v2/returns/custom-fields': () => fields(19_501, 'Shelf'),
	'POST inventory/v2/purchase-orders': () => ({
		...required('inventory', 'CreatePurchaseOrderRequest'),
		typeId: 16_501,
	}),
	'PUT pricebook/v2/materialsmarkup/{id}': () => ({ id: 14_501, from: 0, to: 10, percent: 130 }),
	'POST sales/v2/estimates': () => ({ jobId: 50_001, items: [{ skuId: 11_001, quantity: 2 }] }),
	'PUT sales/v2/estimates/{id}/items': () => ({ skuId: 11_002, quantity: 1 }),
	'PUT telecom/v2/calls/{id}': () => {
		const body = required('telecom', 'Module.Telecom.Shared.CallInUpdateModelV2');
		return {
			...body,
			customer: { ...(body.customer as Row), id: 1001 },
			location: { ...(body.location as Row), id: 2001 },
		};
	},
	'PATCH memberships/v2/invoice-templates/{id}': () => ({ name: 'Renamed' }),
};

const openJob = () =>
	titan.control.records('jobs').find(({ jobStatus }) => jobStatus === 'Scheduled')?.id;

const openAppointment = () =>
	titan.control
		.records('appointments')
		.filter(({ status }) => status === 'Scheduled')
		.at(-1)?.id;

const fields = (objectId: number, name: string) => ({
	operations: [{ objectId, customFields: [{ name, value: '7' }] }],
});

/** A body of the required members. */
function required(module: string, structure: string): Row {
	return Object.fromEntries(
		Object.entries(membersOf(structure, module))
			.filter(([, text]) => typeFacts(text).required)
			.map(([name, text]) => [name, valueOf(name, text, module)]),
	);
}

function valueOf(name: string, text: string, module: string): unknown {
	const type = typeFacts(text);
	const known = VALUES[name];
	// A name may be a number in one body and a moment in another.
	const fitting = typeof known === typeof plain(type.name) && type.name !== 'duration';
	if (known !== undefined && fitting && type.kind === 'plain') {
		return known;
	}
	if (Array.isArray(known)) return known;
	if (type.kind === 'list') return [valueOf(name, text.replace(/[?!]*$/, '').slice(1, -1), module)];
	if (type.kind === 'structure') return required(module, type.name);
	if (type.kind === 'words') return type.words[0];
	return plain(type.name);
}

function plain(type: string): unknown {
	switch (type) {
		case 'integer':
		case 'number':
			return 1;
		case 'boolean':
			return true;
		case 'date-time':
			return '2026-03-20T10:00:00Z';
		case 'duration':
			return '02:00:00';
		case 'guid':
			return '0b8f3d0e-0000-4000-8000-5a4d0b0c0001';
		case 'object':
			return {};
		default:
			return 'Some text';
	}
}

function bodyOf(method: string, path: string): unknown {
	const own = BODIES[`${method} ${short(path)}`];
	if (own) return own();
	const { body } = endpointFacts(`${method} ${path}`);
	return body === undefined ? undefined : valueOf('', body, path.split('/')[1]);
}

const isUpload = (path: string) => /attachments$|images$/.test(path);

const writes = endpoints.filter(({ method }) => method !== 'GET');

describe('every write', () => {
	beforeEach(async () => await titan.reset());

	it.each(writes)('$method $path takes what it must have', async ({ method, path }) => {
		const form = new FormData();
		form.append('file', new Blob(['some bytes']), 'note.txt');
		const data = isUpload(path) ? form : bodyOf(method, path);
		const answer = await titan.call(method, await filled(method, path), { data });
		if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.data)}`);
		const { answer: type, kind } = endpointFacts(`${method} ${path}`);
		if (type === undefined) {
			expect(answer.data).toBe('');
			return;
		}
		const module = path.split('/')[1];
		const records = recordsOf(kind, answer.data);
		expect(records.flatMap((row) => misfits(row, type, module))).toEqual([]);
	});
});

describe('every body', () => {
	it.each(
		writes.filter(
			({ method, path }) =>
				endpointFacts(`${method} ${path}`).body !== undefined && !isUpload(path),
		),
	)('$method $path refuses what it does not know', async ({ method, path }) => {
		const body = bodyOf(method, path);
		const wrong = Array.isArray(body)
			? [{ ...(body[0] as Row), bogus: 1 }]
			: { ...(body as Row), bogus: 1 };
		const at = short(path).replace(/\{[^}]+\}/g, '1');
		const { status, data } = await titan.call(method, at, { data: wrong });
		expect(status).toBe(400);
		expect(Object.keys((data as { errors: object }).errors).join()).toContain('bogus');
	});
});
