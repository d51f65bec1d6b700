import type { Clock } from '../core/clock';
import { fictionalAddress, fictionalPerson, fictionalPhone } from '../core/fiction';
import type { Row, Store } from '../core/store';
import { seedMore } from './seedMore';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const PROVIDER_ID = 5001;
const SUBSCRIBERS = [
	[301, 'Marmalade Markets', 'MARM'],
	[302, 'Quillfeather Cafes', 'QUILL'],
] as const;
const PLACES = 40;
const WORK_ORDERS = 140;
const FIRST_PLACE = 2001;

const TRADES = ['HVAC', 'PLUMBING', 'ELECTRICAL', 'REFRIGERATION', 'DOORS'];
const CATEGORIES = ['REPAIR', 'MAINTENANCE', 'CAPITAL'];
const PRIORITIES = ['P1 - 4 Hours', 'P2 - 24 Hours', 'P3 - 7 Days'];

const WORK = [
	['No cooling on the sales floor', 'No Cooling'],
	['Water below the sink of the back room', 'Leak'],
	['Half of the lights are out', 'Lights Out'],
	['The freezer does not hold its temperature', 'Too Warm'],
	["The door won't close, O'Hara's key sticks", 'Will Not Close'],
] as const;

const nth = <T>(choices: readonly T[], index: number): T => choices[index % choices.length];
const iso = (milliseconds: number) => new Date(milliseconds).toISOString();
const midnight = (clock: Clock) => Math.floor(clock.now() / DAY) * DAY;

/** The work of a made-up provider for two made-up chains. */
export function seed(store: Store, clock: Clock): void {
	store.collection('providers').add({
		Id: PROVIDER_ID,
		Name: 'Tidewater Mechanical',
		FullName: 'Tidewater Mechanical Services',
		Phone: fictionalPhone(7),
		Email: 'office@example.com',
		DoNotDispatch: false,
	});
	SUBSCRIBERS.forEach(([Id, Name, ShortName], index) => {
		store.collection('subscribers').add({
			Id,
			Name,
			ShortName,
			Phone: fictionalPhone(index),
			PrimaryCurrency: { Id: 1, AlphabeticalCode: 'USD' },
		});
		const addNamed = (collection: string, names: readonly string[], more: Row = {}) => {
			for (const name of names) {
				store.collection(collection).add({ Name: name, SubscriberId: Id, ...more });
			}
		};
		addNamed('trades', TRADES);
		addNamed('categories', CATEGORIES, { HasDependency: false, PrimaryCategoryID: null });
		addNamed('priorities', PRIORITIES, { IsSelectable: true });
	});
	for (const Value of ['Warranty', 'Recall', 'Night work']) {
		store.collection('labels').add({ Value });
	}
	for (let index = 0; index < 8; index++) {
		const { name, email } = fictionalPerson(40 + index);
		const username = index === 0 ? 'provider@example.com' : email;
		store.collection('users').add({
			SubscriberId: null,
			ProviderId: PROVIDER_ID,
			UserName: username,
			FullName: name,
			Email: username,
			Disabled: index === 7,
			IsLocked: false,
			Roles: [],
			Permissions: [],
			UserType: 'Corporate',
		});
	}
	for (let index = 0; index < PLACES; index++) store.collection('locations').add(place(index));
	for (let index = 0; index < WORK_ORDERS; index++) seedWorkOrder(store, clock, index);
	seedAttachment(store, clock);
	seedCheckIns(store, clock);
	seedMore(store, clock, PROVIDER_ID);
}

function place(index: number): Row {
	const [subscriberId, subscriberName, shortName] = nth(SUBSCRIBERS, index);
	const { street, city, state, zip, latitude, longitude } = fictionalAddress(index);
	const manager = fictionalPerson(index);
	return {
		SubscriberId: subscriberId,
		SubscriberName: subscriberName,
		StoreId: `${shortName}-${String(index + 1).padStart(3, '0')}`,
		Name: `${city} ${street.replace(/^\d+ /, '')}`,
		ShortName: `${shortName} ${index + 1}`,
		// The last place has never been put on the map.
		Latitude: index === PLACES - 1 ? null : latitude,
		Longitude: index === PLACES - 1 ? null : longitude,
		LocationTypeId: 1,
		Address1: street,
		Address2: '',
		City: city,
		State: state,
		Region: nth(['East', 'West'], index),
		District: String(1 + (index % 4)),
		Zip: zip,
		Country: 'USA',
		OpenDate: '2020-03-01T00:00:00.000Z',
		Status: 'Open',
		Email: `store${index + 1}@example.com`,
		Phone: fictionalPhone(index),
		Contact: manager.name,
		TimeZoneShortDescription: 'Eastern Time',
		TimeZoneIanaName: 'America/New_York',
		IsInternational: false,
	};
}

