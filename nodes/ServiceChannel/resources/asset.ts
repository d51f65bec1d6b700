import { choice, pick, text, type Wire } from '../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { onePage } from '../../shared/http/paging';
import { theLocation, theSubscriber, whether, workorderId } from '../fields';
import { inOrder, odataOptions, quoted } from '../odata';
import { location, provider, trade, tradeName, workOrder } from '../pickers';
import { asset as assets, bodyPages, brandPages } from '../recordPickers';
import { identity, moreOfAsset } from './assetFields';
import { assetFilters } from './assetFilters';

const assetId = pick(assets, { required: true });

/** What is looked for stands in the path as a text of OData. */
const searchCriteria = text({
	required: true,
	label: 'Search',
	description: 'A part of tag, type, brand or serial number',
	write: (value: Wire) => quoted(value),
});

const ofWorkOrder = pick(workOrder, { required: true, as: 'RecId' });

export const asset = defineResource({
	value: 'asset',
	name: 'Asset',
	description: 'Equipment at a location',
	simple: [
		'Id',
		'Tag',
		'Type',
		'Manufacturer',
		'ModelNo',
		'SerialNo',
		'LocationId',
		'StoreId',
		'Trade',
		'Active',
		'AssetStatus',
		'Condition',
		'Description',
		'InstallDate',
		'PurchaseDate',
		'ModifiedDateDto',
		// Of brands.
		'Name',
	],
	operations: {
		addToWorkOrder: operation({
			name: 'Add to Work Order',
			action: 'Add assets to a work order',
			description: 'Add assets and keep those that are there, where a work order may have several',
			request: 'PUT /assets/workorders/attachassets',
			body: {
				workorderId: ofWorkOrder,
				// inferred: the document says that it is a map and not of what; IDs are the only key there is
				assetIds: text({
					required: true,
					as: 'Assets',
					label: 'Asset IDs',
					description: 'Separate several with commas',
					write: (given) =>
						Object.fromEntries(
							String(given)
								.split(',')
								.map((one) => [one.trim(), true]),
						),
				}),
			},
			returns: 'nothing',
		}),
		attachToWorkOrder: operation({
			name: 'Attach to Work Order',
			action: 'Attach an asset to a work order',
			description: 'Put one asset on a work order in place of the one there',
			request: 'PUT /assets/workorders/{workorderId}/attach',
			path: { workorderId },
			body: { assetId: pick(assets, { required: true, as: 'AssetId' }) },
		}),
		create: create({
			action: 'Create an asset',
			request: 'POST /assets',
			body: { ...identity, ...moreOfAsset },
		}),
		find: listAll({
			action: 'Find assets',
			request: 'GET /odata/assets/Service.FindAssets(searchCriteria={searchCriteria})',
			path: { searchCriteria },
			always: inOrder('Id'),
			query: odataOptions,
		}),
		findForSubscriber: listAll({
			name: 'Find of a Subscriber',
			action: 'Find assets of a subscriber',
			description: 'For providers only',
			request:
				'GET /odata/assets/Service.FindAssetsBySubscriber(searchCriteria={searchCriteria},subscriberId={subscriberId})',
			path: { searchCriteria, subscriberId: theSubscriber },
			always: inOrder('Id'),
			query: odataOptions,
		}),
		get: read({
			action: 'Get an asset',
			request: 'GET /assets/{assetId}',
			path: { assetId },
			query: {
				locationId: pick(location, { description: 'Together with a tag' }),
				store: text({ as: 'storeId', label: 'Store ID', description: 'Together with a tag' }),
				tag: text({
					as: 'tagId',
					description: 'Looks for the tag at a location instead of the ID',
				}),
				workorderId: pick(workOrder, {
					as: 'trackingNumber',
					description: 'Adds whether the tag was checked for it',
				}),
			},
		}),
		getAll: listAll({
			action: 'Get many assets',
			request: 'POST /assets/getfilteredassets',
			paging: bodyPages,
			body: assetFilters,
		}),
		getAttachments: read({
			name: 'Get Attachments',
			action: 'Get the attachments of an asset',
			request: 'GET /assets/{assetId}/attachments',
			path: { assetId },
			query: { providerId: pick(provider) },
		}),
		getBrands: listAll({
			name: 'Get Many Brands',
			action: 'Get many brands of assets',
			request: 'GET /assets/v2/Brands',
			at: 'Manufacturers',
			paging: brandPages,
			query: { keyword: text() },
		}),
		getForLocation: listAll({
			name: 'Get Many of a Location',
			action: 'Get many assets of a location',
			request: 'GET /assets/locations/{locationId}',
			path: { locationId: theLocation },
			at: 'Assets',
			paging: onePage,
			query: { trade: pick(tradeName, { label: 'Trade by Name' }), tradeId: pick(trade) },
		}),
		getWorkOrderHistory: read({
			name: 'Get Work Order History',
			action: 'Get the work orders of an asset',
			request: 'GET /assets/{assetId}/assetwohistory',
			path: { assetId },
		}),
		removeFromWorkOrder: operation({
			name: 'Remove From Work Order',
			action: 'Remove assets from a work order',
			request: 'POST /assets/workorders/removeassets',
			body: {
				workorderId: ofWorkOrder,
				assetIds: text({
					required: true,
					as: 'AssetIds',
					label: 'Asset IDs',
					description: 'Separate several with commas',
					write: (given) => String(given).split(',').map(Number),
				}),
			},
			returns: 'nothing',
		}),
		update: update({
			action: 'Update an asset',
			request: 'PUT /assets',
			body: {
				assetId: pick(assets, { required: true, as: 'Id' }),
				...identity,
				...moreOfAsset,
				needUpdateParent: whether(
					'NeedUpdateParentId',
					'Update the Parent',
					'Whether the parent is changed',
				),
				overwriteIfEmpty: whether(
					'OverwriteIfEmpty',
					'Overwrite With Nothing',
					'Whether fields that are given empty clear those of the asset',
				),
			},
			returns: 'nothing',
		}),
		updateStatus: operation({
			name: 'Update Status',
			action: 'Update the status of an asset',
			request: 'PUT /assets/updateAssetStatus',
			body: {
				assetId: pick(assets, { required: true, as: 'AssetId' }),
				status: choice(
					[
						['In Use', 0],
						['Out for Repair', 1],
						['Repaired', 3],
						['Replacement Recommended', 2],
					],
					{ required: true, as: 'Status' },
				),
			},
			returns: 'nothing',
		}),
	},
});

export const assetType = defineResource({
	value: 'assetType',
	name: 'Asset Type',
	description: 'A kind of equipment',
	operations: {
		getAll: listAll({
			action: 'Get many asset types',
			request: 'GET /AssetTypes',
			paging: onePage,
		}),
		getForSubscriber: listAll({
			name: 'Get Many of a Subscriber',
			action: 'Get many asset types of a subscriber',
			request: 'GET /AssetTypes/GetAssetTypesAvailableForSubscriber/{subscriberId}',
			path: { subscriberId: theSubscriber },
			paging: onePage,
			query: { tradeId: pick(trade) },
		}),
	},
});
