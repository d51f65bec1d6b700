import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { standsAlone } from '../define/fields';
import { extrasName, fieldsOf, type Operation } from '../define/operation';
import type { Resource } from '../define/resource';
import type { Vendor } from '../define/vendor';
import { resourcesOf } from './customRequest';
import { fold } from './fold';
import { byLabel, parameterOf } from './parameter';
import { titleOf } from './words';

const byName = <T extends { name: string }>(a: T, b: T): number => a.name.localeCompare(b.name);

/** Every parameter of a vendor's node, made afresh: n8n writes into this array when it loads a node. */
export function propertiesOf(vendor: Vendor): INodeProperties[] {
	const resources = [...resourcesOf(vendor)].sort(byName);
	const [{ value: first }] = resources;
	return [
		...authentication(vendor),
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value, description }) => ({ name, value, description })),
			default: first,
		},
		...resources.map(operationSelector),
		...fold(
			resources.flatMap((resource) =>
				Object.entries(resource.operations).flatMap(([value, operation]) =>
					parametersOf(vendor, resource, value, operation).map((parameter) => ({
						resource: resource.value,
						operation: value,
						parameter,
					})),
				),
			),
		),
	];
}

/** The choice between credential types, for vendors that have more than one. */
export function authentication({ api }: Vendor): INodeProperties[] {
	const types = Object.entries(api.credentials);
	if (types.length < 2) return [];
	const [[first]] = types;
	return [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: types.map(([value, name]) => ({ name, value })).sort(byName),
			default: first,
		},
	];
}

function operationSelector(resource: Resource): INodeProperties {
	const options: INodePropertyOptions[] = Object.entries(resource.operations)
		.map(([value, operation]) => ({
			name: nameOf(value, operation),
			value,
			action: operation.action,
			description: operation.description ?? operation.action,
		}))
		.sort(byName);
	const [{ value: first }] = options;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options,
		default: first,
	};
}

/** What the operation drop-down calls an operation. */
export const nameOf = (value: string, { name }: Operation): string =>
	name ?? (value === 'getAll' ? 'Get Many' : titleOf(value));

/** What must be given stands on its own; what may be given waits in one drop-down. */
function parametersOf(
	vendor: Vendor,
	resource: Resource,
	value: string,
	operation: Operation,
): INodeProperties[] {
	const entries = Object.entries(fieldsOf(operation));
	const alone = entries.filter(([, field]) => standsAlone(field));
	const waiting = entries.filter(([, field]) => !standsAlone(field));
	const extras = waiting.map(([name, field]) => parameterOf(name, field));
	const ours = engineOptions(vendor, operation);
	const merged = operation.extras === 'Options';
	const simple = resource.simple !== undefined && (value === 'get' || operation.returns === 'many');
	return [
		...(operation.notice === undefined ? [] : [notice(operation.notice)]),
		...alone.map(([name, field]) => parameterOf(name, field)),
		...(operation.returns === 'many' ? LENGTH : []),
		...(simple ? [SIMPLIFY] : []),
		...(operation.returns === 'file' ? [FILE_FIELD] : []),
		...(!merged && extras.length > 0 ? [collection(operation.extras, extras)] : []),
		collection('Options', merged ? [...extras, ...ours] : ours),
	];
}

/** Options that every operation has, because the engine and not the vendor offers them. */
function engineOptions({ api }: Vendor, { returns }: Operation): INodeProperties[] {
	const hasDates = api.isoDates !== undefined && (returns === 'one' || returns === 'many');
	return [
		...(hasDates
			? [
					{
						displayName: 'Dates as ISO 8601',
						name: 'isoDates',
						type: 'boolean' as const,
						default: true,
						description:
							'Whether to give dates as ISO 8601 text instead of the way the vendor writes them',
					},
				]
			: []),
		{
			displayName: 'Items at Once',
			name: 'itemsAtOnce',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 20 },
			default: 5,
			description:
				'How many input items are worked on at the same time. Output keeps the order of the input.',
		},
	];
}

const notice = (text: string): INodeProperties => ({
	displayName: text,
	name: 'notice',
	type: 'notice',
	default: '',
});

const LENGTH: readonly INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

const SIMPLIFY: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const FILE_FIELD: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'fileField',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the output binary field to put the file in',
};

const PLACEHOLDERS = {
	Filters: 'Add Filter',
	Options: 'Add option',
	'Additional Fields': 'Add Field',
	'Update Fields': 'Add Field',
} as const;

const collection = (
	displayName: Operation['extras'],
	options: INodeProperties[],
): INodeProperties => ({
	displayName,
	name: extrasName(displayName),
	type: 'collection',
	placeholder: PLACEHOLDERS[displayName],
	default: {},
	options: [...options].sort(byLabel),
});
