import { createHash } from 'crypto';

import type { Clock } from '../core/clock';
import {
	fictionalAddress,
	fictionalCompany,
	fictionalPerson,
	fictionalPhone,
} from '../core/fiction';
import type { Row, Store } from '../core/store';

const HOUR = 3600;
const DAY = 24 * HOUR;

const CUSTOMERS = 30;
const PLACES = 45;
const JOBS = 90;

const OWN_COMPANY = 101;
const FIRST_CUSTOMER = 104;
const OFFICES = [1001, 1002];
const FIRST_PLACE = 1003;
const FIRST_TECHNICIAN = 54;
const TECHNICIANS = 8;

const nth = <T>(choices: readonly T[], index: number): T => choices[index % choices.length];

/** Midnight UTC before the vendor's now, in Unix seconds. */
const today = (clock: Clock) => Math.floor(clock.now() / 1000 / DAY) * DAY;

function address(index: number): Row {
	const { street, city, state, zip } = fictionalAddress(index);
	return { street, city, state, postalCode: zip };
}

/** Places of one city lie a little apart, in decimal degrees. */
function coordinates(index: number): Row {
	const { latitude, longitude } = fictionalAddress(index);
	return {
		lat: Number((latitude + (index % 7) * 0.011).toFixed(6)),
		lon: Number((longitude - (index % 9) * 0.013).toFixed(6)),
	};
}

const SERVICE_LINES = [
	['Sprinkler', 'SP', true],
	['Portable Extinguishers', 'EXT', true],
	['Fire Alarm', 'FA', true],
	['Emergency and Exit Lights', 'LIGHT', true],
	['Kitchen Suppression', 'KIT', true],
	['Backflow', 'BF', true],
	['Elevator', 'ELEV', false],
	['Snow Removal', 'SNOW', false],
] as const;

const WORK = [
	['inspection', 'Yearly inspection of the sprinkler system'],
	['repair', 'Replace the corroded valve in the riser room'],
	['service_call', 'Alarm panel shows a trouble light'],
	['installation', 'Hang four extinguishers in the new wing'],
	['emergency_service_call', 'Water flows from a broken head'],
	['planned_maintenance', 'Exercise the valves and grease the stems'],
] as const;

/** About two months of work of a made-up fire protection company. */
export function seed(store: Store, clock: Clock): void {
	const start = today(clock);
	const longAgo = { created: start - 500 * DAY, updated: start - 500 * DAY };
	const addAll = (name: string, rows: readonly Row[]) => {
		for (const row of rows) store.collection(name).add(row);
	};

	addAll(
		'serviceLines',
		SERVICE_LINES.map(([name, abbr, provided]) => ({
			name,
			abbr,
			provided,
			trade: provided ? 'Fire Protection' : 'Building Services',
			icon: `https://app.example.com/icons/${abbr}.png`,
		})),
	);
	addAll(
		'tags',
		['VIP', 'Keys at office', 'After hours', 'Needs lift'].map((name) => ({ name })),
	);
	addAll(
		'terms',
		['Job Terms', 'Quote Terms', 'Invoice Terms'].map((name) => ({
			name,
			content: `${name} of a company that does not exist.`,
		})),
	);
	addAll(
		'companies',
		(
			[
				['Lanternfish Fire & Safety', { customer: false, vendor: true }],
				['Second Bell Sprinkler Works', { customer: false, vendor: true }],
				['Nozzle & Nut Supply', { customer: false, partsVendor: true }],
			] as const
		).map(([name, kind], index) => ({
			name,
			...kind,
			address: address(900 + index),
			phoneNumber: fictionalPhone(90 + index),
			serviceLineIds: kind.customer === false && 'vendor' in kind ? [1, 2, 3, 4, 5, 6] : [],
			...longAgo,
		})),
	);
	addAll(
		'locations',
		['Main Office', 'North Office'].map((name, index) => ({
			name,
			companyId: OWN_COMPANY,
			address: address(900 + index),
			...coordinates(900 + index),
			...longAgo,
		})),
	);
	for (let index = 0; index < CUSTOMERS; index++) {
		const stamp = start - (400 - index * 3) * DAY;
		store.collection('companies').add({
			name: fictionalCompany(index),
			status: nth(['active', 'active', 'active', 'pending'], index),
			address: address(index),
			phoneNumber: fictionalPhone(index),
			tagIds: index % 10 === 0 ? [401] : [],
			created: stamp,
			updated: stamp + (index % 5) * DAY,
		});
	}
	for (let index = 0; index < PLACES; index++) {
		store.collection('locations').add(place(index, start));
	}
	for (let index = 0; index < PLACES; index++) {
		const { firstName, lastName, email, phone } = fictionalPerson(300 + index);
		const stamp = start - (300 - index) * DAY;
		const { id } = store.collection('contacts').add({
			firstName,
			lastName,
			email,
			phone,
			type: nth(['manager', 'billing', 'owner'], index),
			status: 'public',
			companyIds: index < CUSTOMERS ? [FIRST_CUSTOMER + index] : [],
			locationIds: [FIRST_PLACE + index],
			created: stamp,
			updated: stamp,
		});
		if (index % 2 === 0) {
			store
				.collection('locations')
				.change(FIRST_PLACE + index, { primaryContactId: id }, { touch: false });
		}
	}
	seedUsers(store, longAgo);
	addAll(
		'regions',
		['Ohio side', 'Texas side'].map((name, index) => {
			const { latitude, longitude } = fictionalAddress(index * 2);
			return {
				name,
				color: nth(['#336699', '#996633'], index),
				points: [
					[latitude - 1, longitude - 1],
					[latitude - 1, longitude + 1],
					[latitude + 1, longitude + 1],
					[latitude + 1, longitude - 1],
				],
				officeIds: [nth(OFFICES, index)],
			};
		}),
	);
	addAll(
		'contracts',
		Array.from({ length: 11 }, (_, index) => ({
			name: index === 0 ? 'Default Pricing' : `Agreement of ${fictionalCompany(index - 1)}`,
			type: index === 0 ? 'default' : 'company',
			active: true,
			vendorId: OWN_COMPANY,
			customerId: index === 0 ? null : FIRST_CUSTOMER + index - 1,
			startsOn: start - 200 * DAY,
			expiresOn: null,
			reviewOn: start + 165 * DAY,
			...longAgo,
		})),
	);
	addAll(
		'assets',
		Array.from({ length: PLACES }, (_, index) => ({
			name: `${nth(['Extinguisher', 'Riser', 'Panel'], index)} ${index + 1}`,
			type: nth(['extinguisher', 'sprinkler_system', 'fire_alarm_panel'], index),
			display: nth(['Extinguisher', 'Sprinkler system', 'Fire alarm panel'], index),
			status: index % 15 === 14 ? 'inactive' : 'active',
			locationId: FIRST_PLACE + index,
			properties: { floor: String(1 + (index % 3)) },
			...longAgo,
		})),
	);
	for (let index = 0; index < JOBS; index++) seedJob(store, clock, index);
	seedAttachments(store, start);
}

