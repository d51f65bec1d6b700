import { equals } from '../core/pieces';
import { notFound, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { showCoupon, showPack } from './coupons';
import { allRoutes, controllerList, created, requireReference, wanted, type Show } from './lists';
import { denverSaidToBeUtc, midnightOf, utc } from './times';

/** A campaign by itself, as after delete, hide and activate. */
export function showCampaign(row: Row): Row {
	return {
		...row,
		date_created: utc(row.date_created),
		last_modified: utc(row.last_modified),
	};
}

const parts = (row: Row, store: Store) => ({
	campaigns_subcategory:
		store.collection('campaignsSubcategories').get(row.campaigns_subcategory_id) ?? null,
	campaigns_category:
		store.collection('campaignsCategories').get(row.campaigns_category_id) ?? null,
});

const showWhole: Show = (row, { store }) => ({ ...showCampaign(row), ...parts(row, store) });

/** Lists show the time of change on Denver's clock, single records in UTC. */
const showInList: Show = (row, { store }) => ({
	...showCampaign(row),
	last_modified: denverSaidToBeUtc(row.last_modified),
	coupons: store.collection('coupons').where('campaign_id', row.id).map(showCoupon),
	coupons_pack: showPack(store.collection('couponsPacks').get(row.coupons_pack_id), store),
	...parts(row, store),
});

/** After a write an open end is empty text; in lists it is null. */
const showWritten = (row: Row): Row => ({ ...showCampaign(row), end_date: row.end_date ?? '' });

function members(body: Row, { store }: SandboxRequest, row: Row | undefined): Row {
	const { start_date: start, end_date: end, ...others } = body;
	const whole = { ...row, ...body };
	requireReference(
		store,
		'campaignsCategories',
		'campaigns_category_id',
		whole.campaigns_category_id,
	);
	if (body.coupons_pack_id !== undefined) {
		requireReference(store, 'couponsPacks', 'coupons_pack_id', body.coupons_pack_id);
	}
	const subcategory = requireReference(
		store,
		'campaignsSubcategories',
		'campaigns_subcategory_id',
		whole.campaigns_subcategory_id,
	);
	if (
		subcategory.campaigns_category_id !== whole.campaigns_category_id ||
		subcategory.franchise_id !== whole.franchise_id
	) {
		throw wrongValue('campaigns_subcategory_id', 'is of another category or franchise');
	}
	return {
		...others,
		...(start !== undefined && { start_date: midnightOf(start) }),
		...(end !== undefined && { end_date: end === '' ? null : midnightOf(end) }),
	};
}

export const usualCampaign = (): Row => ({
	coupons_pack_id: null,
	end_date: null,
	description: '',
	cost: 0,
	hidden: false,
	active: true,
});

// Reading one by id works whatever its flags: `active` is an everyday switch here.
const one = (request: SandboxRequest) => wanted('campaigns', request, () => false);

const set =
	(flags: Row): Handler =>
	(request) => {
		const row = request.store.collection('campaigns').change(one(request).id, flags);
		return { campaign: showWritten(row) };
	};

const change: Handler = (request) => {
	const row = one(request);
	const changes = members(request.body, request, row);
	request.store.collection('campaigns').change(row.id, changes);
	return { campaign: { ...showWritten(row), ...parts(row, request.store) } };
};

const trail = (...steps: Row[]) => ({ breadcrumbs: steps, total: steps.length });

const breadcrumb: Handler = (request) => {
	const row = one(request);
	const { campaigns_category: category, campaigns_subcategory: subcategory } = parts(
		row,
		request.store,
	);
	if (!category || !subcategory) throw notFound('Breadcrumb', row.id);
	return trail(
		{ ...category, type: 'subcategories' },
		{ ...subcategory, type: 'campaigns' },
		{ ...showCampaign(row), selected: true },
	);
};

export const campaignRoutes: Readonly<Record<string, Handler>> = {
	'GET /campaigns': controllerList('campaigns', {
		singular: 'campaign',
		showInList,
		// An inactive campaign stays in lists, a hidden one leaves them.
		leftOut: (row) => row.hidden === true,
		filters: {
			code: equals('code'),
			campaigns_subcategory_id: equals('campaigns_subcategory_id'),
		},
		joined: {
			campaigns_categories: {
				collection: 'campaignsCategories',
				key: 'campaigns_category',
				by: 'campaigns_category_id',
			},
			campaigns_subcategories: {
				collection: 'campaignsSubcategories',
				key: 'campaigns_subcategory',
				by: 'campaigns_subcategory_id',
			},
		},
	}),
	'GET /campaigns/{id}': (request) => ({ campaign: showWhole(one(request), request) }),
	'POST /campaigns': (request) => {
		const row = request.store
			.collection('campaigns')
			.add(members(request.body, request, undefined));
		return created({ campaign: { ...showWritten(row), ...parts(row, request.store) } });
	},
	'PATCH /campaigns/{id}': change,
	'PUT /campaigns/{id}': change,
	'DELETE /campaigns/{id}': set({ active: false }),
	'DELETE /campaigns/hide/{id}': set({ hidden: true }),
	'POST /campaigns/activate/{id}': set({ active: true }),
	'GET /campaigns/breadcrumb/{id}': breadcrumb,
	...allRoutes('campaignsCategories', {
		singular: 'campaignsCategory',
		appWide: true,
		showInList: (row, { store }) => {
			const own = store.collection('campaigns').where('campaigns_category_id', row.id);
			return {
				...row,
				count: own.length,
				cost: own.reduce((sum, { cost }) => sum + Number(cost), 0),
			};
		},
	}),
	'GET /campaignsCategories/breadcrumb/{id}': (request) =>
		trail({ ...wanted('campaignsCategories', request), selected: true }),
	...allRoutes('campaignsSubcategories', {
		singular: 'campaignsSubcategory',
		members: (body, { store }) => {
			const { franchise_id: franchise, campaigns_category_id: category, hidden } = body;
			if (franchise !== undefined) {
				requireReference(store, 'franchises', 'franchise_id', franchise);
			}
			if (category !== undefined) {
				requireReference(store, 'campaignsCategories', 'campaigns_category_id', category);
			}
			// Shown as 0 and 1.
			return { ...body, ...(hidden !== undefined && { hidden: hidden === true ? 1 : 0 }) };
		},
	}),
	'GET /campaignsSubcategories/breadcrumb/{id}': (request) => {
		const row = wanted('campaignsSubcategories', request);
		const category = request.store
			.collection('campaignsCategories')
			.require(row.campaigns_category_id);
		return trail({ ...category, type: 'subcategories' }, { ...row, selected: true });
	},
};
