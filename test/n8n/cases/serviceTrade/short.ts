import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../../support/picker';
import { from } from '../../workflow';
import type { Case } from '../case';

type Check = Case['check'];

const giving =
	(gives: Case['gives']) =>
	(operation: string, parameters: IDataObject = {}, check?: Check): Case => ({
		operation,
		parameters,
		gives,
		...(check && { check }),
	});

export const record = giving('record');
export const list = giving('list');
export const gone = giving('deleted');
export const done = giving('success');

/** Another case of the same operation, by a name of its own. */
export const as = (name: string, one: Case): Case => ({ ...one, as: name });

/** The record of an earlier case, in a picker. */
export const idOf = (node: string, path = 'id') => byId(from(node, path));

/** The records of earlier cases, where several can be chosen. */
export const idsOf = (...nodes: readonly string[]): string =>
	`={{ [${nodes.map((node) => `$('${node}').first().json.id`).join(', ')}] }}`;

/** A problem unless there are so many records. */
export const counts =
	(expected: number): Check =>
	(records) =>
		records.length === expected ? undefined : `${records.length} records, not ${expected}`;

/** A problem unless one of the records has this value. */
export const includes =
	(member: string, value: unknown): Check =>
	(records) =>
		records.some((one) => one[member] === value)
			? undefined
			: `none has ${member} ${JSON.stringify(value)}`;

/** A problem unless a record has the other one, or its ID, as a member. */
export const refersTo =
	(member: string, name: string): Check =>
	([first = {}]) => {
		const value = first[member];
		const found = value !== null && typeof value === 'object' ? (value as IDataObject).name : value;
		return found === name ? undefined : `${member} is ${JSON.stringify(found)}, not ${name}`;
	};
