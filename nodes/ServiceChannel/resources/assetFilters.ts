import {
	choice,
	choices,
	json,
	list,
	pick,
	pickMany,
	text,
	type Wire,
} from '../../shared/define/fields';
import { moment, whether } from '../fields';
import { location, subscriber, trade } from '../pickers';
import { assetType, brand } from '../recordPickers';

/** Numbers of records that no call lists, or whose list is somewhere else. */
const ids = (as: string, label: string) =>
	list({ as, label, write: (given: Wire) => (given as string[]).map(Number) });
const texts = (as: string, label?: string) => list({ as, ...(label && { label }) });

const statuses = [
	['In Use', 0],
	['Out for Repair', 1],
	['Repaired', 3],
	['Replacement Recommended', 2],
] as const;

const range = (name: string, label: string, first = `${name}From`) => ({
	[`${name.charAt(0).toLowerCase()}${name.slice(1)}From`]: moment(first, `${label} From`),
	[`${name.charAt(0).toLowerCase()}${name.slice(1)}To`]: moment(`${name}To`, `${label} To`),
});

export const assetFilters = {
	assetIds: ids('AssetIds', 'Asset IDs'),
	assetStatus: text({ as: 'AssetStatus', label: 'Status by Number' }),
	assetStatuses: choices(statuses, { as: 'AssetStatuses', label: 'Statuses' }),
	assetTags: texts('AssetTags'),
	assetTypes: pickMany(assetType, { as: 'AssetTypes' }),
	assetTypeGroups: ids('AssetTypeGroupIds', 'Asset Type Group IDs'),
	assetTypeNames: texts('AssetTypeNames', 'Asset Types by Name'),
	assetUpdatesStatus: text({ as: 'AssetUpdatesStatus', label: 'Updates Status' }),
	assetUpdatesStatuses: ids('AssetUpdatesStatuses', 'Updates Statuses'),
	assetValidationStatuses: ids('AssetValidationStatuses', 'Validation Statuses'),
	attachments: choice(
		[
			['Either', 'Default'],
			['With', 'WithAttachments'],
			['Without', 'WithoutAttachments'],
		],
		{ as: 'AttachmentsFlag', label: 'Attachments' },
	),
	brands: pickMany(brand, { as: 'Brands' }),
	chronicLeakRate: whether(
		'ChronicLeakRate',
		'Chronic Leak Rate',
		'Whether they leak again and again',
	),
	cities: texts('Cities'),
	conditions: ids('Conditions', 'Conditions'),
	countries: ids('Countries', 'Country IDs'),
	deactivatedOnly: whether(
		'DeactivatedOnly',
		'Deactivated Only',
		'Whether only those that are out of use are meant',
	),
	districts: texts('Districts'),
	externalSubscribers: ids('ExternalSubscriberIds', 'External Subscriber IDs'),
	hasAssetTag: whether('HasAssetTag', 'Has Asset Tag', 'Whether they have a tag'),
	hasCircuits: whether('HasCircuits', 'Has Circuits', 'Whether they have circuits'),
	hasComponents: whether('HasComponents', 'Has Components', 'Whether they have components'),
	includeCustomAttributes: whether(
		'IncludeCustomAttributes',
		'Include Custom Attributes',
		'Whether to add custom attributes',
	),
	includeDeactivated: whether(
		'IncludeDeactivated',
		'Include Deactivated',
		'Whether to add those that are out of use',
	),
	includeRetiredContracts: whether(
		'IncludeRetiredContracts',
		'Include Retired Contracts',
		'Whether to look at ended contracts too',
	),
	includeTotalCost: whether(
		'IncludeTotalCostOfOwnership',
		'Include Total Cost',
		'Whether to add what each has cost',
	),
	isCircuit: whether('IsCircuit', 'Is a Circuit', 'Whether they are circuits'),
	isComponent: whether('IsComponent', 'Is a Component', 'Whether they are components'),
	isLeakDetector: whether(
		'IsLeakDetector',
		'Is a Leak Detector',
		'Whether they are leak detectors',
	),
	leakDetectors: ids('LeakDetectorIds', 'Leak Detector IDs'),
	locationIds: pickMany(location, { as: 'LocationIds' }),
	locationNames: texts('LocationNames', 'Locations by Name'),
	locationNotes: json({ as: 'LocationNotes', default: '[]' }),
	modelNumbers: texts('ModelNumbers'),
	nonRefrigerantOnly: whether(
		'NonRefrigerantOnly',
		'Without Refrigerant Only',
		'Whether only those without refrigerant are meant',
	),
	parents: ids('ParentIds', 'Parent IDs'),
	providerTrades: texts('ProviderTrades'),
	records: ids('RecIds', 'Work Order IDs'),
	refrigerantOnly: whether(
		'RefrigerantOnly',
		'With Refrigerant Only',
		'Whether only those with refrigerant are meant',
	),
	refrigerantTypes: ids('RefrigerantTypesIds', 'Refrigerant Type IDs'),
	regions: texts('Regions'),
	searchAdditionalTrades: whether(
		'SearchAdditionalTrades',
		'Search Additional Trades',
		'Whether to look at further trades too',
	),
	searchText: text({ as: 'SearchByText', label: 'Search' }),
	serialNumbers: texts('SerialNumbers'),
	showOnlyExternal: whether(
		'ShowOnlyExternalAssets',
		'External Only',
		'Whether only external ones are meant',
	),
	sortDirection: choice(
		[
			['Ascending', 'asc'],
			['Descending', 'desc'],
		],
		{ as: 'SortDirection', default: 'asc' },
	),
	sortField: choice(
		[
			['Asset Tag', 'AssetTag'],
			['Asset Type', 'AssetType'],
			'Brand',
			['Last Updated Date', 'LastUpdatedDate'],
			'Location',
			['Model Number', 'ModelNo'],
			'None',
			['Serial Number', 'SerialNo'],
			'Trade',
		],
		{ as: 'SortField' },
	),
	states: ids('States', 'State IDs'),
	stores: texts('StoreIds', 'Store IDs'),
	subscriberId: pick(subscriber, { as: 'SubscriberId' }),
	subscriberIds: pickMany(subscriber, { as: 'SubscriberIds' }),
	tags: texts('TagIds', 'Tags'),
	tradeIds: pickMany(trade, { as: 'TradeIds' }),
	uncategorizedOnly: whether(
		'UncategorizedOnly',
		'Uncategorized Only',
		'Whether only those without a category are meant',
	),
	warrantyStatuses: ids('WarrantyStatuses', 'Warranty Statuses'),
	withoutAssetTags: whether(
		'WithoutAssetTags',
		'Without Asset Tags',
		'Whether only those without a tag are meant',
	),
	withoutCircuitsOnly: whether(
		'WithoutCircuitsOnly',
		'Without Circuits Only',
		'Whether only those without circuits are meant',
	),
	workOrderAreas: texts('WorkOrderAreas'),
	workOrderDate: whether(
		'IsWoDateNecessary',
		'Include Work Order Date',
		'Whether to add the date of the work order',
	),
	...range('CreatedDate', 'Created'),
	...range('DeactivatedDate', 'Deactivated'),
	...range('InstallDate', 'Installed'),
	...range('InstallDeactivatedDate', 'Installed or Deactivated'),
	...range('LeaseDate', 'Leased'),
	...range('ModifiedDate', 'Modified'),
	...range('PurchaseDate', 'Purchased'),
	// The document misspells one of the two.
	...range('WarrantyExpirationDate', 'Warranty Ends', 'WarantyExpirationDateFrom'),
};