/** What a work order of that number is about. */
function matter(index: number): Row {
	const subscriberIndex = index % SUBSCRIBERS.length;
	const [description, problem] = nth(WORK, index);
	const indexOf = { trade: index % 5, category: index % 3, priority: index % 3 };
	return {
		SubscriberId: SUBSCRIBERS[subscriberIndex][0],
		ProviderId: PROVIDER_ID,
		LocationId: FIRST_PLACE + (index % PLACES),
		Caller: fictionalPerson(index).name,
		CreatedBy: fictionalPerson(index + 3).name,
		Priority: PRIORITIES[indexOf.priority],
		PriorityId: 1 + subscriberIndex * PRIORITIES.length + indexOf.priority,
		Trade: TRADES[indexOf.trade],
		TradeId: 1 + subscriberIndex * TRADES.length + indexOf.trade,
		Category: CATEGORIES[indexOf.category],
		CategoryId: 1 + subscriberIndex * CATEGORIES.length + indexOf.category,
		Description: description,
		ProblemCode: problem,
		Nte: 150 + (index % 8) * 50,
	};
}

/** The oldest is some 490 days old, so that both windows hide some. */
function seedWorkOrder(store: Store, clock: Clock, index: number): void {
	const daysAgo = index < 20 ? 490 - index * 20 : (WORK_ORDERS - 1 - index) * 0.7;
	const called = Math.min(
		midnight(clock) - Math.floor(daysAgo) * DAY + (index % 6) * HOUR,
		clock.now() - 2 * HOUR,
	);
	const updated = called + (2 + (index % 5)) * HOUR + 1000 * index;
	const isOld = daysAgo > 20;
	const states = isOld
		? ['COMPLETED', 'COMPLETED/CONFIRMED', 'COMPLETED/PENDING CONFIRMATION']
		: ['OPEN', 'IN PROGRESS/DISPATCH CONFIRMED', 'IN PROGRESS/PARTS ON ORDER', 'OPEN'];
	const [Primary, Extended = ''] = nth(states, index).split('/');
	const workOrder = store.collection('workOrders').add({
		...matter(index),
		Number: `TM${70_000 + index}`,
		PurchaseNumber: `PO${900_000 + index}`,
		Status: {
			Primary,
			Extended,
			CanCreateInvoice: Primary === 'COMPLETED' && Extended !== 'PENDING CONFIRMATION',
		},
		IsInvoiced: index % 11 === 0 && isOld,
		CallDate: iso(called),
		ScheduledDate: iso(called + DAY),
		CompletedDate: Primary === 'COMPLETED' ? iso(updated) : null,
		ExpirationDate: iso(called + 3 * DAY),
		CreatedDate: iso(called + 60_000),
		UpdatedDate: iso(Math.min(updated, clock.now() - 1000)),
		CallerId: 101,
	});
	if (index % 3 !== 0) return;
	for (const [number, NoteType] of ['SystemNote', 'UsersNote'].entries()) {
		store.collection('notes').add({
			WorkOrderId: workOrder.Id,
			Number: number + 1,
			NoteData: NoteType === 'SystemNote' ? 'Work order was sent' : 'Please call before you come',
			DateCreated: iso(called + (1 + number) * HOUR),
			ScheduledDate: null,
			FollowUpDate: null,
			ActionRequired: false,
			MailedTo: '',
			CreatedBy: NoteType === 'SystemNote' ? '.' : fictionalPerson(index).name,
			CompanyName: null,
			IsPinned: false,
			Visibility: '0',
			NoteType,
			IsAttachmentNote: false,
		});
	}
}

function seedAttachment(store: Store, clock: Clock): void {
	const last = store.collection('workOrders').all().at(-1);
	store.collection('attachments').add({
		WorkOrderId: last?.Id,
		Description: 'Photo of the unit',
		Name: 'unit.txt',
		TimeStamp: iso(clock.now() - HOUR),
		NoteId: null,
		Visibility: 0,
		IsInvoiceDigitalCopy: false,
		UploadBy: 'Store',
		StoredAs: 'unit-1.txt',
		ContentType: 'text/plain',
		Bytes: new TextEncoder().encode('A photo would be here.'),
	});
}

/** A visit to the newest work order but one, of which the technician has left again. */
function seedCheckIns(store: Store, clock: Clock): void {
	const workOrder = store.collection('workOrders').all().at(-2);
	for (const [hoursAgo, Action] of [
		[2, 'Check In'],
		[1, 'Check Out'],
	] as const) {
		store.collection('checkIns').add({
			WorkOrderId: workOrder?.Id,
			UserId: workOrder?.CallerId,
			MechanicId: 799_999,
			CallerId: String(workOrder?.CallerId),
			WorkType: 'Repair',
			StatusNew: '',
			Dnis: null,
			CheckInOutType: 'Common',
			Source: 'API',
			StatusChangedTo: workOrder?.Status,
			Action,
			Date: iso(clock.now() - hoursAgo * HOUR),
		});
	}
}

/** An open work order, the newest of all, for long lists. */
export function generatedWorkOrder(index: number, _store: Store, clock: Clock): Row {
	const now = iso(clock.now());
	return {
		...matter(index),
		Number: `G${index}`,
		CallDate: now,
		CreatedDate: now,
		UpdatedDate: now,
		CallerId: 101,
	};
}
