import { choice, date, flag, group, number, pick, text } from '../../shared/define/fields';
import { operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { inPascalCase, moreFields, UNPROVEN } from '../bodies';
import {
	brandDownload,
	everyRow,
	idFor,
	insideWindows,
	organizationDownload,
	rowsOf,
} from '../downloads';
import { user } from '../pickers';
import { pascalCased } from '../wire';

/** Seconds that are waited for a file unless the user says otherwise. */
const USUAL_WAIT = 300;
const LONGEST_WAIT = 3_600;

const downloadId = text({
	required: true,
	label: 'Download ID',
	as: 'DownloadId',
	placeholder: '301001',
	description: 'As Start gave it',
	// Text in answers, a number in requests.
	write: (given) => idFor(String(given).trim()),
});

const startRow = number({
	label: 'Start Row ID',
	as: 'RowId',
	description:
		'The ID to begin with. A file has 25,000 rows at most; go on with the highest ID plus 1.',
});

const windows = pascalCased({
	createdFrom: date({ description: 'Created on this day or later' }),
	createdThrough: date({ description: 'Created on this day or earlier' }),
	updatedFrom: date({ description: 'Changed on this day or later' }),
	updatedThrough: date({ description: 'Changed on this day or earlier' }),
});

/** Fields of the operation that reads all rows, which are not sent. */
const reading = {
	mostRows: number({ description: 'Stops after so many rows; all where left out' }),
	waitSeconds: number({
		label: 'Longest Wait',
		default: USUAL_WAIT,
		description: 'Seconds that each file may take, at most an hour',
	}),
};

const waitOf = (given: number = USUAL_WAIT): number => Math.min(Math.max(1, given), LONGEST_WAIT);

const organizationTable = pascalCased({
	kind: choice(
		[
			['Appointments', 'appointments'],
			['Campaign Budgets', 'campaignbudgets'],
			['Channels and Campaigns', 'channelscampaigns'],
			['Contacts', 'contacts'],
			['Deposits', 'deposits'],
			['Invoice Lines', 'invoicelines'],
			['Invoices', 'invoices'],
			['Payments', 'payments'],
			['Proposals', 'proposals'],
			['Revenue Forecasts', 'revenueforecasts'],
			['Services', 'services'],
		],
		{ required: true },
	),
	userId: pick(user, {
		required: true,
		description: 'Has to have the permission for reports, and sees the download in their queue',
	}),
});

const organizationFilters = {
	...windows,
	...pascalCased({
		dateFrom: date({ description: 'Dated on this day or later' }),
		dateThrough: date({ description: 'Dated on this day or earlier' }),
		appointments: group(
			pascalCased({
				scheduled: flag({ description: 'Whether to include scheduled ones' }),
				completed: flag({ description: 'Whether to include completed ones' }),
				canceled: flag({ description: 'Whether to include canceled ones' }),
			}),
			{ label: 'Appointment Options', description: 'For the kind Appointments' },
		),
		proposals: group(
			pascalCased({
				includeBundled: flag({ description: 'Whether to include bundled proposals' }),
				includeTags: flag({ description: 'Whether to include tags' }),
				includeLines: flag({ description: 'Whether to include lines' }),
				includeCustomFields: flag({ description: 'Whether to include custom fields' }),
			}),
			{ label: 'Proposal Options', description: 'For the kind Proposals' },
		),
	}),
};

const brandTable = pascalCased({
	kind: text({
		required: true,
		placeholder: 'branding-appointments',
		description: 'One of six, such as branding-appointments and branding-contacts',
	}),
});

export const download = defineResource({
	value: 'download',
	name: 'Download',
	description: 'A table of the organization. Needs a key whose status is Org.',
	operations: {
		get: read({
			action: 'Get the rows of a download',
			description: 'Those of a file that is ready',
			request: organizationDownload.get,
			body: { download: downloadId },
			run: async (input, call) => await rowsOf(organizationDownload, input.download, call),
		}),
		getRows: read({
			name: 'Get Many Rows',
			action: 'Get many rows of a table',
			description: 'Starts downloads, waits for them, and gives the rows of all of them',
			request: organizationDownload.start,
			body: { ...organizationTable, startRow, ...organizationFilters, ...reading },
			async run({ startRow: from, mostRows: most, waitSeconds, userId, ...asked }, call) {
				const body = {
					...(inPascalCase(asked) as { Kind: string }),
					UserId: Number(userId),
					RowId: from ?? 0,
				};
				const wanted = { waitSeconds: waitOf(waitSeconds), most };
				return insideWindows(await everyRow(organizationDownload, body, wanted, call), body);
			},
		}),
		getStatus: read({
			action: 'Get the status of a download',
			request: organizationDownload.status,
			body: { download: downloadId },
		}),
		start: operation({
			action: 'Start a download',
			description: 'Gives the ID by which it is asked for. At most 100 may wait.',
			request: organizationDownload.start,
			body: { ...organizationTable, startRow, ...organizationFilters },
		}),
	},
});

export const brandDownloads = defineResource({
	value: 'dataSubscriberDownload',
	name: 'Data Subscriber Download',
	description: 'A table of the whole brand. Needs a Data Subscriber key.',
	operations: {
		get: read({
			action: 'Get the rows of a data subscriber download',
			description: 'Those of a file that is ready',
			request: brandDownload.get,
			body: { download: downloadId },
			run: async (input, call) => await rowsOf(brandDownload, input.download, call),
		}),
		getRows: read({
			name: 'Get Many Rows',
			action: 'Get many rows of a data subscriber table',
			description: 'Starts downloads, waits for them, and gives the rows of all of them',
			request: brandDownload.start,
			body: { ...brandTable, startRow, ...windows, moreFields, ...reading },
			async run({ startRow: from, mostRows: most, waitSeconds, moreFields: more, ...asked }, call) {
				const body = { ...(inPascalCase(asked) as object), RowId: from ?? 0, ...more };
				const wanted = { waitSeconds: waitOf(waitSeconds), most };
				return await everyRow(brandDownload, body, wanted, call);
			},
		}),
		getStatus: read({
			action: 'Get the status of a data subscriber download',
			// inferred: the vendor says that it can be asked for, and the path is that of organizations.
			notice: UNPROVEN,
			request: brandDownload.status,
			body: { download: downloadId },
		}),
		start: operation({
			action: 'Start a data subscriber download',
			description: 'Gives the ID by which it is asked for',
			request: brandDownload.start,
			body: { ...brandTable, startRow, ...windows, moreFields },
			run: async ({ startRow: from, moreFields: more, ...asked }, { send }) =>
				await send(brandDownload.start, {
					body: {
						...(inPascalCase(asked) as object),
						...(from !== undefined && { RowId: from }),
						...more,
					},
				}),
		}),
	},
});
