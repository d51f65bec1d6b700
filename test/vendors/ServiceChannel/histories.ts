import type { EventHistories, EventHistory } from '../../support/histories';

/** The users of the sandbox who worked. */
const ofUsers = { parameters: { userIds: [101, 102] } };

/** The sandbox writes the digits of UTC with the offset of the server behind them. */
const ahead = { aheadSeconds: 4 * 3_600 };

/** What is added to a work order changes it. */
const addedTo = (collection: string): EventHistory => ({
	also(control, id) {
		const { WorkOrderId } = control.records(collection).find(({ Id }) => String(Id) === id) ?? {};
		// Some files belong to nothing else.
		if (WorkOrderId !== undefined) control.change('workOrders', WorkOrderId, {});
	},
});

export const histories: EventHistories = {
	attachmentAdded: { ...addedTo('attachments'), ...ahead },
	checkInAdded: addedTo('checkIns'),
	noteAdded: { ...addedTo('notes'), ...ahead },
	workActivityAdded: ofUsers,
	workActivityAddedOrChanged: ofUsers,
	workActivityEnded: ofUsers,
};