function seedUsers(store: Store, stamps: Row): void {
	const users = store.collection('users');
	const office = { companyId: OWN_COMPANY, status: 'active', timezone: 'America/New_York' };
	const add = (index: number, row: Row) => {
		const { firstName, lastName, email, phone } = fictionalPerson(500 + index);
		users.add({
			username: email,
			firstName,
			lastName,
			email,
			phone,
			locationId: nth(OFFICES, index),
			isTech: false,
			isHelper: false,
			isSales: false,
			details: null,
			serviceLineIds: [],
			...office,
			...row,
			...stamps,
		});
	};
	add(0, { username: 'dispatch@example.com', email: 'dispatch@example.com' });
	add(1, { isSales: true });
	add(2, { isHelper: true });
	for (let index = 0; index < TECHNICIANS; index++) {
		add(3 + index, { isTech: true, serviceLineIds: [1 + (index % 6)] });
	}
	add(11, { isTech: true, status: 'inactive' });
	add(12, { isTech: true, companyId: OWN_COMPANY + 1, locationId: null });
}

function place(index: number, start: number): Row {
	const stamp = start - (390 - index * 2) * DAY;
	const customer = index % CUSTOMERS;
	return {
		name: index < CUSTOMERS ? fictionalCompany(index) : `${fictionalCompany(customer)}, annex`,
		companyId: FIRST_CUSTOMER + customer,
		address: address(index),
		...coordinates(index),
		phoneNumber: fictionalPhone(index),
		generalManager: fictionalPerson(700 + index).name,
		officeIds: [nth(OFFICES, index)],
		status: index % 20 === 19 ? 'inactive' : 'active',
		taxable: index % 3 === 0,
		tagIds: index % 9 === 0 ? [402] : [],
		created: stamp,
		updated: stamp + (index % 4) * DAY,
	};
}

