import type { Clock } from '../core/clock';
import type { Row, Store } from '../core/store';

const HOUR = 3600;
const DAY = 24 * HOUR;

const addAll = (store: Store, name: string, rows: readonly Row[]) => {
	for (const row of rows) store.collection(name).add(row);
};

/** What happens on jobs: time, parts, findings, remarks, budgets, and what comes round again. */
export function seedWork(store: Store, clock: Clock): void {
	const start = Math.floor(clock.now() / 1000 / DAY) * DAY;
	const old = { created: start - 300 * DAY, updated: start - 250 * DAY };
	const lately = { created: start - 12 * DAY, updated: start - 11 * DAY };

	addAll(
		store,
		'assetDefinitions',
		(
			[
				['location', 'Location', 'Location', null, []],
				['extinguisher', 'Extinguisher', 'Extinguisher', 2, ['location']],
				['sprinkler_system', 'Sprinkler system', 'Riser', 1, ['location']],
				['fire_alarm_panel', 'Fire alarm panel', 'Panel', 3, ['location']],
				['sprinkler_head', 'Sprinkler head', 'Head', 1, ['sprinkler_system']],
				['elevator', 'Elevator', 'Car', 7, ['location']],
			] as const
		).map(([type, display, instanceName, serviceLineId, parentTypes]) => ({
			type,
			display,
			instanceName,
			serviceLineId,
			parentTypes,
			properties: {
				floor: { type: 'string', display: 'Floor' },
				manufacturer: { type: 'string', display: 'Manufacturer' },
				installed: { type: 'date', display: 'Installed' },
			},
			active: type !== 'elevator',
			...old,
		})),
	);
	addAll(store, 'assets', [
		{
			name: 'Head 1',
			type: 'sprinkler_head',
			locationId: 1004,
			parentId: 602,
			properties: { floor: '1' },
			...old,
		},
		{
			name: 'Head 2',
			type: 'sprinkler_head',
			locationId: 1004,
			parentId: 602,
			properties: { floor: '2' },
			...old,
		},
	]);
	addAll(
		store,
		'deficiencies',
		(
			[
				['inoperable', 'new', 'new', 'The gauge reads empty'],
				['deficient', 'verified', 'out_for_quote', 'The valve is corroded'],
				['suggested', 'new', 'notified', 'A second panel would help'],
				['deficient', 'fixed', 'fixed', 'The head was painted over'],
				['suggested', 'invalid', 'invalid', 'The wrong unit was looked at'],
			] as const
		).map(([severity, status, resolution, description], index) => ({
			severity,
			status,
			resolution,
			description,
			proposedFix: index % 2 === 0 ? 'Replace it' : null,
			assetId: 601 + index,
			locationId: 1003 + index,
			serviceLineId: 1 + (index % 3),
			jobId: 10_001 + index,
			jobIds: [10_001 + index],
			ownerId: index === 0 ? 51 : null,
			salesId: 52,
			reporterId: 54 + index,
			created: start - (30 - index) * DAY,
			updated: start - (29 - index) * DAY,
		})),
	);
	addAll(store, 'comments', [
		{
			entityType: 3,
			entityId: 10_001,
			content: 'The gate code is on the work order.',
			visibility: ['public'],
			authorId: 51,
			...lately,
		},
		{
			entityType: 3,
			entityId: 10_001,
			content: 'Bring the long ladder.',
			visibility: ['tech'],
			authorId: 52,
			...lately,
		},
		{
			entityType: 11,
			entityId: 1003,
			content: 'Park behind the building.',
			visibility: ['tech'],
			authorId: 51,
			...lately,
		},
		{
			entityType: 11,
			entityId: 1003,
			content: 'The manager likes to be called first.',
			visibility: [],
			authorId: 51,
			...lately,
		},
		{
			entityType: 5,
			entityId: 104,
			content: 'Never on Mondays.',
			visibility: ['schedule'],
			authorId: 51,
			...lately,
		},
		{
			entityType: 18,
			entityId: 30_001,
			content: 'The asset is on the roof.',
			visibility: ['tech'],
			authorId: 54,
			...lately,
		},
		{
			entityType: 9,
			entityId: 60_001,
			content: 'They asked for a lower price.',
			visibility: ['billing'],
			authorId: 52,
			...lately,
		},
		{
			entityType: 2,
			entityId: 601,
			content: 'Tag is missing.',
			visibility: ['tech'],
			authorId: 54,
			...lately,
		},
	]);
	addAll(
		store,
		'jobItems',
		Array.from({ length: 8 }, (_, index) => ({
			jobId: 10_001 + Math.floor(index / 2),
			name: index % 2 === 0 ? 'Technician hour' : 'Extinguisher, 10 lb',
			libItemId: index % 2 === 0 ? 805 : 801,
			serviceLineId: index % 2 === 0 ? 1 : 2,
			quantity: 1 + (index % 3),
			cost: index % 2 === 0 ? 55 : 48.5,
			usedOn: start - (35 - index) * DAY,
			source: index === 1 ? { type: 'warehouse', warehouseId: 1 } : null,
			created: start - (35 - index) * DAY,
			updated: start - (34 - index) * DAY,
		})),
	);
	seedClock(store);
	seedRecurrences(store, start, old);
	seedBudgets(store, start);
	addAll(store, 'warehouses', [
		{ name: 'Main store', status: 'active', officeId: 1001, ...old },
		{ name: 'North store', status: 'active', officeId: 1002, ...old },
		{ name: 'Old barn', status: 'inactive', officeId: null, ...old },
	]);
	addAll(store, 'jobContexts', [
		{ customerId: 104 },
		{ customerId: 105, serviceLineId: 1, jobType: 'inspection' },
	]);
}

