import { omit } from 'lodash';

import { contains, hasOneOf, oneOf, onOrAfter, type Filter } from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { nowOf, shape, those, uriOf } from './briefs';
import { named, through } from './lists';
import { checkReferences, withoutNullLists } from './references';
import { requireMembers, routesOf, together, type Routes, type Table } from './tables';

const recurrence = shape(
	'servicerecurrence',
	'description firstStart firstEnd endsOn created frequency interval repeatWeekday estimatedPrice duration preferredStartTime',
	'serviceLine:serviceLines asset:assets location:locations contract:contracts preferredTechs[]:users preferredVendor:companies',
	(row, request) => ({
		parent:
			(row.parentId ?? null) === null
				? null
				: { id: row.parentId, uri: uriOf(request, 'servicerecurrence', row.parentId) },
		items: those('serviceItems', 'serviceRecurrenceId', row.id, request),
	}),
);

/** What a recurrence has that nobody gave a value. */
export function usualRecurrence(): Row {
	return {
		endsOn: null,
		assetId: null,
		contractId: null,
		preferredTechIds: [],
		preferredVendorId: null,
		repeatWeekday: false,
		parentId: null,
	};
}

const ofLocation = (filter: Filter): Filter => through('locationId', 'locations', filter);

/** Technicians or a vendor, not both. */
function checkPreferred(result: Row): void {
	const technicians = (result.preferredTechIds ?? []) as unknown[];
	if (technicians.length > 0 && (result.preferredVendorId ?? null) !== null) {
		throw wrongValue('preferredVendorId', 'and preferredTechIds exclude each other');
	}
}

const stored = (_request: SandboxRequest, body: Row) =>
	withoutNullLists(body, ['preferredTechIds']);

const table: Table = {
	from: 'serviceRecurrences',
	path: '/servicerecurrence',
	id: 'serviceRecurrenceId',
	key: 'serviceRecurrences',
	show: recurrence,
	filters: {
		locationIds: oneOf('locationId'),
		assetIds: oneOf('assetId'),
		description: contains('description'),
		serviceLineIds: oneOf('serviceLineId'),
		officeIds: ofLocation(hasOneOf('officeIds')),
		preferredTechIds: hasOneOf('preferredTechIds'),
		contractId: oneOf('contractId'),
		endsOnAfter: (value, request) => {
			const later = onOrAfter('endsOn')(value, request);
			return (row) => row.endsOn === null || later(row);
		},
		// Nothing here waits for the approval of a quote.
		excludeUnapproved: () => () => true,
	},
	stored,
	check: (request, result) => {
		checkPreferred(result);
		const asset = request.store.collection('assets').get(result.assetId);
		if (asset && asset.locationId !== result.locationId) {
			throw wrongValue('assetId', 'is an asset at another location');
		}
	},
	then: ({ store }, row) => {
		if (row.endsOn === null) return;
		// What comes later and has no job is taken away.
		const services = store.collection('serviceRequests');
		for (const one of [...services.where('serviceRecurrenceId', row.id)]) {
			if (one.jobId === null && Number(one.windowStart) > Number(row.endsOn))
				services.remove(one.id);
		}
	},
};

/** Of a new schedule for an old recurrence, all that is not sent is taken from the old one. */
const createRecurrence: Handler = (request) => {
	const { body, store } = request;
	checkReferences(request);
	together(body, 'firstStart', 'firstEnd');
	const service = store.collection('serviceRequests').get(body.serviceRequestId);
	const old = store
		.collection('serviceRecurrences')
		.get(body.serviceRecurrenceId ?? service?.serviceRecurrenceId);
	if (!old) requireMembers(body, ['locationId', 'description', 'serviceLineId']);
	const now = nowOf(request);
	if (old && old.endsOn !== null && Number(old.endsOn) <= now) {
		throw wrongValue('serviceRecurrenceId', 'has ended');
	}
	const result = stored(request, {
		...(old ? omit(old, ['id', 'created', 'updated', 'endsOn']) : {}),
		...omit(body, ['serviceRecurrenceId', 'serviceRequestId']),
		...(old ? { parentId: old.id } : {}),
	});
	table.check?.(request, result, undefined);
	const row = store.collection('serviceRecurrences').add(result);
	if (old) {
		store.collection('serviceRecurrences').change(old.id, { endsOn: now });
		table.then?.(request, old, false);
	}
	if (service)
		store.collection('serviceRequests').change(service.id, { serviceRecurrenceId: row.id });
	return recurrence(row, request);
};

const templates: Table = {
	from: 'serviceTemplates',
	path: '/servicetemplate',
	id: 'serviceTemplateId',
	key: 'serviceTemplates',
	show: shape(
		'servicetemplate',
		'name description frequency interval repeatWeekday estimatedPrice duration created updated',
		'serviceLine:serviceLines preferredTechs[]:users preferredVendor:companies',
	),
	filters: { name: named },
	stored,
	check: (_request, result) => checkPreferred(result),
	usedBy: [['serviceItems', 'serviceTemplateId']],
};

export const recurrenceRoutes: Routes = {
	...routesOf(table, 'list read update'),
	'POST /servicerecurrence': createRecurrence,
	...routesOf(templates, 'list read create update delete'),
};
