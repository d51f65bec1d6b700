import type { Clock } from '../core/clock';
import { fictionalPerson, fictionalPhone } from '../core/fiction';
import type { Row, Store } from '../core/store';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const nth = <T>(choices: readonly T[], index: number): T => choices[index % choices.length];
const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

/** The user of the first subscriber who may do everything there. */
export const SUBSCRIBER_USER = 'subscriber@example.com';

/** What a subscriber has beside its places and work: people, providers, assets, money. */
export function seedMore(store: Store, clock: Clock, firstProvider: number): void {
	seedPeople(store, firstProvider);
	seedAssignments(store, clock);
	seedNotes(store);
	seedAssets(store, clock);
	seedLists(store);
	seedWork(store, clock);
	seedMoney(store, clock);
	seedHooks(store, firstProvider);
}

function seedPeople(store: Store, firstProvider: number): void {
	const users = store.collection('users');
	for (const [index, user] of users.all().entries()) {
		users.change(user.Id, {
			AuthUserId: 900_000 + Number(user.Id),
			EmployeeId: `E${100 + index}`,
		});
	}
	for (let index = 0; index < 3; index++) {
		const { name, email } = fictionalPerson(60 + index);
		const username = index === 0 ? SUBSCRIBER_USER : email;
		users.add({
			SubscriberId: index === 2 ? 302 : 301,
			ProviderId: null,
			AuthUserId: null,
			EmployeeId: null,
			UserName: username,
			FullName: name,
			Email: username,
			Disabled: false,
			IsLocked: false,
			Roles: ['Super Admin'],
			Permissions: [],
			UserType: 'Corporate',
		});
	}
	store.collection('providers').add({
		Id: firstProvider + 1,
		Name: 'Larkspur Plumbing',
		FullName: 'Larkspur Plumbing and Drains',
		Phone: fictionalPhone(8),
		Email: 'larkspur@example.com',
		DoNotDispatch: false,
	});
}

/** Every trade of every client at its first places, first by the one provider and then by the other. */
function seedAssignments(store: Store, clock: Clock): void {
	const providers = store.collection('providers').all();
	for (const [index, trade] of store.collection('trades').all().entries()) {
		const places = store
			.collection('locations')
			.where('SubscriberId', trade.SubscriberId)
			.slice(0, 2);
		for (const [rank, provider] of providers.entries()) {
			for (const place of places) {
				store.collection('providerAssignments').add({
					Rank: rank + 1,
					ProviderId: provider.Id,
					SubscriberId: trade.SubscriberId,
					LocationId: place.Id,
					TradeId: trade.Id,
					CreatedDate: iso(clock.now() - (40 - index) * DAY),
					UpdatedDate: iso(clock.now() - (20 - index) * DAY),
				});
			}
		}
	}
}

function seedNotes(store: Store): void {
	for (const SubscriberId of [301, 302]) {
		for (const Name of ['Keys', 'Parking', 'Opening Hours']) {
			store.collection('locationNoteHeaders').add({ SubscriberId, Name });
		}
	}
	const headers = store.collection('locationNoteHeaders').where('SubscriberId', 301);
	for (const place of store.collection('locations').where('SubscriberId', 301).slice(0, 4)) {
		for (const [index, header] of headers.entries()) {
			store.collection('locationNotes').add({
				LocationId: place.Id,
				HeaderId: header.Id,
				Header: header.Name,
				Value: nth(['At the desk', 'Behind the building', 'From 8 to 20'], index),
				IsPrivate: index === 2,
			});
		}
	}
}

const MAKERS = ['Aurelian', 'Bramblewick', 'Coldharbour', 'Dunmarsh'];
const TYPES = [
	['Rooftop Unit', 'HVAC'],
	['Walk-In Freezer', 'REFRIGERATION'],
	['Automatic Door', 'DOORS'],
] as const;

