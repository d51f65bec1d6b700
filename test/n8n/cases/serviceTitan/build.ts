import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../../support/picker';
import { from } from '../../workflow';
import type { Case } from '../case';

/** The first record that an earlier case gave. */
export const first = (name: string, path = 'id') => from(name, path);

/** The same, as a picker holds it. */
export const picked = (name: string, path = 'id') => byId(first(name, path));

/** The first record of an earlier case, as a field for several holds it. */
export const several = (name: string, path = 'id') => `={{ [$('${name}').first().json.${path}] }}`;

/** A day from now on, at an hour. */
export const inDays = (days: number, hour: number) =>
	`={{ $now.plus({ days: ${days} }).set({ hour: ${hour}, minute: 0, second: 0, millisecond: 0 }).toISO() }}`;

type Check = Case['check'];

export const lists = (operation: string, parameters: IDataObject = {}, check?: Check): Case => ({
	operation,
	parameters: { limit: 5, ...parameters },
	gives: 'list',
	...(check && { check }),
});

export const record = (operation: string, parameters: IDataObject = {}, check?: Check): Case => ({
	operation,
	parameters,
	gives: 'record',
	...(check && { check }),
});

export const does = (operation: string, parameters: IDataObject = {}): Case => ({
	operation,
	parameters,
	gives: 'success',
});

export const deletes = (operation: string, parameters: IDataObject): Case => ({
	operation,
	parameters,
	gives: 'deleted',
});

/** An export from the beginning, which has to give records and the token to go on from. */
export const feeds = (operation: string, options: IDataObject = {}): Case =>
	record(operation, { options }, ([{ records, continueFrom }]) =>
		Array.isArray(records) && records.length > 0 && typeof continueFrom === 'string'
			? undefined
			: 'no records, or no token',
	);

/** That there are exactly so many records. */
export const exactly =
	(count: number): Check =>
	(records) =>
		records.length === count ? undefined : `${records.length} records, not ${count}`;
