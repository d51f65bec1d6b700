import { from, values, type Step } from '../workflow';
import { has, type Case } from './case';
import { exportCase, idOf } from './serviceTitanBilling';

const node = 'serviceTitanBackOffice';

const applicationGuid = '3f2c6b1e-8a54-4d0e-9a57-0c1d2e3f4a5b';
const externalData = values({
	applicationGuid,
	externalData: values([{ key: 'shelf', value: 'B4' }]),
});
const assets = values([
	{ type: 'Image', url: from('pricebookImage.upload', 'path'), isDefault: true },
]);

/** Makes a file of whatever comes in; what is in it does not matter here. */
const picture: Step = {
	name: 'a picture',
	type: 'n8n-nodes-base.convertToFile',
	typeVersion: 1.1,
	parameters: {
		operation: 'toJson',
		mode: 'once',
		binaryPropertyName: 'data',
		options: { fileName: 'furnace.png' },
	},
};

const pricebook: readonly Case[] = [
	{
		operation: 'category.create',
		parameters: {
			name: 'Boilers',
			categoryType: 'Services',
			additionalFields: { description: 'All that heats water', position: 2 },
		},
		gives: 'record',
		check: has({ name: 'Boilers', position: 2 }),
	},
	{ operation: 'category.get', parameters: { id: idOf('category.create') }, gives: 'record' },
	{
		operation: 'category.getAll',
		parameters: { returnAll: true, filters: { active: 'Any', sort: '+Name' } },
		gives: 'list',
	},
	{
		operation: 'category.update',
		parameters: { id: idOf('category.create'), updateFields: { name: 'Boilers and tanks' } },
		gives: 'record',
		check: has({ name: 'Boilers and tanks' }),
	},
	{
		operation: 'pricebookImage.upload',
		before: [picture],
		parameters: { file: 'data' },
		gives: 'record',
		check: ([{ path }]) => (typeof path === 'string' && path !== '' ? undefined : 'no path'),
	},
	{
		operation: 'material.create',
		parameters: {
			code: 'VALVE-15',
			description: 'Valve, 15 mm',
			additionalFields: {
				displayName: 'Valve',
				cost: 4.2,
				price: 12,
				unitOfMeasure: 'Each',
				isInventory: true,
				categories: `={{ [$('category.create').first().json.id] }}`,
				externalData,
			},
		},
		gives: 'record',
		check: has({ code: 'VALVE-15', price: 12, isInventory: true }),
	},
	{
		operation: 'material.get',
		parameters: {
			id: idOf('material.create'),
			simplify: false,
			options: { externalDataApplicationGuid: applicationGuid },
		},
		gives: 'record',
		check: ([{ externalData: kept }]) =>
			JSON.stringify(kept) === '[{"key":"shelf","value":"B4"}]'
				? undefined
				: `external data is ${JSON.stringify(kept)}`,
	},
	{
		operation: 'material.getAll',
		parameters: { returnAll: true, filters: { active: 'Any', sort: '+Code' } },
		gives: 'list',
	},
	{ operation: 'material.getCostTypes', gives: 'list' },
	{
		operation: 'material.update',
		parameters: { id: idOf('material.create'), updateFields: { price: 13, active: false } },
		gives: 'record',
		check: has({ price: 13, active: false }),
	},
	exportCase('material.export'),
	{
		operation: 'equipment.create',
		parameters: {
			code: 'BOILER-24',
			description: 'Boiler with 24 kW',
			additionalFields: {
				manufacturer: 'Emberly',
				model: 'E24',
				price: 2400,
				manufacturerWarranty: values({ duration: 60, description: 'Heat exchanger' }),
				equipmentMaterials: values([{ skuId: idOf('material.getAll'), quantity: 2 }]),
				assets,
			},
		},
		gives: 'record',
		check: has({ code: 'BOILER-24', manufacturer: 'Emberly' }),
	},
	{
		operation: 'equipment.get',
		parameters: { id: idOf('equipment.create') },
		gives: 'record',
	},
	{
		operation: 'equipment.getAll',
		parameters: { returnAll: true, filters: { active: 'Any' } },
		gives: 'list',
	},
	{
		operation: 'equipment.update',
		parameters: { id: idOf('equipment.create'), updateFields: { model: 'E24 S' } },
		gives: 'record',
		check: has({ model: 'E24 S' }),
	},
	exportCase('equipment.export'),
	{
		operation: 'service.create',
		parameters: {
			code: 'BOILER-SERVICE',
			description: 'Yearly service of a boiler',
			additionalFields: {
				displayName: 'Boiler service',
				price: 180,
				hours: 1.5,
				warranty: values({ duration: 12, description: 'Labor' }),
				serviceMaterials: values([{ skuId: idOf('material.getAll'), quantity: 1 }]),
				categories: `={{ [$('category.create').first().json.id] }}`,
			},
		},
		gives: 'record',
		check: has({ code: 'BOILER-SERVICE', price: 180, hours: 1.5 }),
	},
	{ operation: 'service.get', parameters: { id: idOf('service.create') }, gives: 'record' },
	{
		operation: 'service.getAll',
		parameters: { returnAll: true, filters: { active: 'Any', sort: '-Price' } },
		gives: 'list',
	},
	{
		operation: 'service.update',
		parameters: { id: idOf('service.create'), updateFields: { price: 190, taxable: false } },
		gives: 'record',
		check: has({ price: 190, taxable: false }),
	},
	exportCase('service.export'),
	{
		operation: 'discountOrFee.create',
		parameters: {
			type: 'Discount',
			code: 'NEIGHBOR',
			description: 'Two in one street',
			amountType: 'Percentage',
			amount: 10,
			additionalFields: { highestAmount: 50, excludeFromPayroll: true },
		},
		gives: 'record',
		check: has({ type: 'Discount', amount: 10, limit: 50 }),
	},
	{
		operation: 'discountOrFee.get',
		parameters: { id: idOf('discountOrFee.create') },
		gives: 'record',
	},
	{
		operation: 'discountOrFee.getAll',
		parameters: { returnAll: true, filters: { active: 'Any' } },
		gives: 'list',
	},
	{
		operation: 'discountOrFee.update',
		parameters: { id: idOf('discountOrFee.create'), updateFields: { amount: 12 } },
		gives: 'record',
		check: has({ amount: 12 }),
	},
	{
		operation: 'pricebook.createItems',
		parameters: {
			additionalFields: {
				services: JSON.stringify([
					{ code: 'BULK-1', description: 'Filter change', customId: 'row-1' },
				]),
				materials: JSON.stringify([{ code: 'BULK-2', description: 'Filter', customId: 'row-2' }]),
			},
		},
		gives: 'record',
	},
	{
		operation: 'pricebook.updateItems',
		parameters: {
			updateFields: {
				discountAndFees: `={{ JSON.stringify([{
					id: $('discountOrFee.create').first().json.id,
					type: 'Discount', code: 'NEIGHBOR', displayName: 'Neighbors', description: 'Two in one street',
					amountType: 'Percentage', amount: 15, intacctGlGroupAccount: '', limit: 50, taxable: false,
					categories: [], hours: 0, assets: [], account: '', crossSaleGroup: '', active: true, bonus: 0,
					commissionBonus: 0, paysCommission: false, excludeFromPayroll: true,
				}]) }}`,
			},
		},
		gives: 'success',
	},
	{
		operation: 'pricebookImage.download',
		parameters: { path: from('pricebookImage.upload', 'path') },
		gives: 'file',
	},
	{
		operation: 'rateSheet.getAll',
		parameters: { returnAll: true, filters: { active: 'Any' } },
		gives: 'list',
	},
	{
		operation: 'rateSheet.update',
		parameters: {
			rateSheetId: idOf('rateSheet.getAll'),
			exceptions: values([{ skuId: idOf('service.create'), value: 90, valueType: 'FlatPrice' }]),
		},
		gives: 'record',
	},
	{
		operation: 'materialMarkup.create',
		parameters: { from: 5000, to: 9000, percent: 12 },
		gives: 'record',
		check: has({ from: 5000, percent: 12 }),
	},
	{
		operation: 'materialMarkup.get',
		parameters: { id: idOf('materialMarkup.create') },
		gives: 'record',
	},
	{ operation: 'materialMarkup.getAll', parameters: { returnAll: true }, gives: 'list' },
	{
		operation: 'materialMarkup.update',
		parameters: { id: idOf('materialMarkup.create'), from: 5000, to: 9000, percent: 11 },
		gives: 'record',
		check: has({ percent: 11 }),
	},
	...['service', 'equipment', 'material', 'discountOrFee', 'category'].map(
		(resource): Case => ({
			operation: `${resource}.delete`,
			parameters: { id: idOf(`${resource}.create`) },
			gives: 'deleted',
		}),
	),
];

/** Cases of the pricebook. */
export const serviceTitanPricebook: readonly Case[] = pricebook.map((one) => ({ node, ...one }));
