/** What clients call the finer states; all clients here have the same. */
export const EXTENDED: Readonly<Record<string, readonly string[]>> = {
	OPEN: ['DECLINED'],
	'IN PROGRESS': [
		'DISPATCH CONFIRMED',
		'ON SITE',
		'INCOMPLETE',
		'PARTS ON ORDER',
		'WAITING FOR QUOTE',
		'WAITING FOR APPROVAL',
		'PROPOSAL APPROVED',
		'UNSATISFACTORY',
	],
	COMPLETED: ['PENDING CONFIRMATION', 'CONFIRMED'],
};

/** The statuses that a client knows, with their finer states. */
export const statuses = () =>
	(
		[
			['Open', 'OPEN'],
			['InProgress', 'IN PROGRESS'],
			['Completed', 'COMPLETED'],
		] as const
	).map(([id, name]) => ({
		Id: id,
		Name: name,
		Extended: EXTENDED[name],
		ExtendedStatuses: EXTENDED[name].map((extended, index) => ({ Id: index + 1, Name: extended })),
		Constraints: [],
	}));
