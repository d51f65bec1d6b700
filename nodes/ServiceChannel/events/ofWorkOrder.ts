import { defineNestedEvent, type NestedEvent } from '../../shared/define/event';
import { choice } from '../../shared/define/fields';
import { isText, wholeYear } from '../odata';
import { workOrderCreatedOrUpdated } from './workOrder';

/**
 * Seconds. Notes and files have their date in one spelling only, which may be printed with the offset
 * of the server instead of its own; four hours were seen, and it is five in winter.
 */
const ODD_CLOCK = 6 * 3_600;

const changedWorkOrders = {
	...workOrderCreatedOrUpdated,
	always: (...asked: Parameters<ReturnType<typeof wholeYear>>) => ({
		...wholeYear('UpdatedDate,Id')(...asked),
		$select: 'Id,UpdatedDate,UpdatedDate_DTO',
	}),
};

/**
 * What is added to work orders. No list has that of all of them, so those that changed are asked, one
 * by one (inferred: whatever is added moves the date of change of its work order).
 */
function addedTo({
	when,
	unseen = '',
	...event
}: Omit<NestedEvent, 'description' | 'id' | 'on' | 'latestFirst' | 'named' | 'overlapSeconds'> & {
	/** What happens: `somebody writes a note`. */
	readonly when: string;
	/** What it cannot see beyond what all of these cannot. */
	readonly unseen?: string;
}): NestedEvent {
	return defineNestedEvent({
		...event,
		description: `When ${when}, on a work order whose call is less than a year old. Each work order that changed costs a request; what one poll cannot ask comes with the next ones. In a backlog of thousands a few may come twice.${unseen} What is changed or removed later is not seen.`,
		id: 'Id',
		on: changedWorkOrders,
		latestFirst: { $orderby: 'UpdatedDate desc,Id desc' },
		named: ({ Id: id }) => ({ WorkOrderId: id }),
		filters: { ...changedWorkOrders.filters, ...event.filters },
		overlapSeconds: 120,
	});
}

const ofIt = ({ Id: id }: { Id?: unknown }) => ({ workorderId: id as number });

export const noteAdded = addedTo({
	value: 'noteAdded',
	name: 'Note Added',
	when: 'a note is written, by the system too',
	request: 'GET /odata/workorders({workorderId})/notes',
	path: ofIt,
	always: { $orderby: 'DateCreated desc,Id desc' },
	since: (moment) => ({ $filter: `DateCreated ge ${moment}` }),
	changedAt: 'DateCreated',
	lagSeconds: ODD_CLOCK,
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
	request: 'GET /odata/workorders({workorderId})/attachments',
	path: ofIt,
	always: { $orderby: 'TimeStamp desc,Id desc' },
	since: (moment) => ({ $filter: `TimeStamp ge ${moment}` }),
	changedAt: 'TimeStamp',
	lagSeconds: ODD_CLOCK,
	resource: 'attachment',
});

export const checkInAdded = addedTo({
	value: 'checkInAdded',
	name: 'Check-In or Check-Out Added',
	when: 'technicians check in or out',
	unseen: ' One that is entered afterwards with an earlier time is not seen.',
	request:
		'GET /odata/workorders({workorderId})/Service.CheckInActivity(loadBlocked={loadBlocked})',
	path: (workOrder) => ({ ...ofIt(workOrder), loadBlocked: 'false' }),
	always: { $orderby: 'Date desc,Id desc' },
	// A condition on the date is not known to be accepted there; the engine compares the dates itself.
	since: () => ({}),
	changedAt: 'Dto',
	resource: 'checkIn',
});
