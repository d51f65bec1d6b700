import { groups, pick, pickMany, select, text } from '../../shared/define/fields';
import { listAll, operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { numbered, theLocation, theSubscriber, words, workorderId } from '../fields';
import { plainPages, resolutionCode as codes, rootCause } from '../listPickers';
import {
	category,
	categoryName,
	location,
	provider,
	subscriber,
	trade,
	tradeName,
	workOrder,
} from '../pickers';

/** What is offered depends on all of these; trade and category go by ID or by name. */
const query = {
	subscriberId: theSubscriber,
	locationId: theLocation,
	tradeId: pick(trade, { shown: true }),
	categoryId: select(category, { shown: true }),
	assetCategories: text({
		as: 'assetCategoryIds',
		label: 'Asset Category IDs',
		description: 'Separate several with commas',
		write: (ids) =>
			String(ids)
				.split(',')
				.map((one) => one.trim()),
	}),
	category: select(categoryName, { label: 'Category by Name' }),
	keyword: text(),
	providerId: pick(provider),
	trade: pick(tradeName, { label: 'Trade by Name' }),
};

/** They say which codes are offered in the editor, and go nowhere. */
const offeredFor = {
	subscriberId: pick(subscriber, {
		description: 'Only fills the list of codes, with the three below. None of them is sent.',
		write: () => undefined,
	}),
	locationId: pick(location, { write: () => undefined }),
	tradeId: pick(trade, { write: () => undefined }),
	categoryId: select(category, { write: () => undefined }),
};

const chosen = {
	text: words('Text', undefined, 'For codes that ask for one'),
	assetCategory: numbered('AssetCategoryId', 'Asset Category ID'),
};

const id = pick(codes, { as: 'Key' });
const cause = pick(rootCause, { as: 'Key' });

export const resolutionCode = defineResource({
	value: 'resolutionCode',
	name: 'Resolution Code',
	description: 'What was done on a work order and why it was needed, by code',
	id: 'Key',
	operations: {
		getAll: listAll({
			action: 'Get many resolution codes',
			request: 'GET /resolutionCodes',
			paging: plainPages,
			query,
		}),
		getForWorkOrder: read({
			name: 'Get for Work Order',
			action: 'Get the resolution codes of a work order',
			request: 'GET /resolutionCodes/{workorderId}',
			path: { workorderId },
		}),
		getRootCauses: listAll({
			name: 'Get Many Root Causes',
			action: 'Get many root causes',
			description: 'Why work was needed, as a subscriber offers it',
			request: 'GET /resolutionCodes/rootCauses',
			paging: plainPages,
			query,
		}),
		set: operation({
			action: 'Set the resolution codes of a work order',
			description: 'They take the place of those that were set',
			request: 'POST /resolutionCodes',
			body: {
				workorderId: pick(workOrder, { required: true, as: 'WorkOrderId' }),
				codes: groups({ code: id, ...chosen }, { as: 'ResolutionCodes' }),
				codeIds: pickMany(codes, { as: 'ResolutionCodeIds' }),
				...offeredFor,
			},
			returns: 'nothing',
		}),
		setRootCause: operation({
			name: 'Set Root Cause',
			action: 'Set the root cause of a work order',
			description: 'For accounts without asset categories. Without a root cause it is cleared.',
			request: 'POST /resolutionCodes/rootCauses/{workorderId}',
			path: { workorderId },
			query: {
				rootCauseId: pick(rootCause, { shown: true }),
				rootCauseText: text({ description: 'For causes that ask for one' }),
				...offeredFor,
			},
			returns: 'nothing',
		}),
		setRootCauses: operation({
			name: 'Set Root Causes',
			action: 'Set the root causes of a work order',
			description: 'One for each asset category',
			request: 'POST /resolutionCodes/rootCauses',
			body: {
				workorderId: pick(workOrder, { required: true, as: 'WorkOrderId' }),
				causes: groups({ cause, ...chosen }, { as: 'RootCauses', required: true }),
				...offeredFor,
			},
			returns: 'nothing',
		}),
	},
});
