import { byId } from '../../../support/picker';
import { from, values } from '../../workflow';
import { has, type Case } from '../case';
import { exportCase, idOf } from './billing';

const node = 'serviceTitanBackOffice';

const date = '2026-03-02T00:00:00Z';

const payrolls: readonly Case[] = [
	{ operation: 'payroll.getAll', parameters: { returnAll: true }, gives: 'list' },
	{
		operation: 'payroll.getAll',
		as: 'payrolls of employees',
		parameters: { filters: { employeeType: 'Employee' } },
		gives: 'list',
	},
	{
		operation: 'payroll.getOfEmployee',
		parameters: { employee: byId(from('payrolls of employees', 'employeeId')) },
		gives: 'list',
	},
	{
		operation: 'payroll.getAll',
		as: 'payrolls of technicians',
		parameters: { filters: { employeeType: 'Technician' } },
		gives: 'list',
	},
	{
		operation: 'payroll.getOfTechnician',
		parameters: { technician: byId(from('payrolls of technicians', 'employeeId')) },
		gives: 'list',
	},
	...['activityCode', 'timesheetCode'].flatMap((resource): Case[] => [
		{ operation: `${resource}.getAll`, parameters: { returnAll: true }, gives: 'list' },
		{
			operation: `${resource}.get`,
			parameters: { id: idOf(`${resource}.getAll`) },
			gives: 'record',
		},
	]),
	{
		operation: 'payrollAdjustment.create',
		parameters: {
			employeeType: 'Technician',
			employeeId: byId(from('payrolls of technicians', 'employeeId')),
			postedOn: date,
			additionalFields: { amount: 40, memo: 'Night call' },
		},
		gives: 'record',
	},
	{
		operation: 'payrollAdjustment.get',
		parameters: {
			id: idOf('payrollAdjustment.create'),
			options: { employeeType: 'Technician' },
		},
		gives: 'record',
		check: has({ memo: 'Night call', amount: 40 }),
	},
	{ operation: 'payrollAdjustment.getAll', parameters: { returnAll: true }, gives: 'list' },
	{
		operation: 'grossPayItem.create',
		parameters: {
			payrollId: idOf('payroll.getAll'),
			activityCodeId: from('activityCode.getAll', 'id'),
			amount: 120,
			date,
		},
		gives: 'record',
	},
	{
		operation: 'grossPayItem.update',
		parameters: {
			id: idOf('grossPayItem.create'),
			payrollId: idOf('payroll.getAll'),
			activityCodeId: from('activityCode.getAll', 'id'),
			amount: 125,
			date,
		},
		gives: 'record',
	},
	{
		operation: 'grossPayItem.getAll',
		parameters: { returnAll: true, simplify: false },
		gives: 'list',
		check: (records) => (records.some(({ amount }) => amount === 125) ? undefined : 'no new item'),
	},
	{
		operation: 'grossPayItem.delete',
		parameters: { id: idOf('grossPayItem.create') },
		gives: 'deleted',
	},
	{
		operation: 'job.getAll',
		node: 'serviceTitan',
		as: 'a job that is done',
		parameters: { limit: 1, filters: { jobStatus: 'Completed' } },
		gives: 'list',
	},
	{
		operation: 'jobPay.getSplits',
		parameters: { job: idOf('a job that is done'), returnAll: true },
		gives: 'list',
	},
	{
		operation: 'jobPay.getTimesheets',
		parameters: { job: idOf('a job that is done'), returnAll: true },
		gives: 'list',
	},
];

