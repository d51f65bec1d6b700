import type { EventHistories } from '../../support/histories';

const completedNow = (now: number) => ({ completedOn: new Date(now).toISOString() });

/** These go by the time of something that happens to a record, and not by when it was written. */
export const histories: EventHistories = {
	formSubmitted: { made: (now) => ({ submittedOn: new Date(now).toISOString() }) },
	jobCompleted: { made: completedNow, turned: completedNow },
};
