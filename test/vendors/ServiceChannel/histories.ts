import type { EventHistories } from '../../support/histories';

/** The users of the sandbox who worked. */
const ofUsers = { parameters: { userIds: [101, 102] } };

export const histories: EventHistories = {
	workActivityAdded: ofUsers,
	workActivityAddedOrChanged: ofUsers,
	workActivityEnded: ofUsers,
};
