import { conflict, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { records } from './records';
import { creates, lists, owner, reads, removes, routesOf, updates } from './tables';

const REFERENCES = {
	activityCodeId: 'activityCodes',
	payrollId: 'payrolls',
	invoiceId: 'invoices',
};

/** Only what is not paid out yet can change; inferred from the 409 of the documents. */
function checkPending(store: Store, payrollId: unknown): void {
	const payroll = store.collection('payrolls').get(payrollId);
	if (payroll && payroll.status !== 'Pending') {
		throw conflict(`The payroll is ${String(payroll.status)}`);
	}
}

/** What an item of gross pay shows of the records it names. */
function itemOf({ store, body }: SandboxRequest): Row {
	const payroll = store.collection('payrolls').require(body.payrollId);
	const code = store.collection('activityCodes').require(body.activityCodeId);
	const invoice = store.collection('invoices').get(body.invoiceId);
	const job = (invoice?.job ?? null) as Row | null;
	return {
		employeeId: payroll.employeeId,
		employeeType: payroll.employeeType,
		activity: code.name,
		activityCode: code.code,
		grossPayItemType: 'CustomBonus',
		invoiceNumber: invoice?.referenceNumber ?? null,
		jobId: job?.id ?? 0,
		jobNumber: job?.number ?? null,
	};
}

const ITEM = {
	references: REFERENCES,
	check: ({ store, body }: SandboxRequest) => checkPending(store, body.payrollId),
	also: itemOf,
};

const PEOPLE: Readonly<Record<string, string>> = {
	Employee: 'employees',
	Technician: 'technicians',
};

const time = (value: unknown) => Date.parse(String(value));
const MOMENTS = ['dispatchedOn', 'arrivedOn', 'canceledOn', 'doneOn'];
const someMoment = (row: Row, test: (at: number) => boolean) =>
	MOMENTS.some((name) => row[name] != null && test(time(row[name])));

/** Payrolls, gross pay, adjustments, splits, timesheets and their codes. */
export const payroll: Area = {
	collections: {
		activityCodes: records(
			'Activity code',
			8401,
			'payroll.PayrollActivityCodes.PayrollActivityCodeResponse',
		),
		timesheetCodes: records('Timesheet code', 8501, 'payroll.TimesheetCodes.TimesheetCodeResponse'),
		payrolls: records('Payroll', 26_001, 'payroll.Payrolls.PayrollResponse'),
		grossPayItems: records('Gross pay item', 26_501, 'payroll.GrossPayItems.GrossPayItemResponse'),
		payrollAdjustments: records(
			'Payroll adjustment',
			26_801,
			'payroll.PayrollAdjustments.PayrollAdjustmentResponse',
		),
		jobSplits: records('Split', 1, 'payroll.JobSplits.JobSplitResponse'),
		jobTimesheets: records('Timesheet', 26_901, 'payroll.Timesheets.JobTimesheetResponse'),
	},
	routes: routesOf('/payroll/v2/tenant/{tenant}', {
		'GET activity-codes': lists('activityCodes'),
		'GET activity-codes/{id}': reads('activityCodes'),
		'GET timesheet-codes': lists('timesheetCodes'),
		'GET timesheet-codes/{id}': reads('timesheetCodes'),
		'GET payrolls': lists('payrolls'),
		'GET employees/{employee}/payrolls': lists('payrolls', {
			of: owner('employees', 'employeeId', 'employee'),
			where: ({ employeeType }) => employeeType === 'Employee',
		}),
		'GET technicians/{technician}/payrolls': lists('payrolls', {
			of: owner('technicians', 'employeeId', 'technician'),
			where: ({ employeeType }) => employeeType === 'Technician',
		}),
		'GET gross-pay-items': lists('grossPayItems'),
		'POST gross-pay-items': creates('grossPayItems', ITEM),
		'PUT gross-pay-items/{id}': updates('grossPayItems', ITEM),
		'DELETE gross-pay-items/{id}': removes('grossPayItems', {
			check: ({ payrollId }, { store }) => checkPending(store, payrollId),
		}),
		'GET payroll-adjustments': lists('payrollAdjustments'),
		'POST payroll-adjustments': creates('payrollAdjustments', {
			references: REFERENCES,
			check({ store, body }) {
				const people = store.collection(PEOPLE[String(body.employeeType)]);
				if (!people.get(body.employeeId)) {
					throw wrongValue(
						'employeeId',
						`${people.noun} ${String(body.employeeId)} does not exist`,
					);
				}
			},
		}),
		// The kind of person is optional and narrows nothing: ids are unique here.
		'GET payroll-adjustments/{id}': reads('payrollAdjustments'),
		'GET jobs/{job}/splits': lists('jobSplits', { of: owner('jobs', 'jobId', 'job') }),
		'GET jobs/{job}/timesheets': lists('jobTimesheets', {
			of: owner('jobs', 'jobId', 'job'),
			filters: {
				startedOn: (value) => (row) => someMoment(row, (at) => at > time(value)),
				endedOn: (value) => (row) => someMoment(row, (at) => at < time(value)),
			},
		}),
	}),
	seed({ add, at, store }) {
		add('activityCodes', [
			{ name: 'Regular time', code: 'REG', earningCategory: 'Timesheet' },
			{ name: 'Bonus', code: 'BON', earningCategory: 'Commission' },
			{ name: 'Sales commission', code: 'SAL', earningCategory: 'Commission' },
		]);
		const rateInfo = {
			hourlyRate: 'EmployeeHourlyRate',
			customHourlyRate: null,
			rateMultiplier: 1,
		};
		add('timesheetCodes', [
			{
				code: 'MEET',
				description: 'Meetings',
				type: 'Paid',
				applicableEmployeeType: 'All',
				rateInfo,
			},
			{
				code: 'TRAIN',
				description: 'Training',
				type: 'Paid',
				applicableEmployeeType: 'Technician',
				rateInfo,
			},
			{
				code: 'LUNCH',
				description: 'Lunch',
				type: 'Unpaid',
				applicableEmployeeType: 'All',
				rateInfo,
			},
		]);
		add(
			'payrolls',
			[601, 602, 603, 701, 702, 601].map((employeeId, index) => ({
				employeeId,
				employeeType: employeeId < 700 ? 'Technician' : 'Employee',
				status: index === 5 ? 'Paid' : 'Pending',
				startedOn: at(index === 5 ? -28 : -14),
				endedOn: at(index === 5 ? -14 : 0),
			})),
		);
		add(
			'grossPayItems',
			[0, 1, 2].map((index) => ({
				payrollId: 26_001 + index,
				employeeId: 601 + index,
				employeeType: 'Technician',
				date: at(-6 + index, 9),
				activity: 'Bonus',
				activityCodeId: 8402,
				activityCode: 'BON',
				amount: 25 + index * 10,
				grossPayItemType: 'CustomBonus',
				jobId: 50_001 + index,
				jobNumber: String(50_001 + index),
			})),
		);
		add('payrollAdjustments', [
			{
				employeeType: 'Technician',
				employeeId: 601,
				postedOn: at(-5, 9),
				amount: 40,
				memo: 'Boots',
				activityCodeId: 8402,
			},
			{
				employeeType: 'Employee',
				employeeId: 701,
				postedOn: at(-4, 9),
				amount: 15,
				memo: 'Parking',
			},
		]);
		const done = store.collection('appointmentAssignments').where('status', 'Done').slice(0, 12);
		add(
			'jobSplits',
			done.map(({ jobId, technicianId }) => ({ jobId, technicianId, split: 100 })),
		);
		add(
			'jobTimesheets',
			done.map(({ jobId, appointmentId, technicianId }) => {
				const { start, end } = store.collection('appointments').require(appointmentId);
				return {
					jobId,
					appointmentId,
					technicianId,
					dispatchedOn: start,
					arrivedOn: start,
					doneOn: end,
				};
			}),
		);
	},
};
