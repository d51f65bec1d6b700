import type { EventHistories } from '../../support/histories';

/** The users of the sandbox who worked. */
const ofUsers = { parameters: { userIds: [101, 102] } };

/** The digits are those of UTC, whatever offset the vendor prints behind them. */
const digitsOf = (member: string) => ({
	moment: (record: object) => {
		const printed = String((record as Readonly<Record<string, unknown>>)[member]);
		return Date.parse(`${printed.replace(/(Z|[+-]\d\d:\d\d)$/, '')}Z`);
	},
});

export const histories: EventHistories = {
	attachmentAdded: digitsOf('TimeStamp'),
	noteAdded: digitsOf('DateCreated'),
	workActivityAdded: ofUsers,
	workActivityAddedOrChanged: ofUsers,
	workActivityEnded: ofUsers,
};
