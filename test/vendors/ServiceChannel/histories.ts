import type { EventHistories } from '../../support/histories';

/** The users of the sandbox who worked. */
const ofUsers = { parameters: { userIds: [101, 102] } };

/** The sandbox writes the digits of UTC with the offset of the server behind them. */
const ahead = { aheadSeconds: 4 * 3_600 };

export const histories: EventHistories = {
	attachmentAdded: ahead,
	noteAdded: ahead,
	workActivityAdded: ofUsers,
	workActivityAddedOrChanged: ofUsers,
	workActivityEnded: ofUsers,
};