/** Two technicians' days: ways and work, and one who has not come back yet. */
function seedClock(store: Store): void {
	for (const jobId of [10_001, 10_002, 10_003]) {
		const [appointment] = store.collection('appointments').where('jobId', jobId);
		const begins = Number(appointment?.windowStart);
		if (!appointment || Number.isNaN(begins)) continue;
		const base = { jobId, userId: 54, appointmentId: appointment.id, source: 'mobile' };
		addAll(store, 'clockEvents', [
			{ ...base, eventType: 'clock-in', activity: 'enroute', eventTime: begins - HOUR },
			{ ...base, eventType: 'clock-out', activity: 'enroute', eventTime: begins },
			{ ...base, eventType: 'clock-in', activity: 'onsite', eventTime: begins, started: true },
			{
				...base,
				eventType: 'clock-out',
				activity: 'onsite',
				eventTime: begins + HOUR,
				completed: true,
			},
		]);
	}
	const scheduled = store.collection('jobs').where('status', 'scheduled')[0];
	if (scheduled) {
		store.collection('clockEvents').add({
			jobId: scheduled.id,
			userId: 55,
			appointmentId: null,
			source: 'manual',
			eventType: 'clock-in',
			activity: 'onsite',
			eventTime: Number(scheduled.created),
		});
	}
}

