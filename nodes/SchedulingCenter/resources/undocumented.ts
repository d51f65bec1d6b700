import { flag, number, pick, text } from '../../shared/define/fields';
import { download, listAll, operation, read } from '../../shared/define/operation';
import { defineResource, type Resource } from '../../shared/define/resource';
import {
	campaignCategory,
	campaignSubcategory,
	coupon,
	couponPack,
	franchise,
	group,
	invoice,
} from '../pickers';
import { snakeCased } from '../wire';
import { notDocumented, undocumentedResource, type Controller } from './controller';
import { listFilters, notices } from './fields';

const { undocumented } = notices;

/**
 * The controllers that the vendor's reference lists with a sentence each and the remark that they
 * generally take the five usual verbs. Where records stand inside documented ones, their columns are known.
 */
const controllers: readonly Controller[] = [
	{
		value: 'campaignSubcategory',
		name: 'Campaign Subcategory',
		plural: 'Campaign Subcategories',
		controller: 'campaignsSubcategories',
		description: 'The level between campaign categories and campaigns, for one franchise',
		picker: campaignSubcategory,
		columns: snakeCased({
			franchiseId: pick(franchise),
			campaignsCategoryId: pick(campaignCategory),
			name: text(),
			hidden: flag(),
		}),
		more: {
			getBreadcrumb: read({
				action: 'Get the breadcrumb of a campaign subcategory',
				request: 'GET /campaignsSubcategories/breadcrumb/{id}',
				path: { id: pick(campaignSubcategory, { required: true }) },
				at: 'breadcrumbs',
				...undocumented,
			}),
		},
	},
	{
		value: 'couponPack',
		name: 'Coupon Pack',
		plural: 'Coupon Packs',
		controller: 'couponsPacks',
		description: 'Coupons that several campaigns share',
		picker: couponPack,
		columns: snakeCased({
			franchiseId: pick(franchise),
			name: text(),
			isDefault: flag({ description: 'Whether it is the usual pack of the franchise' }),
		}),
	},
	{
		value: 'couponRule',
		name: 'Coupon Rule',
		plural: 'Coupon Rules',
		controller: 'couponsRules',
		description: 'A rate of discount and what earns it',
		columns: snakeCased({
			couponId: pick(coupon),
			description: text(),
			isSetWideRequirement: flag({ description: 'Whether the whole set has to meet it' }),
			isTiered: flag(),
			tierOrder: number(),
			ruleType: number({ as: 'coupons_rules_type_id', label: 'Rule Type ID' }),
			value: number({ description: 'How large the discount is' }),
			discountType: text({ placeholder: 'dollar', description: 'Seen so far: flat, dollar' }),
			compoundType: text({ placeholder: 'all', description: 'Seen so far: all' }),
		}),
	},
	{
		value: 'dataExport',
		name: 'Data Export',
		plural: 'Data Exports',
		controller: 'dataExports',
		description: 'A run of an export and its state',
	},
	{
		value: 'dataExportFile',
		name: 'Data Export File',
		plural: 'Data Export Files',
		controller: 'dataExportsFiles',
		description: 'A file that an export has made, mostly CSV or XML',
	},
	{
		value: 'dataExportFormat',
		name: 'Data Export Format',
		plural: 'Data Export Formats',
		controller: 'dataExportsFormats',
		description: 'A layout that exports use',
	},
	{
		value: 'dataExportFormatField',
		name: 'Data Export Format Field',
		plural: 'Data Export Format Fields',
		controller: 'dataExportsFormatsFields',
		description: 'A column of a layout',
	},
	{
		value: 'dataExportLog',
		name: 'Data Export Log',
		plural: 'Data Export Logs',
		controller: 'dataExportsLogs',
		description: 'What became of one record in an export',
	},
	{
		value: 'dataExportUploader',
		name: 'Data Export Uploader',
		plural: 'Data Export Uploaders',
		controller: 'dataExportsUploaders',
		description: 'A destination of planned exports',
	},
	{
		value: 'dataExportUploadSchedule',
		name: 'Data Export Upload Schedule',
		plural: 'Data Export Upload Schedules',
		controller: 'dataExportsUploadsSchedules',
		description: 'When which layout goes to which destination',
	},
	{
		value: 'equipment',
		name: 'Equipment',
		plural: 'Equipment',
		controller: 'equipment',
		description: 'What employees work with; it decides which categories of service they can do',
	},
	{
		value: 'franchise',
		name: 'Franchise',
		plural: 'Franchises',
		controller: 'franchises',
		description: 'An account of a franchise',
		actions: ['get', 'getAll'],
		picker: franchise,
		more: {
			activate: operation({
				action: 'Activate a franchise',
				description: 'Turns the account on',
				request: 'POST /franchises/activate/{id}',
				path: { id: pick(franchise, { required: true }) },
				returns: 'nothing',
				repeatable: true,
				...undocumented,
			}),
			deactivate: operation({
				action: 'Deactivate a franchise',
				description: 'Turns the account off',
				request: 'DELETE /franchises/deactivate/{id}',
				path: { id: pick(franchise, { required: true }) },
				returns: 'nothing',
				notice: `It turns the account of a whole franchise off. ${undocumented.notice}`,
			}),
		},
	},
	{
		value: 'group',
		name: 'Group',
		plural: 'Groups',
		controller: 'groups',
		description: 'Employees with the same rights',
		picker: group,
		columns: snakeCased({
			name: text(),
			corporate: flag({ description: 'Whether it is of the franchisor' }),
			adminRank: number({ description: 'Nobody adds employees to a group that ranks higher' }),
			displayOrder: number({ description: 'The position in lists' }),
		}),
	},
	{
		value: 'helpInformation',
		name: 'Help Information',
		plural: 'Help Information',
		controller: 'helpInformation',
		description: 'Telephone number and email address for help, in a single record',
	},
	{
		value: 'messageOfTheDay',
		name: 'Message of the Day',
		plural: 'Messages of the Day',
		controller: 'messageOfTheDay',
		description: 'A message on top of the vendor’s screens',
	},
	{
		value: 'messageOfTheDayLog',
		name: 'Message of the Day Log',
		plural: 'Message of the Day Logs',
		controller: 'messageOfTheDayLogs',
		description: 'Who has seen which message of the day',
	},
	{
		value: 'onlineSchedulingService',
		name: 'Online Scheduling Service',
		plural: 'Online Scheduling Services',
		controller: 'onlineSchedulingServices',
		description: 'A service that customers can book online',
	},
	{
		value: 'onlineSchedulingServiceCategory',
		name: 'Online Scheduling Service Category',
		plural: 'Online Scheduling Service Categories',
		controller: 'onlineSchedulingServiceCategories',
		description: 'A group of services that customers can book online',
	},
	{
		value: 'popup',
		name: 'Popup',
		plural: 'Popups',
		controller: 'popups',
		description: 'A message that opens with a contact on the calendar',
	},
	{
		value: 'popupLog',
		name: 'Popup Log',
		plural: 'Popup Logs',
		controller: 'popupsLogs',
		description: 'Who has seen which popup',
	},
	{
		value: 'punchClock',
		name: 'Punch Clock Entry',
		plural: 'Punch Clock Entries',
		controller: 'punchClock',
		description: 'When an employee came or went',
		more: {
			punchTheClock: operation({
				action: 'Punch the clock',
				description: 'In if it was out, and out if it was in; the latest entry tells which',
				request: 'POST /punchClock/punchTheClock',
				returns: 'nothing',
				notice: `It punches the API user itself in or out, not an employee of your choice. ${undocumented.notice}`,
			}),
		},
	},
	{
		value: 'release',
		name: 'Release',
		plural: 'Releases',
		controller: 'releases',
		description: 'A version of the vendor’s software',
	},
	{
		value: 'schedulingAssignmentCustomDate',
		name: 'Scheduling Assignment on a Date',
		plural: 'Scheduling Assignments on Dates',
		controller: 'schedulingAssignmentsCustomDates',
		description: 'Zones, equipment and categories of an employee on a single day',
	},
	{
		value: 'schedulingAssignmentDefault',
		name: 'Scheduling Assignment of the Week',
		plural: 'Scheduling Assignments of the Week',
		controller: 'schedulingAssignmentsDefault',
		description: 'Zones, equipment and categories of an employee on every such day of the week',
	},
	{
		value: 'schedulingModule',
		name: 'Scheduling Module',
		plural: 'Scheduling Modules',
		controller: 'schedulingModules',
		description: 'A set of rules for schedules',
	},
	{
		value: 'schedulingModulePreference',
		name: 'Scheduling Module Preference',
		plural: 'Scheduling Module Preferences',
		controller: 'schedulingModulePreferences',
		description: 'A set of rules that a franchise has chosen; it cannot be read',
		actions: ['delete', 'update'],
	},
	{
		value: 'schedulingTimeCustomDate',
		name: 'Scheduling Time on a Date',
		plural: 'Scheduling Times on Dates',
		controller: 'schedulingTimesCustomDates',
		description: 'Working hours on a single day',
	},
	{
		value: 'schedulingTimeDefault',
		name: 'Scheduling Time of the Week',
		plural: 'Scheduling Times of the Week',
		controller: 'schedulingTimesDefault',
		description: 'Working hours on every such day of the week',
	},
	{
		value: 'singleSignOn',
		name: 'Single Sign On',
		plural: 'Single Sign Ons',
		controller: 'singleSignOns',
		description: 'A way for employees to sign in with an account elsewhere',
	},
	{
		value: 'todo',
		name: 'Todo',
		plural: 'Todos',
		controller: 'todos',
		description: 'A task of an employee or of a whole franchise',
	},
];

