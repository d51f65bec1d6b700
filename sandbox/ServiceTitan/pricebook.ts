import { contains } from '../core/pieces';
import { Answer, conflict, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { externalData } from './additions';
import { keepFile, PICTURE, redirect } from './files';
import { requireSku, skuOf } from './money';
import { records } from './records';
import { requireAll } from './references';
import {
	creates,
	does,
	feeds,
	lists,
	reads,
	removes,
	routesOf,
	updates,
	type Piece,
	type Show,
} from './tables';

const REFERENCES = {
	parentId: 'categories',
	costTypeId: 'costTypes',
	variationMaterial: 'materials',
	variationEquipment: 'equipment',
};

/** A vendor of an item as it is shown, from what was sent. */
function vendorOf(store: Store, sent: unknown, index: number): Row | null {
	if (sent === null || sent === undefined) return null;
	const { primarySubAccount = null, otherSubAccounts = null, ...rest } = sent as Row;
	const withId = (account: Row, at: number) => ({ id: at + 1, ...account });
	return {
		id: index + 1,
		memo: null,
		vendorPart: null,
		...rest,
		vendorName: store.collection('vendors').require(rest.vendorId).name,
		primarySubAccount: primarySubAccount && withId(primarySubAccount as Row, 0),
		otherSubAccounts: otherSubAccounts && (otherSubAccounts as Row[]).map(withId),
	};
}

/** What an item keeps otherwise than it was sent. */
function itemOf({ store }: SandboxRequest, sent: Row): Row {
	const kept: Row = {};
	if (sent.primaryVendor !== undefined) kept.primaryVendor = vendorOf(store, sent.primaryVendor, 0);
	if (Array.isArray(sent.otherVendors)) {
		kept.otherVendors = sent.otherVendors.map((one, index) => vendorOf(store, one, index + 1));
	}
	if (Array.isArray(sent.assets)) {
		kept.assets = (sent.assets as Row[]).map((asset) => ({
			alias: null,
			fileName: String(asset.url).split('/').at(-1),
			isDefault: false,
			...asset,
		}));
	}
	for (const kind of ['Equipment', 'Materials']) {
		const variations = sent[kind === 'Equipment' ? 'variationEquipment' : 'variationMaterials'];
		if (variations !== undefined) kept[`variationsOrConfigurable${kind}`] = variations;
	}
	return kept;
}

function checkItem({ store }: SandboxRequest, sent: Row, row: Row | undefined, at = ''): void {
	const other = sent.code == null ? undefined : skuOf(store, undefined, sent.code);
	// Inferred: a code stands for one item.
	if (other && other.id !== row?.id) throw wrongValue(`${at}code`, 'There is an item of that code');
	for (const id of (sent.categories ?? []) as unknown[]) {
		if (!store.collection('categories').get(id)) {
			throw wrongValue(`${at}categories`, `Category ${String(id)} does not exist`);
		}
	}
}

const WITHOUT = ['intacctGlGroupAccount', 'variationEquipment', 'variationMaterials', 'customId'];

const write = {
	references: REFERENCES,
	without: WITHOUT,
	check: (request: SandboxRequest, row: Row | undefined) => checkItem(request, request.body, row),
	also: (request: SandboxRequest) => itemOf(request, request.body),
};

const showService: Show = ({ categories }, { store }) => ({
	categories: (categories as unknown[]).map((id) => {
		const { name, active } = store.collection('categories').require(id);
		return { id, name, active };
	}),
});

/** The five routes of a kind of item. */
function items(path: string, collection: string, show?: Show): Readonly<Record<string, Piece>> {
	return {
		[`GET ${path}`]: lists(collection, { show }),
		[`POST ${path}`]: creates(collection, { ...write, show }),
		[`GET ${path}/{id}`]: reads(collection, { show }),
		[`PATCH ${path}/{id}`]: updates(collection, { ...write, show }),
		[`DELETE ${path}/{id}`]: removes(collection),
	};
}

/** The lists of a body for several items, and where each is kept. */
const BULK: Readonly<Record<string, string>> = {
	services: 'services',
	equipment: 'equipment',
	materials: 'materials',
	discountAndFees: 'discountsAndFees',
};

const ID_LISTS = ['recommendations', 'upgrades'];

const createMany: Handler = (request) => {
	const { store, body } = request;
	requireAll(store, body, { ...REFERENCES, skuId: undefined });
	const ids = new Map<unknown, unknown>();
	const sent = Object.entries(BULK).flatMap(([name, collection]) =>
		((body[name] ?? []) as Row[]).map((item, index) => ({ name, collection, item, index })),
	);
	for (const { name, item, index } of sent)
		checkItem(request, item, undefined, `${name}[${index}].`);
	const added = sent.map(({ name, collection, item }) => {
		const { externalData: external, customId, ...rest } = item;
		const given = Object.entries({ ...rest, ...itemOf(request, item) }).filter(
			([member, value]) => value !== null && !WITHOUT.includes(member),
		);
		const row = store
			.collection(collection)
			.add({ ...Object.fromEntries(given), ...externalData(external, undefined) });
		if (customId != null) ids.set(customId, row.id);
		return { name, collection, row, customId };
	});
	// Items that come together may name each other by the ids their sender gave them.
	for (const { collection, row } of added) {
		for (const [member, value] of Object.entries(row)) {
			if (!Array.isArray(value)) continue;
			const resolved = (value as unknown[]).map((one) => {
				if (typeof one !== 'object' || one === null || !('customId' in one || 'skuId' in one))
					return one;
				const { customId, skuId, ...rest } = one as Row;
				const id = skuId ?? ids.get(customId);
				return ID_LISTS.includes(member) && collection === 'services' ? id : { skuId: id, ...rest };
			});
			store.collection(collection).change(row.id, { [member]: resolved });
		}
	}
	return Object.fromEntries(
		Object.keys(BULK).map((kind) => [
			kind,
			added
				.filter(({ name, customId }) => name === kind && customId != null)
				.map(({ customId, row }) => ({ customId, id: row.id })),
		]),
	);
};

const updateMany: Handler = (request) => {
	const { store, body } = request;
	requireAll(store, body, REFERENCES);
	const sent = Object.entries(BULK).flatMap(([name, collection]) =>
		((body[name] ?? []) as Row[]).map((item, index) => ({
			collection,
			item,
			at: `${name}[${index}].`,
		})),
	);
	for (const { collection, item, at } of sent) {
		const row = store.collection(collection).get(item.id);
		if (!row) throw wrongValue(`${at}id`, `Item ${String(item.id)} does not exist`);
		checkItem(request, item, row, at);
	}
	for (const { collection, item } of sent) {
		const { externalData: external, ...rest } = item;
		const row = store.collection(collection).require(item.id);
		for (const name of WITHOUT) delete rest[name];
		store
			.collection(collection)
			.change(item.id, { ...rest, ...itemOf(request, item), ...externalData(external, row) });
	}
};

/** One markup comes as `{ data }`, unlike every other record. */
const enveloped =
	(piece: Piece): Piece =>
	(key) => {
		const handler = piece(key);
		return async (request) => ({ data: await handler(request) });
	};

/** Steps of a markup do not overlap; inferred. */
function checkSteps({ store, body }: SandboxRequest, row: Row | undefined): void {
	if (!(Number(body.from) < Number(body.to))) throw wrongValue('to', 'must be more than from');
	const overlaps = store
		.collection('materialsMarkup')
		.all()
		.some(
			(one) =>
				one.id !== row?.id &&
				Number(one.from) < Number(body.to) &&
				Number(one.to) > Number(body.from),
		);
	if (overlaps) throw conflict('There is a step for these costs already');
}

/** Categories, services, materials, equipment, discounts and fees, markups and pictures. */
export const pricebook: Area = {
	collections: {
		categories: records('Category', 10_001, 'pricebook.CategoryResponse'),
		costTypes: records('Cost type', 10_501, 'pricebook.CostTypeResponse'),
		services: records('Service', 11_001, 'pricebook.ServiceResponse'),
		materials: records('Material', 12_001, 'pricebook.MaterialResponse'),
		equipment: records('Equipment', 13_001, 'pricebook.EquipmentResponse'),
		discountsAndFees: records('Discount or fee', 14_001, 'pricebook.DiscountAndFeesResponse'),
		materialsMarkup: records('Markup', 14_501, 'pricebook.MaterialsMarkupResponse'),
		rateSheets: records('Rate sheet', 14_601, 'pricebook.ClientSpecificPricingResponse'),
	},
	routes: routesOf('/pricebook/v2/tenant/{tenant}', {
		'GET categories': lists('categories'),
		'POST categories': creates('categories', { references: REFERENCES }),
		'GET categories/{id}': reads('categories'),
		'PATCH categories/{id}': updates('categories', { references: REFERENCES }),
		'DELETE categories/{id}': removes('categories', {
			check({ id }, { store }) {
				// Inferred: what others stand under cannot go.
				if (store.collection('categories').where('parentId', id).length > 0) {
					throw wrongValue('id', 'The category has categories below it');
				}
			},
		}),
		'GET clientspecificpricing': lists('rateSheets', {
			filters: { searchTerm: contains('name') },
		}),
		'PATCH clientspecificpricing/{rateSheetId}': does(({ store, path, body }) => {
			const sheet = store.collection('rateSheets').require(path.rateSheetId);
			const sent = (body.exceptions ?? []) as Row[];
			const exceptions = sent.map((one, index) => ({
				skuId: one.skuId,
				skuType: requireSku(store, one.skuId, `exceptions[${index}].skuId`).type,
				value: one.value,
				valueType: one.valueType,
			}));
			store.collection('rateSheets').change(sheet.id, { exceptions });
			return { exceptions: sent };
		}),
		...items('discounts-and-fees', 'discountsAndFees'),
		...items('equipment', 'equipment'),
		...items('materials', 'materials'),
		...items('services', 'services', showService),
		'GET export/equipment': feeds('equipment'),
		'GET export/materials': feeds('materials'),
		'GET export/services': feeds('services', { show: showService }),
		'GET images': does(redirect),
		'POST images': does((request) => new Answer(201, { path: keepFile(request).path })),
		'GET materials/costtypes': lists('costTypes'),
		'GET materialsmarkup': lists('materialsMarkup'),
		// The id of the body is required and has no say: the vendor gives its own.
		'POST materialsmarkup': enveloped(
			creates('materialsMarkup', { without: ['id'], check: checkSteps }),
		),
		'GET materialsmarkup/{id}': enveloped(reads('materialsMarkup')),
		'PUT materialsmarkup/{id}': enveloped(
			updates('materialsMarkup', { without: ['id'], check: checkSteps }),
		),
		'POST pricebook': does(createMany),
		'PATCH pricebook': does(updateMany),
	}),
	seed({ add, store }) {
		store.collection('files').add({
			fileName: 'valve.png',
			contentType: 'image/png',
			bytes: PICTURE,
			path: 'images/valve.png',
		});
		add('categories', [
			{ name: 'Heating', categoryType: 'Services' },
			{ name: 'Boilers', categoryType: 'Services', parentId: 10_001, position: 1 },
			{ name: 'Pipes', categoryType: 'Materials' },
			{ name: 'Plumbing', categoryType: 'Services', position: 2 },
			{ name: 'Old things', categoryType: 'Materials', active: false },
		]);
		add('costTypes', [{ name: 'Material' }, { name: 'Permit' }, { name: 'Rental' }]);
		const vendor = { vendorId: 17_001, vendorName: 'Kettle & Cog Supply', id: 1, active: true };
		add(
			'materials',
			['Copper pipe 15 mm', 'Ball valve', 'Pump seal', 'Permit for a tank', 'Old filter'].map(
				(displayName, index) => ({
					code: `MAT-${index + 1}`,
					displayName,
					description: displayName,
					cost: 4 + index * 3,
					price: 9 + index * 6,
					memberPrice: 8 + index * 5,
					unitOfMeasure: index === 0 ? 'ft' : 'each',
					isInventory: index < 3,
					isOtherDirectCost: index === 3,
					costTypeId: index === 3 ? 10_502 : 10_501,
					taxable: true,
					categories: [10_003],
					primaryVendor: {
						...vendor,
						memo: null,
						vendorPart: `KC-${index}`,
						cost: 4 + index * 3,
						primarySubAccount: null,
						otherSubAccounts: null,
					},
					active: index !== 4,
				}),
			),
		);
		add(
			'equipment',
			['Gas boiler 18 kW', 'Heat pump 8 kW', 'Water heater 200 l', 'Old furnace'].map(
				(displayName, index) => ({
					code: `EQ-${index + 1}`,
					displayName,
					description: displayName,
					price: 1800 + index * 700,
					cost: 1100 + index * 400,
					manufacturer: ['Gladwell', 'Thermora'][index % 2],
					model: `M${index + 1}00`,
					manufacturerWarranty: { duration: 24, description: null },
					serviceProviderWarranty: { duration: 12, description: null },
					categories: [10_002],
					active: index !== 3,
				}),
			),
		);
		add(
			'services',
			['Boiler service', 'Leak repair', 'Drain cleaning', 'Panel check', 'Old service'].map(
				(displayName, index) => ({
					code: `SVC-${index + 1}`,
					displayName,
					description: `${displayName} by one technician`,
					price: 90 + index * 35,
					memberPrice: 80 + index * 30,
					hours: 1 + (index % 2),
					isLabor: true,
					taxable: false,
					warranty: { duration: 30, description: null },
					categories: [index < 2 ? 10_002 : 10_004],
					serviceMaterials: index === 1 ? [{ skuId: 12_002, quantity: 1 }] : [],
					recommendations: index === 0 ? [11_002] : [],
					businessUnitId: 101 + (index % 4),
					active: index !== 4,
				}),
			),
		);
		add('discountsAndFees', [
			{
				code: 'DISC-10',
				displayName: 'Ten percent',
				description: 'Ten percent off',
				type: 'Discount',
				amountType: 'Percentage',
				amount: 10,
			},
			{
				code: 'FEE-TRIP',
				displayName: 'Trip',
				description: 'The way there',
				type: 'Fee',
				amountType: 'Fixed',
				amount: 29,
			},
			{
				code: 'FEE-OLD',
				displayName: 'Old fee',
				description: 'No longer taken',
				type: 'Fee',
				amountType: 'Fixed',
				amount: 5,
				active: false,
			},
		]);
		add('materialsMarkup', [
			{ from: 0, to: 10, percent: 120 },
			{ from: 10, to: 100, percent: 80 },
			{ from: 100, to: 1000, percent: 45 },
		]);
		add('rateSheets', [
			{
				name: 'Juniper Lane School',
				active: true,
				exceptions: [{ skuId: 11_001, skuType: 'Service', value: 85, valueType: 'FlatPrice' }],
			},
			{
				name: 'Falconer Freight',
				active: true,
				exceptions: [
					{ skuId: 12_001, skuType: 'Material', value: 10, valueType: 'DiscountPercent' },
				],
			},
		]);
	},
};
