import type { EventHistories, EventHistory } from '../../support/histories';

/** The users of the sandbox who worked. */
const ofUsers = { parameters: { userIds: [101, 102] } };

/** The digits are those of UTC, whatever offset the vendor prints behind them. */
const digitsOf = (member: string) => ({
	moment: (record: object) => {
		const printed = String((record as Readonly<Record<string, unknown>>)[member]);
		return Date.parse(`${printed.replace(/(Z|[+-]\d\d:\d\d)$/, '')}Z`);
	},
});

/** What is added to a work order changes it. */
const addedTo = (collection: string): EventHistory => ({
	also(control, id) {
		const { WorkOrderId } = control.records(collection).find(({ Id }) => String(Id) === id) ?? {};
		// Some files belong to nothing else.
		if (WorkOrderId !== undefined) control.change('workOrders', WorkOrderId, {});
	},
});

export const histories: EventHistories = {
	attachmentAdded: { ...addedTo('attachments'), ...digitsOf('TimeStamp') },
	checkInAdded: addedTo('checkIns'),
	noteAdded: { ...addedTo('notes'), ...digitsOf('DateCreated') },
	workActivityAdded: ofUsers,
	workActivityAddedOrChanged: ofUsers,
	workActivityEnded: ofUsers,
};