const books: readonly Case[] = [
	...['paymentType', 'paymentTerm', 'taxZone', 'apCredit', 'apPayment'].map(
		(resource): Case => ({
			operation: `${resource}.getAll`,
			parameters: { returnAll: true },
			gives: 'list',
		}),
	),
	...['paymentType', 'taxZone', 'apCredit', 'apPayment'].map(
		(resource): Case => ({
			operation: `${resource}.get`,
			parameters: { id: idOf(`${resource}.getAll`) },
			gives: 'record',
		}),
	),
	{
		operation: 'paymentTerm.get',
		parameters: { paymentTermId: idOf('paymentTerm.getAll') },
		gives: 'record',
	},
	{
		operation: 'apCredit.markAsExported',
		parameters: { credits: values([{ apCreditId: idOf('apCredit.getAll') }]) },
		gives: 'success',
	},
	{
		operation: 'apPayment.markAsExported',
		parameters: {
			payments: values([{ apPaymentId: idOf('apPayment.getAll'), externalId: 'QB-18' }]),
		},
		gives: 'success',
	},
	{ operation: 'glAccount.getTypes', parameters: { returnAll: true }, gives: 'list' },
	{
		operation: 'glAccount.create',
		parameters: {
			additionalFields: {
				name: 'Boiler sales',
				number: '4017',
				type: from('glAccount.getTypes', 'name'),
			},
		},
		gives: 'record',
		check: has({ name: 'Boiler sales', number: '4017' }),
	},
	{
		operation: 'glAccount.update',
		parameters: {
			accountId: idOf('glAccount.create'),
			updateFields: { description: 'Sold boilers', active: false },
		},
		gives: 'record',
		check: has({ description: 'Sold boilers', active: false }),
	},
	{
		operation: 'glAccount.get',
		parameters: { accountId: idOf('glAccount.create') },
		gives: 'record',
	},
	{
		operation: 'glAccount.getAll',
		parameters: { returnAll: true, filters: { active: 'Any', numbers: '4017' } },
		gives: 'list',
		check: (records) => (records.length === 1 ? undefined : `${records.length} records, not 1`),
	},
	{
		operation: 'journalEntry.getAll',
		parameters: { returnAll: true, filters: { statuses: ['Open', 'Closed'], sort: '-CreatedOn' } },
		gives: 'list',
	},
	...['get', 'getDetails', 'getSummary'].map(
		(verb): Case => ({
			operation: `journalEntry.${verb}`,
			parameters: { id: idOf('journalEntry.getAll') },
			gives: verb === 'get' ? 'record' : 'list',
		}),
	),
	{
		operation: 'journalEntry.update',
		parameters: {
			id: idOf('journalEntry.getAll'),
			updateFields: { customFields: values([{ name: 'Checked by', value: 'Ines' }]) },
		},
		gives: 'record',
	},
	{
		operation: 'journalEntry.setSyncStatus',
		parameters: {
			id: idOf('journalEntry.getAll'),
			syncStatus: 'Error',
			updateFields: { message: 'Account 4017 is closed' },
		},
		gives: 'record',
		check: has({ syncStatus: 'Error' }),
	},
	{
		operation: 'inventoryBill.getAll',
		parameters: { returnAll: true, filters: { syncStatuses: ['Pending', 'Posted'] } },
		gives: 'list',
	},
	{
		operation: 'inventoryBill.get',
		parameters: { id: idOf('inventoryBill.getAll') },
		gives: 'record',
	},
	{ operation: 'inventoryBill.getCustomFieldTypes', gives: 'list' },
	{
		operation: 'inventoryBill.setCustomFields',
		parameters: {
			id: idOf('inventoryBill.getAll'),
			fields: values([{ name: from('inventoryBill.getCustomFieldTypes', 'name'), value: '17' }]),
		},
		gives: 'success',
	},
	{
		operation: 'inventoryBill.markAsExported',
		parameters: { inventoryBillIds: `={{ [$('inventoryBill.getAll').first().json.id] }}` },
		gives: 'success',
	},
	exportCase('inventoryBill.export'),
	{
		operation: 'invoiceTemplate.create',
		parameters: {
			additionalFields: {
				items: values([
					{
						skuId: idOf('service.getAll'),
						quantity: 1,
						unitPrice: 19,
						isAddOn: false,
						hours: '1.5',
					},
				]),
			},
		},
		gives: 'record',
	},
	{
		operation: 'invoiceTemplate.get',
		parameters: { id: idOf('invoiceTemplate.create') },
		gives: 'record',
	},
	{
		operation: 'invoiceTemplate.getAll',
		parameters: { ids: from('invoiceTemplate.create', 'id') },
		gives: 'list',
		check: (records) => (records.length === 1 ? undefined : `${records.length} records, not 1`),
	},
	{
		operation: 'invoiceTemplate.update',
		parameters: { id: idOf('invoiceTemplate.create'), updateFields: { active: false } },
		gives: 'record',
	},
	exportCase('invoiceTemplate.export'),
];

/** Cases of payroll and bookkeeping. */
export const serviceTitanBooks: readonly Case[] = [...payrolls, ...books].map((one) => ({
	node,
	...one,
}));
