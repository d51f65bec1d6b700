import { notFound, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { allRoutes, controllerList, created, requireReference, wanted, type Show } from './lists';
import { utc } from './times';

const showService = (row: Row): Row => ({ ...row, last_modified: utc(row.last_modified) });

const showSetting: Show = (row, { store }) => ({
	...row,
	last_modified: utc(row.last_modified),
	category: store.collection('categories').get(row.category_id) ?? null,
});

const REFERENCES: Readonly<Record<string, string>> = {
	category_id: 'categories',
	service_id: 'services',
	franchise_id: 'franchises',
};

function members(body: Row, { store }: SandboxRequest): Row {
	for (const [name, collection] of Object.entries(REFERENCES)) {
		if (body[name] !== undefined) requireReference(store, collection, name, body[name]);
	}
	return body;
}

export const usualService = (): Row => ({
	category_id: null,
	code: '',
	name: '',
	description: '',
	display_order: 1,
	auto_add_to_quote: false,
	hidden: false,
	active: true,
});

export const usualSetting = (): Row => ({
	franchise_id: 501,
	category_id: null,
	code: '',
	name: '',
	description: '',
	price: 0,
	// Seconds.
	duration: 1800,
	unit: 'each',
	price_per_unit: null,
	priced_on: 'per_item',
	taxable: true,
	service_id: null,
	active: true,
});

/** The franchise-level copy of an app-level service; there is one for each franchise at the most. */
const copyCorporate: Handler = (request) => {
	const { store, body } = request;
	const { id, category_id, code, name, description } = wanted('services', request);
	requireReference(store, 'franchises', 'franchise_id', body.franchise_id);
	const settings = store.collection('servicesSettings');
	const isThere = settings
		.where('service_id', id)
		.some(({ franchise_id: franchise }) => franchise === body.franchise_id);
	if (isThere) throw wrongValue('franchise_id', 'has this service already');
	const row = settings.add({
		franchise_id: body.franchise_id,
		service_id: id,
		category_id,
		code,
		name,
		description,
	});
	// The answer is assumed to be the new record.
	return created({ servicesSetting: showSetting(row, request) });
};

/** Permanent, unlike every other deletion. */
const fullDelete: Handler = ({ store, path }) => {
	store.collection('services').require(path.id);
	store.collection('services').remove(path.id);
};

/** Lines of one invoice. How the invoice is named is not said; like its column here. */
const lineItems: Handler = (request) => {
	if (!store(request, 'invoices').get(request.query.invoice_id)) {
		throw notFound('Invoice', request.query.invoice_id);
	}
	return controllerList('lineItems', {
		singular: 'lineItem',
		from: 'invoiceLineItems',
		appWide: true,
		filters: { invoice_id: (value) => (row) => row.invoice_id === value },
	})(request);
};

const store = (request: SandboxRequest, name: string) => request.store.collection(name);

export const serviceRoutes: Readonly<Record<string, Handler>> = {
	...allRoutes('services', {
		singular: 'service',
		appWide: true,
		show: showService,
		members,
	}),
	...allRoutes('servicesSettings', { singular: 'servicesSetting', show: showSetting, members }),
	'POST /servicesSettings/copyCorporate/{id}': copyCorporate,
	'DELETE /service/fullDelete/{id}': fullDelete,
	'GET /lineItems': lineItems,
	// What can be put on an invoice: the services at the prices of the franchise.
	'GET /lineItems/list': controllerList('lineItems', {
		singular: 'lineItem',
		from: 'servicesSettings',
		show: showSetting,
	}),
};

/** Every service at each of the first two franchises. */
export function seedSettings(
	target: Store,
	prices: ReadonlyArray<{ readonly code: string; readonly price: number }>,
	last_modified: unknown,
): void {
	for (const franchise_id of [501, 502]) {
		for (const { code, price } of prices) {
			const [service] = target.collection('services').where('code', code);
			target.collection('servicesSettings').add({
				franchise_id,
				service_id: service.id,
				category_id: service.category_id,
				code,
				name: service.name,
				price,
				last_modified,
			});
		}
	}
}
