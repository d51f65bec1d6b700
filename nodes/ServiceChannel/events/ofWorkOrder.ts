import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { defineEvent, type ChangeEvent } from '../../shared/define/event';
import { choice, type Fields } from '../../shared/define/fields';
import type { Call } from '../../shared/define/operation';
import type { Route } from '../../shared/define/vendor';
import { isText, wholeYear } from '../odata';
import { workOrderUpdated } from './workOrder';

type Asks = Pick<Call, 'send' | 'list'>;

/** How many work orders are asked for what they have at the same time. */
const AT_ONCE = 4;

/** Work orders that one look asks at the most: each costs a request, and 280 a minute are for everything. */
const MOST = 200;

/** Days. A look that reaches back further than that takes what changed last. It is the first one, or a test in the editor. */
const FAR = 20;

/** How often a list of several pages is read, until that brings to light no work order that a shift had hidden. */
const PASSES = 3;

/**
 * Seconds. Notes and files have their date in one spelling only, which may be printed with the offset
 * of the server instead of its own; four hours were seen, and it is five in winter.
 */
const ODD_CLOCK = 6 * 3_600;

/** Stands for the work orders that were read, so that those that have nothing new are not read again. */
const LOOKED = 'looked';

interface Row {
	readonly value: string;
	readonly name: string;
	/** What happens: `somebody writes a note`. */
	readonly when: string;
	/** What it cannot see beyond what all of these cannot. */
	readonly unseen?: string;
	/** The list of one work order. */
	readonly list: Route;
	readonly path?: { readonly [name: string]: boolean };
	/** Its date that is read, and beside it the one that the filter goes by, with those of the work order. */
	readonly stamps: { readonly [member: string]: string };
	readonly changedAt: string;
	readonly sentBack: string;
	readonly lagSeconds?: number;
	/** Where the list can be asked for what is later than a moment. */
	readonly bounded: boolean;
	readonly filters?: Fields;
	readonly resource?: string;
}

/**
 * The work orders that changed, the latest first: one that changes meanwhile moves to the front and
 * hides none. It comes with the next look.
 */
async function changedWorkOrders(query: IDataObject, call: Asks): Promise<IDataObject[]> {
	const found = new Map<unknown, IDataObject>();
	for (let pass = 1; pass <= PASSES; pass++) {
		const before = found.size;
		const read = await call.list('GET /odata/workorders', { query });
		for (const one of read) if (!found.has(one.Id)) found.set(one.Id, one);
		// One page is one answer, in which nothing can shift.
		if (read.length < 50 || (pass > 1 && found.size === before)) break;
	}
	return [...found.values()];
}

const earlier = (moment: string, seconds: number): string =>
	String(DateTime.fromISO(moment, { zone: 'utc', setZone: true }).minus({ seconds }).toISO());

/** Those that are asked. What cannot be asked is said instead of left out, but for a look at the distant past. */
function asked(workOrders: readonly IDataObject[], since: string): readonly IDataObject[] {
	if (workOrders.length <= MOST) return workOrders;
	const [{ UpdatedDate: latest }] = workOrders;
	if (DateTime.fromISO(String(latest)).diff(DateTime.fromISO(since), 'days').days >= FAR) {
		return workOrders.slice(0, MOST);
	}
	throw new Error(
		`${workOrders.length} work orders changed since the last look, and ${MOST} can be asked in one. Narrow the trigger with filters, or give it a later Start Moment.`,
	);
}

/** A condition on what the work orders have, which is no condition on themselves. */
const OWN_CONDITION = / and (NoteType eq '\w+')/;