/** Two jobs a day from 35 days ago to 10 days ahead. */
function seedJob(store: Store, clock: Clock, index: number): void {
	const now = Math.floor(clock.now() / 1000);
	const windowStart = today(clock) + (Math.floor(index / 2) - 35) * DAY + (13 + (index % 4)) * HOUR;
	const windowEnd = windowStart + 2 * HOUR;
	// Booked nine days ahead, and those further away lately: nothing is stamped later than now.
	const created = Math.min(windowStart - 9 * DAY, now - DAY) - (index % 5) * HOUR;
	const isOver = windowEnd < now;
	const outcome =
		index % 13 === 6 ? 'canceled' : nth(['completed', 'closed', 'pending_invoice'], index);
	const outlook = index % 9 === 0 ? 'new' : 'scheduled';
	const status = isOver ? outcome : outlook;
	const [type, description] = nth(WORK, index);
	const placeIndex = index % PLACES;
	const changed = isOver ? windowEnd : created + HOUR;
	const stamps = { created, updated: changed };

	const job = store.collection('jobs').add({
		number: 250_000 + index,
		type,
		status,
		locationId: FIRST_PLACE + placeIndex,
		vendorId: OWN_COMPANY,
		customerId: FIRST_CUSTOMER + (placeIndex % CUSTOMERS),
		ownerId: 51,
		salesId: index % 4 === 0 ? 52 : null,
		termsId: 1,
		assignedOfficeId: nth(OFFICES, placeIndex),
		customerPo: index % 5 === 0 ? `PO-${1000 + index}` : null,
		description,
		dueBy: index % 6 === 0 ? null : windowEnd + 7 * DAY,
		completedOn: isOver && status !== 'canceled' ? windowEnd : null,
		estimatedPrice: index % 3 === 0 ? null : 120 + (index % 10) * 45,
		latestClockIn: isOver && status !== 'canceled' ? windowStart : null,
		ivrOpen: false,
		invoiced: status === 'closed',
		tagIds: index % 8 === 0 ? [403] : [],
		...stamps,
	});
	const service = store.collection('serviceRequests').add({
		description,
		status: isOver ? nth(['closed', 'canceled'], status === 'canceled' ? 1 : 0) : 'open',
		locationId: job.locationId,
		serviceLineId: 1 + (index % 6),
		jobId: job.id,
		assetId: index % 2 === 0 ? 601 + placeIndex : null,
		windowStart: windowStart - 3 * DAY,
		windowEnd: windowEnd + 7 * DAY,
		closedOn: isOver ? windowEnd : null,
		duration: 2 * HOUR,
		serviceRecurrenceId: index % 5 === 0 ? 2 : null,
		...stamps,
	});
	// Every fifth job has a service that no appointment has taken up yet.
	if (index % 5 === 4) {
		store.collection('serviceRequests').add({
			description: 'Look at the neighbouring unit as well',
			locationId: job.locationId,
			serviceLineId: 2,
			jobId: job.id,
			...stamps,
		});
	}
	if (status === 'new') return;
	const appointmentStatus = { canceled: 'canceled_by_customer', scheduled: 'scheduled' }[status];
	store.collection('appointments').add({
		jobId: job.id,
		status: appointmentStatus ?? 'completed',
		windowStart,
		windowEnd,
		techIds: index % 7 === 0 ? [] : [FIRST_TECHNICIAN + (index % TECHNICIANS)],
		released: index % 6 !== 0,
		services: [{ serviceRequestId: service.id, completion: isOver ? 'done' : 'pending' }],
		...stamps,
	});
	if (index % 10 === 3) {
		store.collection('appointments').add({
			jobId: job.id,
			status: 'unscheduled',
			windowStart: null,
			windowEnd: null,
			...stamps,
		});
	}
}

function seedAttachments(store: Store, start: number): void {
	for (const [index, [fileName, fileType, content]] of (
		[
			['riser-room.txt', 'text/plain', 'A picture would be here.'],
			['report.csv', 'text/csv', 'valve,state\n1,open\n2,shut\n'],
		] as const
	).entries()) {
		const bytes = new TextEncoder().encode(content);
		const checksum = createHash('md5').update(bytes).digest('hex');
		store.collection('attachments').add({
			entityType: 3,
			entityId: 10_001,
			purposeId: nth([7, 1], index),
			meta: {},
			description: '',
			visibility: ['public'],
			fileName,
			fileType,
			checksum,
			storedAs: `${40_001 + index}_${checksum}${fileName.slice(fileName.lastIndexOf('.'))}`,
			creatorId: 51,
			bytes,
			created: start - 30 * DAY,
			updated: start - 30 * DAY,
		});
	}
}

/** A scheduled job without services and appointments, for long lists. */
export function generatedJob(index: number): Row {
	const [type, description] = nth(WORK, index);
	const placeIndex = index % PLACES;
	return {
		number: 900_000 + index,
		type,
		description,
		status: 'scheduled',
		locationId: FIRST_PLACE + placeIndex,
		vendorId: OWN_COMPANY,
		customerId: FIRST_CUSTOMER + (placeIndex % CUSTOMERS),
		ownerId: 51,
	};
}

/** A location of some customer, for long lists. */
export function generatedLocation(index: number, _store: Store, clock: Clock): Row {
	return {
		...place(PLACES + index, today(clock)),
		name: `${fictionalCompany(index)}, site ${index}`,
	};
}
