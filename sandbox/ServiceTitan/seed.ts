import { omit } from 'lodash';

import type { Clock } from '../core/clock';
import { fictionalAddress, fictionalCompany, fictionalPerson } from '../core/fiction';
import type { Row, Store } from '../core/store';
import { CUSTOM_FIELDS } from './additions';
import { createPlant } from './area';
import { areas } from './areas';
import { assign } from './assignments';
import { addLocation } from './customers';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();
const midnight = (clock: Clock) => Math.floor(clock.now() / DAY) * DAY;
const nth = <T>(choices: readonly T[], index: number): T => choices[index % choices.length];

const PRIORITIES = ['Normal', 'Normal', 'High', 'Low', 'Normal', 'Urgent'];
const SUMMARIES = [
	'No heat on the upper floor',
	'Annual boiler service',
	'Water heater leaks at the base',
	'Quote for a new heat pump',
	'Thermostat shows an error',
	'Blocked drain in the kitchen',
	'Breaker trips when the oven is on',
];

/** About a month of work of a made-up heating, plumbing and electrical company. */
export function seed(store: Store, clock: Clock): void {
	const today = midnight(clock);
	const longAgo = iso(today - 400 * DAY);
	const stamps = { createdOn: longAgo, modifiedOn: longAgo };
	const addAll = (name: string, rows: readonly Row[]) =>
		rows.map((row) => store.collection(name).add(row));

	addAll(
		'businessUnits',
		['Heating', 'Plumbing', 'Electrical', 'Drains', 'Commercial'].map((name, index) => ({
			active: index !== 4,
			name,
			officialName: `Pinwheel Home Services ${name}`,
			email: 'office@example.com',
			currency: 'USD',
			phoneNumber: '(303) 555-0100',
			invoiceHeader: null,
			invoiceMessage: null,
			defaultTaxRate: 0.07,
			authorizationParagraph: null,
			acknowledgementParagraph: null,
			address: { ...omit(officeAddress(0), ['latitude', 'longitude']), country: 'USA' },
			materialSku: null,
			quickbooksClass: null,
			accountCode: null,
			franchiseId: null,
			conceptCode: null,
			corporateContractNumber: null,
			tenant: null,
			externalData: [],
			...stamps,
		})),
	);
	addAll(
		'tagTypes',
		[
			'VIP',
			'Gate locked',
			'Dog',
			'Warranty',
			'Second quote',
			'New build',
			'Parking',
			'Retired',
		].map((name, index) => ({
			name,
			color: nth(['#C0392B', '#2980B9', '#27AE60'], index),
			code: name.slice(0, 3).toUpperCase(),
			importance: nth(['Medium', 'High'], index),
			isConversionOpportunity: index === 4,
			allowToUseOnTimesheetActivity: false,
			active: name !== 'Retired',
			...stamps,
		})),
	);
	addAll(
		'jobTypes',
		[
			'Boiler service',
			'Boiler repair',
			'Leak repair',
			'Drain cleaning',
			'Panel check',
			'Installation',
			'Estimate visit',
			'Oil burner service',
		].map((name, index) => ({
			name,
			businessUnitIds: [101 + (index % 4)],
			skills: [],
			tagTypeIds: [],
			priority: 'Normal',
			duration: nth([3600, 7200, 5400], index),
			soldThreshold: null,
			class: '',
			summary: '',
			noCharge: false,
			enforceRecurringServiceEventSelection: null,
			invoiceSignaturesRequired: false,
			externalData: [],
			active: index !== 7,
			...stamps,
		})),
	);
	addAll(
		'jobCancelReasons',
		['Customer changed plans', 'Booked twice', 'Out of area', 'Weather', 'Old reason'].map(
			(name, index) => ({ name, active: index !== 4, ...stamps }),
		),
	);
	addAll(
		'jobHoldReasons',
		['Waiting for parts', 'Waiting for permit', 'Customer away', 'Old reason'].map(
			(name, index) => ({ name, active: index !== 3, ...stamps }),
		),
	);

	for (let index = 0; index < 12; index++) {
		const { name, email, phone } = fictionalPerson(100 + index);
		store.collection('technicians').add({
			userId: 800 + index,
			name,
			roleIds: [1],
			businessUnitId: 101 + (index % 4),
			mainZoneId: null,
			zoneIds: [],
			email,
			phoneNumber: phone,
			loginName: email,
			home: { ...officeAddress(50 + index), country: 'USA' },
			dailyGoal: 1200,
			isManagedTech: true,
			customFields: [],
			active: index !== 11,
			aadUserId: null,
			burdenRate: 18.5,
			team: nth(['North', 'South'], index),
			jobFilter: 'AllScheduledDispatchedWorking',
			permissions: [],
			accountLocked: false,
			...stamps,
		});
	}

	for (let index = 0; index < 40; index++)
		store.collection('customers').add(customer(index, clock));
	for (let index = 0; index < 40; index++) {
		const { phone, email } = fictionalPerson(index);
		const owner = { customerId: 1001 + index };
		for (const [type, value] of [
			['MobilePhone', phone],
			['Email', email],
		]) {
			store.collection('contacts').add({ type, value, memo: null, ...owner, ...stamps });
		}
	}
	// Every second customer has two places, the rest one: 60 in all.
	for (let index = 0; index < 60; index++) {
		const customerIndex = index < 40 ? index : (index - 40) * 2;
		const owner = store.collection('customers').require(1001 + customerIndex);
		const { id } = addLocation(store, owner.id, {
			name: index < 40 ? owner.name : `${String(owner.name)}, annex`,
			address: { ...officeAddress(index < 40 ? customerIndex : 200 + index), country: 'USA' },
		});
		store.collection('locations').change(id, {
			active: index !== 59,
			createdOn: owner.createdOn,
			modifiedOn: owner.modifiedOn,
		});
	}

	for (let index = 0; index < 120; index++) seedJob(store, clock, index);

	const plant = createPlant(store, clock);
	plant.add(
		'contacts',
		[0, 1, 2, 3].map((index) => {
			const { phone, email } = fictionalPerson(60 + index);
			const [type, value] = index % 2 === 0 ? ['Phone', phone] : ['Email', email];
			return { locationId: 2001 + Math.floor(index / 2), type, value, memo: null };
		}),
	);
	plant.add('customerNotes', [
		{ customerId: 1001, text: 'Pays by check', createdOn: plant.at(-90, 9) },
		{ customerId: 1001, text: 'Wants a call before each visit', isPinned: true },
	]);
	plant.add('locationNotes', [{ locationId: 2001, text: 'The cellar door sticks' }]);
	plant.add('jobNotes', [
		{ jobId: 50_001, text: 'Part no. 12 is on the shelf', createdOn: plant.at(-26, 9) },
	]);
	for (const job of store.collection('jobs').all()) {
		const createdOn = String(job.createdOn);
		store.collection('jobHistory').add({ jobId: job.id, eventType: 'Job Booked', createdOn });
		if (job.jobStatus !== 'Canceled') continue;
		plant.add('jobCancellations', [
			{
				jobId: job.id,
				reasonId: 451 + (Number(job.id) % 4),
				memo: 'Rang to call it off',
				createdOn: job.modifiedOn,
			},
		]);
	}
	for (const [of, fields] of Object.entries(CUSTOM_FIELDS)) {
		plant.add(
			'customFieldTypes',
			fields.map((field) => ({ ...field, of })),
		);
	}
	areas.seed(plant);
}