const reading =
	({ list, path = {}, stamps, sentBack, lagSeconds = 0, bounded }: Row) =>
	async (query: IDataObject, call: Asks): Promise<IDataObject[]> => {
		const whole = String(query.$filter);
		const [, own = undefined] = OWN_CONDITION.exec(whole) ?? [];
		const [, since] = /\bUpdatedDate ge (\S+)/.exec(whole) ?? [];
		const changed = await changedWorkOrders(
			{
				...query,
				$filter: whole.replace(OWN_CONDITION, ''),
				$select: 'Id,UpdatedDate,UpdatedDate_DTO',
			},
			call,
		);
		const workOrders = asked(changed, since);
		const conditions = [
			...(bounded ? [`${sentBack} ge ${earlier(since, lagSeconds)}`] : []),
			...(own === undefined ? [] : [own]),
		];
		const its = {
			$orderby: `${sentBack} desc,Id desc`,
			...(conditions.length > 0 && { $filter: conditions.join(' and ') }),
		};
		const records: IDataObject[] = [];
		for (let start = 0; start < workOrders.length; start += AT_ONCE) {
			const lists = workOrders.slice(start, start + AT_ONCE).map(async ({ Id }) => {
				const workorderId = Id as number;
				const own = await call.list(list, { path: { ...path, workorderId }, query: its });
				return own.map((record) => ({ ...record, WorkOrderId: workorderId }));
			});
			records.push(...(await Promise.all(lists)).flat());
		}
		const [latest] = workOrders;
		if (latest === undefined) return records;
		const times = Object.entries(stamps).map(([member, same]) => [member, latest[same]]);
		return [...records, { ...Object.fromEntries(times), Id: LOOKED } as IDataObject];
	};

/**
 * What is added to work orders. No list has that of all of them, so those that changed are asked, one
 * by one (inferred: whatever is added moves the date of change of its work order).
 */
function addedTo(row: Row): ChangeEvent {
	const { value, name, when, unseen = '', changedAt, sentBack, lagSeconds, resource } = row;
	return defineEvent({
		value,
		name,
		description: `When ${when}, on a work order whose call is less than a year old. Each work order that changed since the last look costs a request and 200 are the most, so narrow it with filters where there are more. Started more than 20 days back, it sees the 200 that changed last.${unseen} What is changed or removed later is not seen.`,
		request: 'GET /odata/workorders',
		resource,
		always: wholeYear('UpdatedDate desc,Id desc'),
		since: (moment) => ({ $filter: `UpdatedDate ge ${moment}` }),
		changedAt,
		sentBack,
		id: 'Id',
		only: ({ Id: id }) => id !== LOOKED,
		filters: { ...workOrderUpdated.filters, ...row.filters },
		overlapSeconds: 120,
		lagSeconds,
		read: reading(row),
	});
}

export const noteAdded = addedTo({
	value: 'noteAdded',
	name: 'Note Added',
	when: 'a note is written, by the system too',
	list: 'GET /odata/workorders({workorderId})/notes',
	stamps: { DateCreated: 'UpdatedDate' },
	changedAt: 'DateCreated',
	sentBack: 'DateCreated',
	lagSeconds: ODD_CLOCK,
	bounded: true,
	filters: {
		noteType: choice(
			[
				['Written by the System', 'SystemNote'],
				['Written by Users', 'UsersNote'],
			],
			isText('NoteType'),
		),
	},
	resource: 'note',
});

export const attachmentAdded = addedTo({
	value: 'attachmentAdded',
	name: 'Attachment Added',
	when: 'a file is added to a work order or to a note of one',
	list: 'GET /odata/workorders({workorderId})/attachments',
	stamps: { TimeStamp: 'UpdatedDate' },
	changedAt: 'TimeStamp',
	sentBack: 'TimeStamp',
	lagSeconds: ODD_CLOCK,
	bounded: true,
	resource: 'attachment',
});

export const checkInAdded = addedTo({
	value: 'checkInAdded',
	name: 'Check-In or Check-Out Added',
	when: 'technicians check in or out',
	unseen: ' One that is entered afterwards with an earlier time is not seen.',
	list: 'GET /odata/workorders({workorderId})/Service.CheckInActivity(loadBlocked={loadBlocked})',
	path: { loadBlocked: false },
	stamps: { Dto: 'UpdatedDate_DTO', Date: 'UpdatedDate' },
	changedAt: 'Dto',
	sentBack: 'Date',
	// Not known to be accepted there; the engine compares the dates itself.
	bounded: false,
	resource: 'checkIn',
});