function seedRecurrences(store: Store, start: number, old: Row): void {
	addAll(
		store,
		'serviceRecurrences',
		(
			[
				['Weekly walk through', 'weekly', 1],
				['Quarterly sprinkler test', 'monthly', 3],
				['Yearly extinguisher inspection', 'yearly', 1],
				['Ended: monthly panel test', 'monthly', 1],
			] as const
		).map(([description, frequency, interval], index) => ({
			description,
			frequency,
			interval,
			locationId: 1003 + index,
			assetId: 601 + index,
			serviceLineId: 1 + (index % 3),
			contractId: 502 + index,
			firstStart: start - 300 * DAY,
			firstEnd: start - 298 * DAY,
			endsOn: index === 3 ? start - 30 * DAY : null,
			preferredTechIds: index === 0 ? [54] : [],
			estimatedPrice: 120,
			duration: 2 * HOUR,
			preferredStartTime: 9 * HOUR,
			...old,
		})),
	);
	addAll(store, 'serviceTemplates', [
		{
			name: 'Extinguisher inspection',
			description: 'Inspect and tag each unit',
			serviceLineId: 2,
			frequency: 'yearly',
			interval: 1,
			duration: HOUR,
			...old,
		},
		{
			name: 'Backflow test',
			description: 'Test and file the report',
			serviceLineId: 6,
			estimatedPrice: 95,
			...old,
		},
	]);
	addAll(store, 'serviceItems', [
		{
			serviceRequestId: 30_001,
			description: 'Technician hour',
			quantity: 2,
			price: 110,
			libItemId: 805,
			serviceLineId: 1,
		},
		{
			serviceRequestId: 30_001,
			description: 'Trip charge',
			quantity: 1,
			price: 60,
			libItemId: 809,
		},
		{
			serviceRecurrenceId: 2,
			description: 'Sprinkler head, pendent',
			quantity: 1,
			price: 12.5,
			libItemId: 802,
			serviceLineId: 1,
		},
		{
			serviceTemplateId: 1,
			description: 'Extinguisher inspection',
			quantity: 1,
			price: 15,
			libItemId: 808,
			serviceLineId: 2,
		},
	]);
}

/** One budget in categories and one in lines, each on a job that is still ahead. */
function seedBudgets(store: Store, start: number): void {
	const ahead = store.collection('jobs').where('status', 'scheduled');
	const [first, second] = ahead.slice(-2);
	const lock = { lastLock: start - 3 * DAY, lastLockUserId: 51 };
	addAll(store, 'budgets', [
		{ jobId: first.id, status: 'locked', type: 'high_level', ownerId: 51, ...lock },
		{ jobId: second.id, status: 'locked', type: 'granular', ownerId: 51, ...lock },
	]);
	addAll(store, 'budgetCategories', [
		{ budgetId: 1, libItemType: 'labor', cost: 880, price: 1760, quantity: 16, orderIndex: 1 },
		{ budgetId: 1, libItemType: 'part', cost: 320, price: 610, orderIndex: 2 },
	]);
	addAll(store, 'budgetLineItems', [
		{
			budgetId: 2,
			name: 'Technician hour',
			libItemId: 805,
			libItemType: 'labor',
			serviceLineId: 1,
			cost: 55,
			price: 110,
			quantity: 8,
		},
		{
			budgetId: 2,
			name: 'Pipe, 2 in',
			libItemId: 804,
			libItemType: 'material',
			serviceLineId: 1,
			cost: 4.1,
			price: 9,
			quantity: 60,
		},
	]);
	addAll(store, 'changeOrders', [
		{
			budgetId: 1,
			status: 'draft',
			type: 'internal',
			ownerId: 51,
			referenceNumber: 'INT-0001',
			termsId: 1,
		},
		{
			budgetId: 2,
			status: 'approved',
			type: 'external',
			ownerId: 51,
			referenceNumber: 'EXT-0002',
			termsId: 1,
		},
	]);
	addAll(store, 'changeOrderCategories', [
		{
			changeOrderId: 1,
			changeAction: 'change',
			referenceNumber: '2',
			libItemType: 'part',
			cost: 400,
			price: 700,
		},
		{ changeOrderId: 1, changeAction: 'add', libItemType: 'fee', cost: 75 },
	]);
	addAll(store, 'changeOrderLineItems', [
		{
			changeOrderId: 2,
			changeAction: 'change',
			referenceNumber: '1',
			name: 'Technician hour',
			libItemId: 805,
			libItemType: 'labor',
			serviceLineId: 1,
			cost: 55,
			price: 110,
			quantity: 12,
		},
		{
			changeOrderId: 2,
			changeAction: 'add',
			name: 'Permit',
			libItemId: 810,
			libItemType: 'fee',
			serviceLineId: 1,
			cost: 75,
			quantity: 1,
		},
	]);
}