function seedAssets(store: Store, clock: Clock): void {
	for (const Name of MAKERS) store.collection('brands').add({ Name });
	for (const SubscriberId of [301, 302]) {
		const trades = store.collection('trades').where('SubscriberId', SubscriberId);
		for (const [Name, PrimaryTrade] of TYPES) {
			store.collection('assetTypes').add({
				SubscriberId,
				Name,
				PrimaryTrade,
				TradeId: trades.find((trade) => trade.Name === PrimaryTrade)?.Id,
				IsActive: true,
				HasEquipment: true,
			});
		}
	}
	const brands = store.collection('brands').all();
	for (const [index, place] of store.collection('locations').all().slice(0, 8).entries()) {
		const [Type] = nth(TYPES, index);
		const type = store
			.collection('assetTypes')
			.where('SubscriberId', place.SubscriberId)
			.find(({ Name }) => Name === Type) as Row;
		const brand = nth(brands, index);
		store.collection('assets').add({
			Tag: `TAG-${1000 + index}`,
			Manufacturer: brand.Name,
			BrandId: brand.Id,
			ModelNo: `M${index + 1}`,
			SerialNo: `SN-${7000 + index}`,
			LocationId: place.Id,
			StoreId: place.StoreId,
			SubscriberId: place.SubscriberId,
			Trade: type.PrimaryTrade,
			TradeId: type.TradeId,
			Type,
			AssetTypeId: type.Id,
			Active: index !== 7,
			CreatedDate: iso(clock.now() - (100 - index) * DAY),
			ModifiedDate: iso(clock.now() - (50 - index) * DAY),
		});
	}
}

function seedLists(store: Store): void {
	for (const SubscriberId of [301, 302]) {
		for (const Name of ['Sales Floor', 'Kitchen', 'Roof']) {
			store.collection('issueAreas').add({ SubscriberId, Name });
		}
	}
	const codes: ReadonlyArray<readonly [kind: string, names: readonly string[]]> = [
		['Resolution code', ['Repaired', 'Replaced', 'Cleaned', 'Other']],
		['Root cause', ['Wear', 'Misuse', 'Power failure', 'Other']],
	];
	for (const [Kind, names] of codes) {
		for (const [Order, Value] of names.entries()) {
			const row = store.collection('resolutionCodes').add({
				Kind,
				Value,
				Order,
				HasFreeText: Value === 'Other',
				AssetCategoryIds: [1, 2],
			});
			store.collection('resolutionCodes').change(row.Id, { Key: row.Id });
		}
	}
}

/** What was done on the latest work orders. */
function seedWork(store: Store, clock: Clock): void {
	const latest = store.collection('workOrders').all().slice(-4);
	const [first, second] = store.collection('users').where('ProviderId', 5001);
	const assets = store.collection('assets').all();
	for (const [index, row] of latest.entries()) {
		store.collection('parts').add({
			WorkOrderId: row.Id,
			RecId: row.Id,
			Quantity: index + 1,
			Description: nth(['Filter', 'Gasket'], index),
			Price: 12.5 * (index + 1),
			Reason: null,
		});
		store.collection('workActivities').add({
			WorkOrderId: row.Id,
			TimeIn: iso(clock.now() - (30 + index) * HOUR),
			TimeOut: iso(clock.now() - (28 + index) * HOUR),
			IsTimeEdited: false,
			UserId: first.Id,
			CallerId: String(first.Id),
			WorkType: 'Repair',
			TechsCount: 1,
			Name: null,
			CreatedBy: first.Id,
			HasCheckInInfo: false,
			HasCheckListResponse: false,
		});
		store.collection('assignments').add({
			WorkOrderId: row.Id,
			UserId: nth([first, second], index).Id,
			Said: nth(['accepted', 'assigned'], index),
		});
		const asset = assets.find(({ SubscriberId }) => SubscriberId === row.SubscriberId);
		store
			.collection('workOrders')
			.change(row.Id, { AssetIds: [asset?.Id], AssetCount: 1 }, { touch: false });
	}
}

