import type { IDataObject } from 'n8n-workflow';

import { defineSnapshotEvent, type SnapshotEvent } from '../../shared/define/event';
import { pickMany } from '../../shared/define/fields';
import type { Call } from '../../shared/define/operation';
import { user } from '../pickers';

const DAY = 86_400;

/** Days. A check-in can be entered so long afterwards (168 hours), and one more for the zone in which days are counted. */
const STRETCH = 7 + 1;

const LIST =
	'GET /odata/workactivities/Service.ForTimeInterval(dtMin={dtMin}, dtMax={dtMax}, userId={userId})';

const dayOf = (moment: string | number): string => new Date(moment).toISOString().slice(0, 10);

/** What each of the users worked in the stretch. */
async function ofUsers(
	{ dtMin, dtMax, userId: users, ...query }: IDataObject,
	call: Pick<Call, 'list'>,
): Promise<IDataObject[]> {
	const lists = (users as number[]).map(async (userId) => {
		const path = { dtMin: dtMin as string, dtMax: dtMax as string, userId };
		return await call.list(LIST, { path, query });
	});
	return (await Promise.all(lists)).flat();
}

/** There is no stamp of a change, so that what the users worked lately is compared with how it looked before. */
const workOfUsers = {
	request: LIST,
	resource: 'workActivity',
	always: (now: number) => ({ dtMax: dayOf(now + DAY * 1000), $orderby: 'TimeIn,Id' }),
	since: (moment: string | number) => ({ dtMin: dayOf(moment) }),
	id: 'Id',
	filters: {
		userIds: pickMany(user, {
			required: true,
			as: 'userId',
			description: 'Each of them costs a request at every poll',
		}),
	},
	overlapSeconds: STRETCH * DAY,
	read: ofUsers,
} satisfies Partial<SnapshotEvent>;

export const workActivityAdded = defineSnapshotEvent({
	...workOfUsers,
	value: 'workActivityAdded',
	name: 'Work Activity Added',
	description: `When one of the chosen users begins work on a work order, or enters such work afterwards. For providers only. Work that began more than ${STRETCH} days ago is not seen.`,
	finds: 'created',
});

export const workActivityAddedOrChanged = defineSnapshotEvent({
	...workOfUsers,
	value: 'workActivityAddedOrChanged',
	name: 'Work Activity Added or Changed',
	description: `When work of one of the chosen users on a work order begins, ends or is corrected. For providers only. Work that began more than ${STRETCH} days ago is not seen.`,
	finds: 'changed',
	compared: ['TimeIn', 'TimeOut', 'WorkType', 'TechsCount', 'ResolutionCode', 'Name'],
});

export const workActivityEnded = defineSnapshotEvent({
	...workOfUsers,
	value: 'workActivityEnded',
	name: 'Work Activity Ended',
	description: `When work of one of the chosen users on a work order ends, or its end is corrected. For providers only. Work that began more than ${STRETCH} days ago is not seen.`,
	finds: 'changed',
	compared: ['TimeOut'],
	only: ({ TimeOut: end }) => typeof end === 'string' && end !== '',
});
