import type { INodeProperties } from 'n8n-workflow';

import type { Vendor } from '../define/vendor';
import type { Fields } from '../define/fields';
import { extrasName } from '../define/operation';
import { byLabel, parameterOf } from './parameter';
import { authentication } from './properties';

/** The parameters of a vendor's trigger node, made afresh: n8n adds the polling times to this array. */
export function triggerPropertiesOf(vendor: Vendor): INodeProperties[] {
	const events = [...vendor.events].sort((a, b) => a.name.localeCompare(b.name));
	const [{ value: first }] = events;
	return [
		...authentication(vendor),
		{
			displayName: 'Event',
			name: 'event',
			type: 'options',
			noDataExpression: true,
			options: events.map(({ name, value, description }) => ({ name, value, description })),
			default: first,
		},
		...events.flatMap(({ value, filters = {} }) => filtersOf(value, filters)),
	];
}

/** The fields by which a vendor's events can be narrowed, for the pickers behind them. */
export const eventFields = ({ events }: Vendor): Fields[] =>
	events.map(({ filters = {} }) => filters);

function filtersOf(event: string, fields: Fields): INodeProperties[] {
	const options = Object.entries(fields).map(([name, field]) => parameterOf(name, field));
	if (options.length === 0) return [];
	return [
		{
			displayName: 'Filters',
			name: extrasName('Filters'),
			type: 'collection',
			placeholder: 'Add Filter',
			displayOptions: { show: { event: [event] } },
			default: {},
			options: options.sort(byLabel),
		},
	];
}
