import type { INodeProperties } from 'n8n-workflow';

import type { PollEvent } from '../define/event';
import type { Vendor } from '../define/vendor';
import { standsAlone, type Fields } from '../define/fields';
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
		...needed(events),
		...collections('Filters', 'Add Filter', events, filtersOf),
		...collections('Options', 'Add option', events, (event) => optionsOf(vendor, event)),
	];
}

/** The fields by which a vendor's events can be narrowed, for the pickers behind them. */
export const eventFields = ({ events }: Vendor): Fields[] =>
	events.map(({ filters = {} }) => filters);

/** What each event is given, written once for all events that are given the same. */
function alike<Given>(
	events: readonly PollEvent[],
	givenTo: (event: PollEvent) => readonly Given[],
): Array<{ given: Given; displayOptions: INodeProperties['displayOptions'] }> {
	const found = new Map<string, { given: Given; event: string[] }>();
	for (const event of events) {
		for (const given of givenTo(event)) {
			const key = JSON.stringify(given);
			const same = found.get(key) ?? { given, event: [] };
			same.event.push(event.value);
			found.set(key, same);
		}
	}
	return [...found.values()].map(({ given, event }) => ({
		given,
		displayOptions: { show: { event } },
	}));
}

/** The fields without which an event cannot be asked for. */
const needed = (events: readonly PollEvent[]): INodeProperties[] =>
	alike(events, ({ filters = {} }) =>
		Object.entries(filters)
			.filter(([, field]) => standsAlone(field))
			.map(([name, field]) => parameterOf(name, field)),
	).map(({ given, displayOptions }) => ({ ...given, displayOptions }));

function collections(
	displayName: 'Filters' | 'Options',
	placeholder: string,
	events: readonly PollEvent[],
	optionsFor: (event: PollEvent) => INodeProperties[],
): INodeProperties[] {
	return alike(events, (event) => {
		const options = optionsFor(event).sort(byLabel);
		return options.length === 0 ? [] : [options];
	}).map(({ given: options, displayOptions }) => ({
		displayName,
		name: extrasName(displayName),
		type: 'collection',
		placeholder,
		displayOptions,
		default: {},
		options,
	}));
}

const filtersOf = ({ filters = {} }: PollEvent): INodeProperties[] =>
	Object.entries(filters)
		.filter(([, field]) => !standsAlone(field))
		.map(([name, field]) => parameterOf(name, field));

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