const officeAddress = (index: number): Row => ({ ...fictionalAddress(index), unit: null });

/** The customer of that number; every fifth is a company. */
export function customer(index: number, clock: Clock): Row {
	const created = midnight(clock) - (390 - (index % 380)) * DAY + (index % 11) * HOUR;
	const company = index % 5 === 4;
	return {
		active: index % 20 !== 19,
		name: company ? fictionalCompany((index - 4) / 5) : fictionalPerson(index).name,
		type: company ? 'Commercial' : 'Residential',
		address: { ...officeAddress(index), country: 'USA' },
		balance: nth([0, 0, 125.5], index),
		tagTypeIds: index % 10 === 0 ? [301] : [],
		createdOn: iso(created),
		modifiedOn: iso(created + (index % 7) * HOUR),
	};
}

/** Four jobs a day from 25 days ago to 5 days ahead; every fourth has a second visit. */
function seedJob(store: Store, clock: Clock, index: number): void {
	const start =
		midnight(clock) + (Math.floor(index / 4) - 25) * DAY + (13 + (index % 4) * 2) * HOUR;
	const end = start + 2 * HOUR;
	const created = start - 6 * DAY - (index % 7) * HOUR;
	const ended = end < clock.now();
	const outcome = index % 17 === 5 ? 'Canceled' : 'Completed';
	const outlook = index % 13 === 0 ? 'Hold' : 'Scheduled';
	const begun = start <= clock.now() ? 'InProgress' : outlook;
	const jobStatus = ended ? outcome : begun;
	const changes: Record<string, number> = {
		Completed: end,
		Canceled: created + DAY,
		InProgress: start,
	};
	const changed = changes[jobStatus];
	const stamps = { createdOn: iso(created), modifiedOn: iso(changed ?? created + HOUR) };

	const customerIndex = index % 40;
	const job = store.collection('jobs').add({
		customerId: 1001 + customerIndex,
		locationId: 2001 + customerIndex,
		jobStatus,
		completedOn: jobStatus === 'Completed' ? iso(end) : null,
		businessUnitId: 101 + (index % 4),
		jobTypeId: 401 + (index % 7),
		priority: nth(PRIORITIES, index),
		campaignId: 201 + (index % 5),
		summary: nth(SUMMARIES, index),
		tagTypeIds: index % 6 === 0 ? [302] : [],
		total: jobStatus === 'Completed' ? 90 + (index % 9) * 35 : null,
		...stamps,
	});

	const statuses: Record<string, string> = { Completed: 'Done', InProgress: 'Working' };
	const status = statuses[jobStatus] ?? jobStatus;
	const visits = index % 4 === 3 ? 2 : 1;
	for (let visit = 0; visit < visits; visit++) {
		const appointment = store.collection('appointments').add({
			jobId: job.id,
			appointmentNumber: `${String(job.jobNumber)}-${visit + 1}`,
			// The second visit was the day before: a look, then the work.
			start: iso(visit === 0 && visits === 2 ? start - DAY : start),
			end: iso(visit === 0 && visits === 2 ? end - DAY : end),
			status,
			specialInstructions: index % 9 === 0 ? 'Ring the side door' : null,
			customerId: job.customerId,
			isConfirmed: index % 3 === 0,
			...stamps,
		});
		assign(store, appointment, [store.collection('technicians').require(601 + (index % 11))]);
		const assignment = store.collection('appointmentAssignments').all().at(-1);
		store.collection('appointmentAssignments').change(assignment?.id, {
			// An assignment knows no hold and no cancellation.
			status: ['Done', 'Working'].includes(status) ? status : 'Scheduled',
			assignedOn: stamps.createdOn,
			modifiedOn: stamps.modifiedOn,
		});
	}
	const own = store.collection('appointments').where('jobId', job.id);
	store.collection('jobs').change(
		job.id,
		{
			appointmentCount: own.length,
			firstAppointmentId: own[0]?.id,
			lastAppointmentId: own.at(-1)?.id,
		},
		{ touch: false },
	);
}

/** A job without appointments, for long lists. */
export function generatedJob(index: number): Row {
	return {
		customerId: 1001 + (index % 40),
		locationId: 2001 + (index % 40),
		businessUnitId: 101 + (index % 4),
		jobTypeId: 401 + (index % 7),
		priority: nth(PRIORITIES, index),
		campaignId: 201 + (index % 5),
		summary: nth(SUMMARIES, index),
	};
}
