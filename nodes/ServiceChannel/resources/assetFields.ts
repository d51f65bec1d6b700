import { choice, group, groups, json, pick, select, text } from '../../shared/define/fields';
import { amount, day, numbered, whether, words } from '../fields';
import { categoryName, location, priority, trade, tradeName } from '../pickers';
import { asset, assetType, assetTypeName, brand } from '../recordPickers';

/** Where a warranty's provider and end come from, as assets that are read have it. */
const warranty = group(
	{
		nte: amount('NTE', 'Not to Exceed'),
		priority: select(priority, { as: 'Priority' }),
		priorityNumber: numbered('PriorityId', 'Priority ID'),
		category: select(categoryName, { as: 'Category' }),
		categoryNumber: numbered('CategoryId', 'Category ID'),
		provider: json({ as: 'Provider', description: 'With Type, Value and ProviderName' }),
		expiration: json({ as: 'Expiration', description: 'With Type and Period' }),
	},
	{ as: 'Warranty' },
);

const customAttributes = groups(
	{
		attribute: numbered('EquipmentAttributeId', 'Attribute ID'),
		typeAttribute: numbered('EquipmentTypeAttributeId', 'Type Attribute ID'),
		valueType: amount('ValueType'),
		equipment: numbered('EquipmentId', 'Asset ID'),
		value: words('Value'),
		valueText: words('ValueText'),
		selectedOptionsText: words('SelectedOptionsText'),
		visible: whether('Visible', 'Visible', 'Whether it is shown'),
		editable: whether('Editable', 'Editable', 'Whether it can be changed'),
		required: whether('Required', 'Required', 'Whether it has to be given'),
		name: words('Name'),
		custom: whether('Custom', 'Custom', 'Whether it is of the account’s own making'),
	},
	{ as: 'CustomAttributes' },
);

export const identity = {
	tag: text({ required: true, as: 'Tag', description: 'Its own at the location' }),
	type: pick(assetTypeName, { required: true, as: 'Type', label: 'Type' }),
	manufacturer: text({ required: true, as: 'Manufacturer' }),
	store: text({
		required: true,
		as: 'StoreId',
		label: 'Store ID',
		description: 'The subscriber’s own code of the location',
	}),
};

export const moreOfAsset = {
	active: whether('Active', 'Active', 'Whether it is in use'),
	applyCustom: whether('ApplyCustom', 'Apply Custom', 'Whether custom attributes are applied'),
	area: words('Area'),
	assetTag: words('AssetTag', 'Asset Tag', 'What is read off the tag'),
	assetTypeId: pick(assetType, { as: 'AssetTypeId', label: 'Type by ID' }),
	assetUpdatesStatus: words('AssetUpdatesStatus', 'Updates Status'),
	brandId: pick(brand, { as: 'BrandId' }),
	capacity: words('Capacity'),
	clearAssetTag: whether('ClearAssetTag', 'Clear Asset Tag', 'Whether the tag is taken off'),
	condition: choice(
		[
			['0 (Worst)', 0],
			['25', 25],
			['50', 50],
			['75', 75],
			['100 (Best)', 100],
		],
		{ as: 'Condition' },
	),
	currency: numbered('Currency', 'Currency ID'),
	customAttributes,
	description: words('Description'),
	energyEfficiency: words('EnergyEfficiency'),
	hasCircuits: whether('HasCircuits', 'Has Circuits', 'Whether it has circuits'),
	hasComponents: whether('HasComponents', 'Has Components', 'Whether it has components'),
	hasLeakDetector: whether(
		'HasLeakDetector',
		'Has Leak Detector',
		'Whether it has a leak detector',
	),
	installDate: day('InstallDate'),
	isCarbReporting: whether('IsCarbReporting', 'CARB Reporting', 'Whether it is reported to CARB'),
	isInspection: whether('IsInspection', 'Inspection', 'Whether it is inspected'),
	isLeased: whether('IsLeased', 'Leased', 'Whether it is leased'),
	leaseDate: day('LeaseDate'),
	leasePeriod: amount('LeasePeriod'),
	lifeExpectancy: amount('LifeExpectancy'),
	locationId: pick(location, {
		as: 'LocationId',
		description: 'Not looked at: the store ID says where it is',
	}),
	locationNoteHeader: words('LocationNoteHeader'),
	locationNoteValue: words('LocationNoteValue'),
	manufacturedDate: day('ManufacturedDate'),
	modelNumber: words('ModelNo', 'Model Number'),
	originalValue: amount('OriginalValue'),
	parentAssetTag: words('ParentAssetTagId', 'Parent Asset Tag'),
	parentId: pick(asset, { as: 'ParentId', label: 'Parent Asset' }),
	processDuplicatedAssetTag: whether(
		'ProcessDuplicatedAssetTag',
		'Process Duplicated Tag',
		'Whether a tag that is there twice is dealt with',
	),
	purchaseDate: day('PurchaseDate'),
	serialNumber: words('SerialNo', 'Serial Number'),
	tradeId: pick(trade, { as: 'TradeId', label: 'Trade by ID' }),
	tradeName: pick(tradeName, { as: 'Trade' }),
	usesRefrigerant: amount('UsesRefrigerant'),
	warranty,
	workOrderArea: words('WorkOrderArea'),
};
