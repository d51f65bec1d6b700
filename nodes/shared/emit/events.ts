import type { INodeProperties } from 'n8n-workflow';

import type { PollEvent } from '../define/event';
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
		...collections('Filters', 'Add Filter', events, filtersOf),
		...collections('Options', 'Add option', events, (event) => optionsOf(vendor, event)),
	];
}

/** The fields by which a vendor's events can be narrowed, for the pickers behind them. */
export const eventFields = ({ events }: Vendor): Fields[] =>
	events.map(({ filters = {} }) => filters);

/** A collection for each event, written once for all events that have the same one. */
function collections(
	displayName: 'Filters' | 'Options',
	placeholder: string,
	events: readonly PollEvent[],
	optionsFor: (event: PollEvent) => INodeProperties[],
): INodeProperties[] {
	const alike = new Map<string, { shown: string[]; options: INodeProperties[] }>();
	for (const event of events) {
		const options = optionsFor(event).sort(byLabel);
		if (options.length === 0) continue;
		const key = JSON.stringify(options);
		const same = alike.get(key) ?? { shown: [], options };
		same.shown.push(event.value);
		alike.set(key, same);
	}
	return [...alike.values()].map(({ shown, options }) => ({
		displayName,
		name: extrasName(displayName),
		type: 'collection',
		placeholder,
		displayOptions: { show: { event: shown } },
		default: {},
		options,
	}));
}

const filtersOf = ({ filters = {} }: PollEvent): INodeProperties[] =>
	Object.entries(filters).map(([name, field]) => parameterOf(name, field));

/** What the engine offers with an event, by how it finds out what is new. */
function optionsOf({ resources }: Vendor, event: PollEvent): INodeProperties[] {
	const { simple } = resources.find(({ value }) => value === event.resource) ?? {};
	return [
		RECORDS_PER_POLL,
		// A snapshot knows no past, and a queue has only what waits: what is seen first is where it starts.
		...('finds' in event || 'clear' in event ? [] : [START_FROM, START_MOMENT]),
		...('overlapSeconds' in event && !('finds' in event) ? [overlap(event.overlapSeconds)] : []),
		...(simple === undefined ? [] : [SIMPLIFY]),
	];
}

const RECORDS_PER_POLL: INodeProperties = {
	displayName: 'Records per Poll',
	name: 'recordsPerPoll',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1000,
	description:
		'Most records that one poll hands over; the earliest come first, the others with the next polls. An export feed gives whole pages. A test in the editor shows as many, or 5 where this is not set.',
};

const START_FROM: INodeProperties = {
	displayName: 'Start From',
	name: 'startFrom',
	type: 'options',
	options: [
		{ name: 'A Moment', value: 'moment', description: 'Changes since the Start Moment' },
		{ name: 'Everything', value: 'everything', description: 'All records that there are, too' },
		{ name: 'Now', value: 'now', description: 'Only changes from the first poll on' },
	],
	default: 'now',
	description: 'Which changes come first. Changing it starts the trigger anew.',
};

const START_MOMENT: INodeProperties = {
	displayName: 'Start Moment',
	name: 'startMoment',
	type: 'dateTime',
	default: '',
	description: 'The earliest change that is handed over, where Start From is A Moment',
};

const overlap = (seconds: number): INodeProperties => ({
	displayName: 'Overlap',
	name: 'overlap',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: Math.ceil(seconds / 60),
	description:
		'Minutes that each poll looks back over again, for records that are listed late. Nothing comes twice by it, and less than the default has no effect.',
});

const SIMPLIFY: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