function seedMoney(store: Store, clock: Clock): void {
	const users = store.collection('users').where('SubscriberId', 301);
	const provider = store.collection('providers').all()[0];
	const billable = store
		.collection('workOrders')
		.where('IsInvoiced', true)
		.filter(({ SubscriberId }) => SubscriberId === 301);
	for (const [index, row] of store.collection('workOrders').all().slice(-8).entries()) {
		const created = clock.now() - (12 - index) * DAY;
		const common = {
			SubscriberId: row.SubscriberId,
			ProviderId: provider.Id,
			LocationId: row.LocationId,
			TradeId: row.TradeId,
			WorkOrderId: row.Id,
			CreatedDate: iso(created),
			UpdatedDate: iso(created + HOUR),
		};
		const rfp = store.collection('rfps').add({
			...common,
			Number: `RFP${7000 + index}`,
			Description: `Price for: ${String(row.Description)}`,
			Status: 'Open',
			Date: iso(created),
			DueHrs: 48,
			DueDate: iso(created + 2 * DAY),
			ProviderEmail: provider.Email,
			UserId: users[0].Id,
		});
		const proposal = store.collection('proposals').add({
			...common,
			Number: `P${90_000 + index}`,
			Description: `Offer for: ${String(row.Description)}`,
			RfpId: rfp.Id,
			CreatedById: 101,
			Amount: 400 + index * 75,
			Status: {
				Primary: nth(['Open', 'Open', 'On Hold', 'Approved'], index),
				Extended: '',
				ModifiedDate: iso(created + HOUR),
				ModifiedBy: null,
			},
		});
		store.collection('attachments').add({
			ProposalId: proposal.Id,
			Name: 'offer.txt',
			Description: 'The offer',
			TimeStamp: iso(created),
			NoteId: null,
			Visibility: 0,
			IsInvoiceDigitalCopy: false,
			UploadBy: 'Office',
			StoredAs: `offer-${String(proposal.Id)}.txt`,
			ContentType: 'text/plain',
			Bytes: new TextEncoder().encode('An offer would be here.'),
		});
	}
	for (const [index, row] of billable.slice(-6).entries()) {
		const posted = clock.now() - (30 - index * 4) * DAY;
		const total = 200 + index * 50;
		store.collection('invoices').add({
			Number: `TW-${3000 + index}`,
			Status: nth(['Open', 'Approved', 'Open'], index),
			InvoiceTotal: total,
			InvoiceBalance: total,
			Subtotal: total,
			InvoiceAmountsDetails: { LaborAmount: total },
			Description: 'Labor',
			InvoiceDate: iso(posted - HOUR),
			PostedDate: iso(posted),
			ApprovedDate: index % 3 === 1 ? iso(posted + HOUR) : null,
			UpdatedDate: iso(posted + HOUR),
			PostedBy: 'Office',
			Trade: row.Trade,
			Category: row.Category,
			SubscriberId: row.SubscriberId,
			ProviderId: row.ProviderId,
			LocationId: row.LocationId,
			WoTrackingNumber: row.Id,
		});
	}
}

function seedHooks(store: Store, provider: number): void {
	const rules = { Trades: [], Categories: [], Statuses: [] };
	for (const Owner of [`provider-${provider}`, 'subscriber-301']) {
		store.collection('webhooks').add({
			Owner,
			Name: 'Office',
			Url: 'https://hooks.example.com/office',
			Enabled: true,
			Description: null,
			Subscriptions: [
				{
					Id: Owner.startsWith('provider') ? 60_000 : 60_001,
					Name: 'Work orders',
					EventTypes: ['WorkOrderCreated'],
					Rules: rules,
				},
			],
		});
		store.collection('httpSubscriptions').add({
			Owner,
			Name: 'Old',
			Url: 'https://hooks.example.com/old',
			Enabled: true,
			EventTypes: ['InvoiceCreated'],
			Rules: rules,
		});
	}
}
