import type { Clock } from '../core/clock';
import type { Row, Store } from '../core/store';

const DAY = 24 * 3600;

const addAll = (store: Store, name: string, rows: readonly Row[]) => {
	for (const row of rows) store.collection(name).add(row);
};

const ACTIVITIES = [
	['job.manage', 'Manage Jobs', 'Plan, assign and cancel jobs'],
	['job.view', 'View Jobs', 'See jobs'],
	['location.edit', 'Edit Locations', 'Change locations'],
	['invoice.manage', 'Manage Invoices', 'Write and change invoices'],
] as const;

/** What belongs to the account as a whole: rights, other systems, agreements, odds and ends. */
export function seedAccount(store: Store, clock: Clock): void {
	const start = Math.floor(clock.now() / 1000 / DAY) * DAY;
	const old = { created: start - 400 * DAY, updated: start - 300 * DAY };

	store.collection('accounts').add({
		name: 'Lanternfish Fire & Safety',
		// `beside` shows jobs and appointments with bare ids, and the others in lists beside them.
		layout: 'nested',
		eulaText: 'A licence of a company that does not exist.',
		eulaAccepted: true,
		masterAgreementText: 'An agreement of a company that does not exist.',
		masterAgreementAccepted: false,
	});
	addAll(
		store,
		'activities',
		ACTIVITIES.map(([id, name, description]) => ({ id, name, description })),
	);
	addAll(store, 'roles', [
		{
			name: 'Administrator',
			description: 'May do everything',
			activities: ACTIVITIES.map(([id]) => id),
			global: true,
		},
		{
			name: 'Dispatcher',
			description: 'Plans the day',
			activities: ['job.manage', 'job.view'],
			global: true,
		},
		{
			name: 'Bookkeeper',
			description: 'Writes invoices',
			activities: ['invoice.manage'],
			global: false,
		},
	]);
	store.collection('users').change(51, { roleIds: [1] }, { touch: false });
	addAll(store, 'userValues', [
		{ userId: 51, name: 'disableClock', value: '0' },
		{ userId: 51, name: 'lastLogin', value: '2026-01-05 08:00:00' },
		{ userId: 51, name: 'defaultWarehouse', value: '1' },
		{ userId: 54, name: 'defaultOnSiteItem', value: '805' },
	]);
	addAll(store, 'brands', [
		{ companyId: 104, name: 'Bluebottle', displayName: 'Bluebottle Bakeries', logoId: null },
		{ companyId: 104, name: 'Little Bottle', displayName: 'Little Bottle Cafe', logoId: null },
		{ companyId: 101, name: 'Lanternfish', displayName: 'Lanternfish', logoId: null },
	]);
	addAll(store, 'entityFilters', [
		{ name: 'Places in Ohio', type: 'location', companyId: 104, locationIds: [1003, 1033] },
		{ name: 'Annexes', type: 'location', companyId: 105, locationIds: [1034] },
	]);
	addAll(store, 'externalSystems', [
		{ name: 'ledgerfox', label: 'Ledgerfox', type: 'standard', syncableTypes: ['invoice'], ...old },
		{ name: 'quickbooks', label: 'QuickBooks', type: 'quickbooks', syncableTypes: [], ...old },
	]);
	addAll(store, 'externalIds', [
		{ entityType: 5, entityId: 104, system: 'ledgerfox', value: 'CUST-104', syncId: null },
		{ entityType: 5, entityId: 104, system: 'quickbooks', value: '104/7', syncId: null },
		{ entityType: 3, entityId: 10_001, system: 'ledgerfox', value: 'JOB-1', syncId: null },
		{ entityType: 11, entityId: 1003, system: 'ledgerfox', value: 'SITE/3', syncId: null },
	]);
	addAll(store, 'externalSyncs', [
		{
			entityType: 6,
			entityId: 70_001,
			systemId: 1,
			status: 'failed',
			details: { reason: 'closed period' },
			userId: 51,
			...old,
		},
		{
			entityType: 6,
			entityId: 70_001,
			systemId: 1,
			status: 'ok',
			details: {},
			userId: 51,
			parentId: 1,
			...old,
		},
		{
			entityType: 6,
			entityId: 70_002,
			systemId: 1,
			status: 'pending',
			details: {},
			userId: 51,
			...old,
		},
	]);
	addAll(store, 'legacyIds', [
		{ kind: 'vendor', legacyId: 9101, entityId: 101 },
		{ kind: 'customer', legacyId: 9104, entityId: 104 },
		{ kind: 'job', legacyId: 91_001, entityId: 10_001 },
		{ kind: 'location', legacyId: 9103, entityId: 1003 },
		{ kind: 'serviceline', legacyId: 901, entityId: 1 },
		{ kind: 'user', legacyId: 951, entityId: 51 },
	]);
	addAll(store, 'imports', [
		{
			type: 'location',
			subtype: null,
			status: 'done',
			total: 20,
			processed: 20,
			successCount: 19,
			failureCount: 1,
			creatorId: 51,
			created: old.created,
		},
		{
			type: 'item',
			subtype: null,
			status: 'new',
			total: 0,
			processed: 0,
			successCount: 0,
			failureCount: 0,
			creatorId: 51,
			created: old.created,
		},
	]);
	addAll(store, 'messages', [
		{
			template: 'Quote',
			mode: 'email',
			subject: 'Your quote',
			body: '',
			contactIds: [2001],
			sent: start - 5 * DAY,
			totalCount: 1,
			successCount: 1,
			failureCount: 0,
			bounceCount: 0,
			complaintCount: 0,
		},
	]);
	addAll(store, 'webhooks', [
		{
			hookUrl: 'https://hooks.example.com/accounting',
			enabled: true,
			confirmed: true,
			includeChangesets: false,
		},
		{
			hookUrl: 'https://hooks.example.com/board',
			enabled: false,
			confirmed: true,
			includeChangesets: true,
		},
	]);
}
