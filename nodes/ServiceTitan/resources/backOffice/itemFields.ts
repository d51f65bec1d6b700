import {
	choice,
	flag,
	group,
	groups,
	number,
	pick,
	pickMany,
	text,
} from '../../../shared/define/fields';
import { category, equipment, material, vendor } from '../../backOfficePickers';
import { spaced } from '../backOfficeFields';
import { activeFilter, externalDataSearch, ids, sortBy, stampFilters } from '../fields';

/** What the lists of services, materials, equipment, discounts and fees can be narrowed by. */
export const itemFilters = {
	active: activeFilter,
	...externalDataSearch,
	...stampFilters,
	ids,
	sort: sortBy(
		['ID', 'Id'],
		['Code', 'Code'],
		['Display Name', 'DisplayName'],
		['Created', 'CreatedOn'],
		['Modified', 'ModifiedOn'],
		['Price', 'Price'],
		['Member Price', 'MemberPrice'],
		['Add-On Price', 'AddOnPrice'],
		['Add-On Member Price', 'AddOnMemberPrice'],
		['Materials Cost', 'MaterialsCost'],
		['Primary Vendor', 'PrimaryVendor'],
		['Cost', 'Cost'],
		['Manufacturer', 'Manufacturer'],
		['Priority', 'Priority'],
	),
};

export const code = text({ description: 'How technicians and offices call it for short' });
export const description = text({ rows: 3, description: 'May hold HTML' });

/** Pictures and files; a picture is uploaded first and named here by its path. */
export const assets = groups(
	{
		type: choice(spaced('Attachment', 'Image', 'Other', 'Video', 'VideoFile'), {
			required: true,
			default: 'Image',
		}),
		url: text({
			required: true,
			label: 'URL',
			placeholder: 'Images/Service/furnace.jpg',
			description: 'An address, or the path that an upload gave',
		}),
		alias: text({ description: 'What the file is called when it is downloaded' }),
		isDefault: flag({ label: 'Main', description: 'Whether it stands for the item in lists' }),
	},
	{ description: 'Pictures, videos and files' },
);

/** Not for materials. */
export const crossSaleGroup = text();

const prices = {
	price: number(),
	memberPrice: number(),
	addOnPrice: number({ label: 'Add-On Price' }),
	addOnMemberPrice: number({ label: 'Add-On Member Price' }),
};

/** What every kind of item has. */
export const commonFields = {
	displayName: text({ description: 'What customers read' }),
	active: flag(),
	categories: pickMany(category),
	assets,
	hours: number(),
	taxable: flag({ description: 'Whether tax is charged on it' }),
	account: text({ description: 'Accounting account by its name' }),
	intacctGlGroupAccount: text({ label: 'Intacct GL Group Account' }),
	paysCommission: flag({ description: 'Whether technicians earn a commission with it' }),
	bonus: number({ description: 'Flat bonus in money' }),
	commissionBonus: number({ description: 'Bonus in percent' }),
};

/** What services, materials and equipment have beyond that. */
export const pricedFields = { ...commonFields, ...prices };

const account = { cost: number({ required: true }), accountName: text({ required: true }) };

const supplier = {
	vendorId: pick(vendor, { required: true }),
	cost: number({ required: true }),
	active: flag({ required: true, default: true }),
	vendorPart: text({ label: 'Vendor Part Number' }),
	memo: text(),
	primarySubAccount: group(account),
	otherSubAccounts: groups(account),
};

/** What materials and equipment, which are bought and stocked, have beyond that. */
export const boughtFields = {
	...pricedFields,
	cost: number(),
	unitOfMeasure: text(),
	isInventory: flag({ label: 'Inventory', description: 'Whether stock is kept of it' }),
	costOfSaleAccount: text({ description: 'Accounting account by its name' }),
	assetAccount: text({ description: 'Accounting account by its name' }),
	primaryVendor: group(supplier),
	otherVendors: groups(supplier),
};

export const warranty = (label: string) =>
	group({ duration: number({ required: true }), description: text() }, { label });

const quantity = number({ required: true, default: 1 });

export const linkedMaterials = groups(
	{ skuId: pick(material, { required: true }), quantity },
	{ label: 'Materials' },
);

export const linkedEquipment = groups(
	{ skuId: pick(equipment, { required: true }), quantity },
	{ label: 'Equipment' },
);
