import type {
	INodeProperties,
	INodePropertyMode,
	INodePropertyOptions,
	NodePropertyTypes,
} from 'n8n-workflow';

import type { Field, FieldKind, Fields } from '../define/fields';
import type { Picker } from '../define/picker';
import { inSentence, optionsMethod, searchMethod, titleOf, withArticle } from './words';

const TYPES: { readonly [kind in FieldKind]: NodePropertyTypes } = {
	text: 'string',
	number: 'number',
	flag: 'boolean',
	dateTime: 'dateTime',
	date: 'dateTime',
	choice: 'options',
	choices: 'multiOptions',
	json: 'json',
	list: 'string',
	group: 'fixedCollection',
	groups: 'fixedCollection',
	picker: 'resourceLocator',
	dropdown: 'options',
	pickers: 'multiOptions',
	file: 'string',
};

/** Under this name a fixed collection of n8n keeps the members of a group. */
export const MEMBERS = 'values';

export const byLabel = (a: { displayName: string }, b: { displayName: string }): number =>
	a.displayName.localeCompare(b.displayName);

/** What the user sees above a field, and reads in messages about it. */
export function labelOf(key: string, field: Field): string {
	const label = field.label ?? titleOf(key);
	// n8n's own words for dropdowns that are filled from the account, known to every n8n user.
	if (field.kind === 'dropdown') return `${label} Name or ID`;
	if (field.kind === 'pickers') return `${label} Names or IDs`;
	return label;
}

/** As n8n's guidelines have examples written; that of an email address speaks for itself. */
const exampleOf = (value: string): string => (value.includes('@') ? value : `e.g. ${value}`);

/** A field as n8n's editor wants it described. */
export function parameterOf(name: string, field: Field): INodeProperties {
	return {
		displayName: labelOf(name, field),
		name,
		type: TYPES[field.kind],
		...(field.required && { required: true }),
		default: defaultOf(field),
		...(field.placeholder !== undefined && { placeholder: exampleOf(field.placeholder) }),
		...describe(field),
		...byKind(name, field),
	};
}

const FROM_LIST =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';
const FROM_LIST_MANY =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

function describe({ kind, description }: Field): { description?: string } {
	const also = (sentence: string) => ({
		description: description === undefined ? sentence : `${description}. ${sentence}.`,
	});
	if (kind === 'dropdown') return also(FROM_LIST);
	if (kind === 'pickers') return also(FROM_LIST_MANY);
	if (kind === 'list') return also('Separate several with commas');
	return description === undefined ? {} : { description };
}

function byKind(name: string, field: Field): Partial<INodeProperties> {
	const { kind, picker, fields, rows } = field;
	if (rows !== undefined) return { typeOptions: { rows } };
	if (field.secret) return { typeOptions: { password: true } };
	if (kind === 'date') return { typeOptions: { dateOnly: true } };
	if (field.choices !== undefined) return { options: choicesOf(field) };
	if (picker !== undefined) return pickerOf(kind, picker);
	if (fields !== undefined) return membersOf(kind, labelOf(name, field), fields);
	return {};
}

const choicesOf = (field: Field): INodePropertyOptions[] =>
	[...(field.choices ?? [])].sort((a, b) => a.name.localeCompare(b.name));

function pickerOf(kind: FieldKind, picker: Picker): Partial<INodeProperties> {
	const parents = [
		...Object.keys(picker.within ?? {}),
		...(picker.kinds === undefined ? [] : [picker.kinds.field]),
	];
	const dependsOn = parents.length > 0 && { loadOptionsDependsOn: parents };
	if (kind !== 'picker') {
		return { typeOptions: { loadOptionsMethod: optionsMethod(picker.value), ...dependsOn } };
	}
	return { ...(dependsOn && { typeOptions: dependsOn }), modes: modesOf(picker) };
}

type ModeType = INodePropertyMode['type'];

const mode = (
	[displayName, name, type]: readonly [string, string, ModeType],
	more: Omit<INodePropertyMode, 'displayName' | 'name' | 'type'>,
): INodePropertyMode => ({ displayName, name, type, ...more });

const rule = (regex: string, errorMessage: string): Pick<INodePropertyMode, 'validation'> => ({
	validation: [{ type: 'regex', properties: { regex, errorMessage } }],
});

function modesOf({ name, value, id, example, url, findOnly }: Picker): INodePropertyMode[] {
	const noun = inSentence(name);
	const byUrl =
		url !== undefined &&
		mode(['By URL', 'url', 'string'], {
			placeholder: `The address of the ${noun} in your browser`,
			extractValue: { type: 'regex', regex: url },
			// n8n holds the rule against the whole text, and an address may go on after the ID.
			...rule(`${url}.*`, `This is not the address of ${withArticle(noun)}`),
		});
	return [
		mode(['From List', 'list', 'list'], {
			placeholder: `Select ${withArticle(noun)}...`,
			typeOptions: {
				searchListMethod: searchMethod(value),
				searchable: true,
				...(findOnly && { searchFilterRequired: true }),
			},
		}),
		mode(['By ID', 'id', 'string'], {
			placeholder: `e.g. ${example}`,
			...(id !== 'text' && rule('\\s*\\d+\\s*', 'An ID is a number')),
		}),
		...(byUrl ? [byUrl] : []),
	];
}

function membersOf(kind: FieldKind, label: string, fields: Fields): Partial<INodeProperties> {
	const many = kind === 'groups';
	return {
		...(many && { typeOptions: { multipleValues: true } }),
		placeholder: `Add ${label}`,
		options: [
			{
				displayName: label,
				name: MEMBERS,
				values: Object.entries(fields)
					.map(([name, field]) => parameterOf(name, field))
					.sort(byLabel),
			},
		],
	};
}

function defaultOf(field: Field): INodeProperties['default'] {
	const given = field.default;
	if (given !== undefined) return typeof given === 'object' ? [...given] : given;
	switch (field.kind) {
		case 'flag':
			return false;
		case 'number':
			return 0;
		case 'json':
			return '{}';
		case 'group':
		case 'groups':
			return {};
		case 'choices':
		case 'pickers':
			return [];
		case 'picker':
			return { mode: 'list', value: '' };
		case 'choice':
			return choicesOf(field)[0].value;
		case 'file':
			return 'data';
		default:
			return '';
	}
}