/** How an invoice is named is not said; this is its column in the records. */
const lineItem = defineResource({
	value: 'lineItem',
	name: 'Line Item',
	description: notDocumented('A line of an invoice, or what could be one'),
	operations: {
		getAll: listAll({
			action: 'Get many line items of an invoice',
			description: 'The service of a line is a service setting of the franchise',
			request: 'GET /lineItems',
			query: {
				...snakeCased({ invoiceId: pick(invoice, { required: true }) }),
				...listFilters,
			},
			...undocumented,
		}),
		list: listAll({
			action: 'List what can be put on an invoice',
			description: 'Services and products',
			request: 'GET /lineItems/list',
			...undocumented,
		}),
	},
});

const AS_PAGE = 'as a page for people, since there is no data';

const landing = defineResource({
	value: 'landing',
	name: 'What’s New Page',
	description: notDocumented(`News about the vendor’s software, ${AS_PAGE}`),
	operations: {
		download: download({
			action: 'Download the page with the news',
			request: 'GET /landing/{id}',
			path: { id: number({ required: true, label: 'ID' }) },
			...undocumented,
		}),
	},
});

const schedule = defineResource({
	value: 'schedule',
	name: 'Schedule',
	description: notDocumented(`When employees are there and for what, ${AS_PAGE}`),
	operations: {
		download: download({
			action: 'Download the schedule',
			request: 'GET /schedules',
			query: snakeCased({ franchiseId: pick(franchise) }),
			...undocumented,
		}),
		downloadCalendar: download({
			action: 'Download the calendar',
			request: 'GET /schedules/calendar',
			...undocumented,
		}),
	},
});

/** Everything of which nothing is documented. */
export const undocumentedResources: readonly Resource[] = [
	...controllers.map(undocumentedResource),
	landing,
	lineItem,
	schedule,
];
