import { anything, contains, list, pagesBy } from '../core/pieces';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { CodedRefusal, CODES } from './refusals';
import { requireWorkOrder, workOrderOf } from './states';

interface Choice {
	readonly Key?: unknown;
	readonly Text?: unknown;
	readonly AssetCategoryId?: unknown;
}

/** What a client offers at a place for a trade and a category; the same for all of them here. */
const offered = (kind: string): Handler => {
	const found = list({
		from: 'resolutionCodes',
		rows: ({ store }) => store.collection('resolutionCodes').where('Kind', kind),
		filters: {
			keyword: contains('Value'),
			// Looked at below; which codes a place has is the client's affair.
			subscriberId: anything,
			locationId: anything,
			providerId: anything,
			trade: anything,
			tradeId: anything,
			category: anything,
			categoryId: anything,
			assetCategoryIds: (ids) => (row) =>
				(row.AssetCategoryIds as number[]).some((id) => (ids as number[]).includes(id)),
		},
		paging: pagesBy({
			position: { name: 'page', counts: 'pages' },
			size: { name: 'pageSize', usual: 10, largest: 50 },
			total: () => false,
			answer: ({ rows }) => rows,
		}),
		show: ({ Key, Value, HasFreeText, Order, AssetCategoryIds }) => ({
			Key,
			Value,
			HasFreeText,
			Order,
			AssetCategoryIds,
		}),
	});
	return (request) => {
		const { trade, tradeId, category, categoryId } = request.query;
		if ((trade ?? tradeId) === undefined || (category ?? categoryId) === undefined) {
			throw new CodedRefusal(CODES.badRequest, 'A trade and a category are needed');
		}
		return found(request);
	};
};

function shown(request: SandboxRequest, kind: string, { Key, Text, AssetCategoryId }: Choice): Row {
	const code = request.store
		.collection('resolutionCodes')
		.where('Kind', kind)
		.find((one) => one.Key === Key);
	if (!code) throw new CodedRefusal(CODES.notFound, `${kind} ${String(Key)} was not found`);
	if (code.HasFreeText === true && !Text) {
		throw new CodedRefusal(CODES.badRequest, `${String(code.Value)} needs a text`);
	}
	return {
		Key,
		Value: code.Value,
		HasFreeText: code.HasFreeText,
		Text: Text ?? null,
		AssetCategoryId: AssetCategoryId ?? null,
	};
}

const CODE = 'Resolution code';
const CAUSE = 'Root cause';

const setCodes: Handler = (request) => {
	const { WorkOrderId, ResolutionCodeIds: ids, ResolutionCodes: codes } = request.body;
	const row = requireWorkOrder(request, WorkOrderId);
	const wanted =
		(codes as Choice[] | undefined) ?? (ids as number[] | undefined)?.map((Key) => ({ Key })) ?? [];
	const chosen = wanted.map((one) => shown(request, CODE, one));
	request.store.collection('workOrders').change(row.Id, { ResolutionCodes: chosen });
};

const setCauses: Handler = (request) => {
	const { WorkOrderId, RootCauses = [] } = request.body;
	const row = requireWorkOrder(request, WorkOrderId);
	const causes = (RootCauses as Choice[]).map((one) => shown(request, CAUSE, one));
	const categories = causes.map(({ AssetCategoryId }) => AssetCategoryId);
	if (new Set(categories).size < categories.length) {
		throw new CodedRefusal(CODES.badRequest, 'One root cause for each asset category');
	}
	request.store.collection('workOrders').change(row.Id, { RootCauses: causes });
};

/** Without an id the root cause is cleared. */
const setCause: Handler = (request) => {
	const row = workOrderOf(request);
	const { rootCauseId: Key, rootCauseText: Text } = request.query;
	const causes = Key === undefined ? [] : [shown(request, CAUSE, { Key, Text })];
	request.store.collection('workOrders').change(row.Id, { RootCauses: causes });
};

const ofWorkOrder: Handler = (request) => {
	const { ResolutionCodes = [], RootCauses = [] } = workOrderOf(request);
	const causes = RootCauses as Row[];
	return {
		resolutionCodes: ResolutionCodes,
		rootCause: causes[0] ?? null,
		rootCauses: causes,
	};
};

export const resolutionCodeRoutes: Readonly<Record<string, Handler>> = {
	'GET /resolutionCodes': offered(CODE),
	'GET /resolutionCodes/rootCauses': offered(CAUSE),
	'GET /resolutionCodes/{workOrderId}': ofWorkOrder,
	'POST /resolutionCodes': setCodes,
	'POST /resolutionCodes/rootCauses': setCauses,
	'POST /resolutionCodes/rootCauses/{workOrderId}': setCause,
};
