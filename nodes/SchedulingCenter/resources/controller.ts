import { json, number, pick, type Fields } from '../../shared/define/fields';
import {
	create,
	listAll,
	read,
	remove,
	update,
	type Operation,
} from '../../shared/define/operation';
import type { Picker } from '../../shared/define/picker';
import { defineResource, type Resource } from '../../shared/define/resource';
import { unknownRecord } from '../pickers';
import { becomesInactive, listFilters, notices, sameAgain } from './fields';

const { undocumented } = notices;

export interface Controller {
	readonly value: string;
	readonly name: string;
	readonly plural: string;
	/** Its name in paths. */
	readonly controller: string;
	readonly description: string;
	/** The usual actions that it has, all five where left out. */
	readonly actions?: ReadonlyArray<'create' | 'delete' | 'get' | 'getAll' | 'update'>;
	/** Where the record is shown somewhere in the reference. */
	readonly picker?: Picker;
	/** Columns that records show and that seem to be there to be written. */
	readonly columns?: Fields;
	readonly more?: Resource['operations'];
}

/** What is said of every resource of which the vendor documents nothing. */
export const notDocumented = (what: string): string =>
	`${what} (named by the vendor, but not documented)`;

/** The whole record as an object, for controllers whose records are shown nowhere. */
const unknownColumns: Fields = {
	columns: json({
		required: true,
		as: '[]',
		description:
			'An object with the columns to write, by the vendor’s names. Read a record first to see which there are.',
	}),
};

/** The usual operations of a controller that the reference lists by its name and does not describe. */
export function undocumentedOperations({
	value,
	name,
	plural,
	controller,
	actions = ['create', 'delete', 'get', 'getAll', 'update'],
	picker,
	columns = unknownColumns,
}: Omit<Controller, 'description' | 'more'>): Resource['operations'] {
	const noun = lower(name);
	const listed = actions.includes('getAll');
	const own = picker ?? unknownRecord(value, name, plural, `GET /${controller}`);
	const path = {
		id: listed ? pick(own, { required: true }) : number({ required: true, label: 'ID' }),
	};
	const all: { readonly [action: string]: Operation } = {
		create: create({
			action: `Create ${withArticle(noun)}`,
			request: `POST /${controller}`,
			body: columns,
			...undocumented,
		}),
		delete: remove({
			action: `Delete ${withArticle(noun)}`,
			description: becomesInactive('record'),
			request: `DELETE /${controller}/{id}`,
			path,
			...undocumented,
		}),
		get: read({
			action: `Get ${withArticle(noun)}`,
			request: `GET /${controller}/{id}`,
			path,
			...undocumented,
		}),
		getAll: listAll({
			action: `Get many ${lower(plural)}`,
			request: `GET /${controller}`,
			query: listFilters,
			...undocumented,
		}),
		update: update({
			action: `Update ${withArticle(noun)}`,
			description: 'What is not given stays as it is',
			request: `PATCH /${controller}/{id}`,
			path,
			body: columns,
			...sameAgain,
			...undocumented,
		}),
	};
	return Object.fromEntries(actions.map((action) => [action, all[action]]));
}

/** A resource that has nothing but such operations. */
export const undocumentedResource = (controller: Controller): Resource =>
	defineResource({
		value: controller.value,
		name: controller.name,
		description: notDocumented(controller.description),
		operations: { ...undocumentedOperations(controller), ...controller.more },
	});

const lower = (label: string): string =>
	label
		.split(' ')
		.map((word) => (/^[A-Z][a-z]+$/.test(word) ? word.toLowerCase() : word))
		.join(' ');

const withArticle = (noun: string): string => `${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun}`;
