import { contains, equals, type Filter } from '../core/pieces';
import { Refusal, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { allRoutes, readRoutes, requireReference, wanted, type Show } from './lists';
import { utc } from './times';

/** The rank of the API account's own group; nobody can add into a group above it. */
const OWN_RANK = 90;

/** The text is somewhere in one of these members, in any case. */
const anyContains =
	(...names: readonly string[]): Filter =>
	(value, request) => {
		const tests = names.map((name) => contains(name)(value, request));
		return (row) => tests.some((test) => test(row));
	};

const showEmployee: Show = (row, { store }) => ({
	...row,
	group: store.collection('groups').get(row.group_id) ?? null,
});

function employeeMembers(
	{ zipcode, ...body }: Row,
	{ store }: SandboxRequest,
	row: Row | undefined,
): Row {
	if (body.group_id !== undefined) {
		const group = requireReference(store, 'groups', 'group_id', body.group_id);
		if (Number(group.admin_rank) > OWN_RANK) {
			throw new Refusal('forbidden', 'The group is ranked above your own');
		}
	}
	if (body.franchise_id !== undefined) {
		requireReference(store, 'franchises', 'franchise_id', body.franchise_id);
	}
	const namesakes =
		body.username === undefined
			? []
			: store.collection('employees').where('username', body.username);
	if (namesakes.some(({ id }) => id !== row?.id)) throw wrongValue('username', 'is taken');
	// Postal codes of employees come back as numbers, and so without leading zeros.
	const asNumber = zipcode === '' ? '' : Number(zipcode);
	return { ...body, ...(zipcode !== undefined && { zipcode: asNumber }) };
}

export const usualEmployee = (): Row => ({
	franchise_id: 501,
	group_id: 5,
	title: '',
	first_name: '',
	middle_initial: '',
	last_name: '',
	suffix: '',
	address_1: '',
	address_2: '',
	city: '',
	state: '',
	zipcode: '',
	telephone: '',
	mobile: '',
	email: '',
	start_date: null,
	birth_date: null,
	username: '',
	color: '000000',
	ext_user_id: '',
	schedule: false,
	bridge_controlled: false,
	verified_email: false,
	display_order: 1,
	active: true,
});

export function showLocation(row: Row): Row {
	return {
		...row,
		last_modified: utc(row.last_modified),
		full_name: `${String(row.code)} ${String(row.label)}`,
	};
}

const withMetadata: Show = (row, { store }) => ({
	...showLocation(row),
	locations_metadata: store.collection('locationsMetadata').where('location_id', row.id)[0] ?? null,
});

export const usualLocation = (): Row => ({
	code: '',
	label: '',
	franchise_id: 501,
	is_default: false,
	phone: '',
	active: true,
	status: 'published',
});

/** Flags of categories are shown as 0 and 1. */
function categoryMembers(body: Row): Row {
	const flags = ['scheduling_exempt', 'include_in_exports'].filter((flag) => flag in body);
	return {
		...body,
		...Object.fromEntries(flags.map((flag) => [flag, body[flag] === true ? 1 : 0])),
	};
}

export const usualCategory = (): Row => ({
	type: 'SERVICE',
	code: '',
	name: '',
	description: null,
	icon_id: null,
	scheduling_exempt: 0,
	display_order: 1,
	include_in_exports: 0,
	active: true,
});

const setActive =
	(active: boolean): Handler =>
	({ store, path }) => ({ franchise: store.collection('franchises').change(path.id, { active }) });

// The document never shows a franchise, so nothing is made up but what every record has.
const franchiseRoutes: Readonly<Record<string, Handler>> = {
	...readRoutes('franchises', {
		singular: 'franchise',
		filters: {
			franchise_id: (value) => (row) => Number(value) === 0 || row.id === value,
		},
	}),
	'POST /franchises/activate/{id}': setActive(true),
	'DELETE /franchises/deactivate/{id}': setActive(false),
};

export const catalogueRoutes: Readonly<Record<string, Handler>> = {
	...allRoutes('employees', {
		singular: 'employee',
		show: showEmployee,
		showInList: (row, request) => ({
			...showEmployee(row, request),
			// Said of lists over several franchises; nothing but the id of a franchise is ever shown.
			...(!request.query.franchise_id && { franchise: { id: row.franchise_id } }),
		}),
		members: employeeMembers,
		filters: {
			search: anyContains('first_name', 'last_name', 'username', 'email', 'telephone', 'mobile'),
		},
		joined: { groups: { collection: 'groups', key: 'group', by: 'group_id' } },
	}),
	...allRoutes('locations', {
		singular: 'location',
		show: withMetadata,
		showInList: (row, request) => ({
			...(request.query.showMetadata === true ? withMetadata(row, request) : showLocation(row)),
			total_zipcodes: request.store.collection('locationsZipcodes').where('location_id', row.id)
				.length,
		}),
		members: (body, { store }) => {
			if (body.franchise_id !== undefined) {
				requireReference(store, 'franchises', 'franchise_id', body.franchise_id);
			}
			return body;
		},
		filters: {
			search: anyContains('label', 'phone', 'code'),
			// Read by what shows the records.
			showMetadata: () => () => true,
		},
	}),
	...allRoutes('locationsZipcodes', {
		singular: 'locationsZipcode',
		show: (row, { store }) => {
			const locations = store.collection('locations');
			const display = locations.get(row.display_location_id);
			return {
				...row,
				location: showLocation(locations.require(row.location_id)),
				display_location: display ? showLocation(display) : null,
			};
		},
		members: (body, { store }, row) => {
			for (const name of ['location_id', 'display_location_id']) {
				if (body[name] !== undefined) requireReference(store, 'locations', name, body[name]);
			}
			if (row === undefined && !(body.zipcode && body.location_id)) {
				throw wrongValue('zipcode', 'needs a location_id beside it');
			}
			return body;
		},
		filters: {
			zipcode: equals('zipcode'),
			location_id: equals('location_id'),
			// Partial codes count.
			code: (value, { store }) => {
				const ids = store
					.collection('locations')
					.all()
					.filter(({ code }) => String(code).includes(String(value)))
					.map(({ id }) => id);
				return (row) => ids.includes(row.location_id);
			},
			franchise_id:
				(value, { store }) =>
				(row) =>
					Number(value) === 0 ||
					store.collection('locations').get(row.location_id)?.franchise_id === value,
		},
	}),
	...allRoutes('categories', {
		singular: 'category',
		appWide: true,
		show: (row, { store, method }) => ({
			...row,
			// Only where a single one is read.
			...(method === 'GET' && {
				services: store
					.collection('services')
					.where('category_id', row.id)
					.map((service) => ({ ...service, last_modified: utc(service.last_modified) })),
			}),
		}),
		showInList: (row) => row,
		members: categoryMembers,
	}),
	...franchiseRoutes,
	...allRoutes('groups', { singular: 'group', appWide: true }),
	// The section says that a code may stand in for the ID; like this is one of its readings.
	'GET /locations/{id}': (request) => {
		const [coded] = request.store.collection('locations').where('code', request.path.id);
		const path = { id: String(coded?.id ?? request.path.id) };
		return { location: withMetadata(wanted('locations', { ...request, path }), request) };
	},
};
