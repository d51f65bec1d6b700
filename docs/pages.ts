import { contracts } from '../test/support/contracts';
import { covered } from '../test/support/covered';
import { operationsOf, pickersIn, requestLine } from '../test/support/definitions';
import { nodes, vendors } from '../test/support/vendors';
import { fieldsOf, type Operation } from '../nodes/shared/define/operation';
import type { Vendor } from '../nodes/shared/define/vendor';
import { labelOf } from '../nodes/shared/emit/parameter';
import { nameOf } from '../nodes/shared/emit/properties';

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
const table = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
	[head, head.map(() => '---'), ...rows]
		.map((row) => `| ${row.map(cell).join(' | ')} |`)
		.join('\n');

const byName = <T extends { name: string }>(a: T, b: T): number => a.name.localeCompare(b.name);

function fieldsCell(operation: Operation): string {
	const entries = Object.entries(fieldsOf(operation));
	const labels = (wanted: boolean) =>
		entries
			.filter(([, { required, shown }]) => (required || Boolean(shown)) === wanted)
			.map(([key, field]) => labelOf(key, field));
	const [alone, waiting] = [labels(true), labels(false)];
	return [
		...(alone.length > 0 ? [`**${alone.join('**, **')}**`] : []),
		...(waiting.length > 0 ? [waiting.join(', ')] : []),
	].join(', ');
}

/** The vendor's action nodes: what they are called, and which resources each has. */
const nodesOf = ({ api }: Vendor): Array<{ label: string; resources: Set<unknown> }> =>
	Object.values(nodes)
		.filter(({ description: { credentials = [] } }) =>
			credentials.some(({ name }) => name in api.credentials),
		)
		.flatMap(({ description: { displayName, properties } }) => {
			const selector = properties.find(({ name }) => name === 'resource');
			if (selector === undefined) return [];
			const resources = (selector.options ?? []).map(
				(option) => (option as { value: string }).value,
			);
			return [{ label: displayName, resources: new Set<unknown>(resources) }];
		});

interface Endpoint {
	readonly method: string;
	readonly path: string;
	/** How sure the documents are of it, where they are of different worth: `stated`, `seen-in-code`, `inferred`. */
	readonly confidence?: string;
}

/** How sure each call of a vendor is, by its route; empty where its contract does not say. */
function confidenceOf(vendor: Vendor): ReadonlyMap<string, string> {
	const [folder] = Object.entries(vendors).find(([, one]) => one === vendor) ?? [];
	const { endpoints = [] } = contracts[folder ?? ''] ?? {};
	return new Map(
		(endpoints as readonly Endpoint[]).flatMap(({ method, path, confidence }) =>
			confidence === undefined ? [] : [[`${method} ${path}`, confidence.replace(/-/g, ' ')]],
		),
	);
}

const sentence = (text: string): string => `${text.replace(/\.$/, '')}.`;

/** Documented calls that no operation makes, each with the one that does the same. */
function coveredBy(vendor: Vendor): string[] {
	const folder = Object.keys(vendors).find((name) => vendors[name] === vendor) ?? '';
	const routes = Object.entries(covered[folder] ?? {});
	if (routes.length === 0) return [];
	const rows = routes.map(([route, server]) => [
		`\`${route}\``,
		server.includes(' ') ? server : `\`${server}\``,
	]);
	const text = 'Where the vendor documents several calls for the same thing, one operation serves.';
	return [`## Other calls\n\n${text}\n\n${table(['Call', 'Served by'], rows)}`];
}

/** The page of a vendor, made from its definitions: what the node can do, and what each operation sends. */
export function pageOf(vendor: Vendor): string {
	const actionNodes = nodesOf(vendor);
	const place = (resource: string): string => {
		const [node] = actionNodes.filter(({ resources }) => resources.has(resource));
		return actionNodes.length > 1 && node !== undefined ? ` In the node ${node.label}.` : '';
	};
	const confidence = confidenceOf(vendor);
	const sure = (cellText: string): string[] => (confidence.size > 0 ? [cellText] : []);
	const resources = [...vendor.resources].sort(byName).map((resource) => {
		const { value: resourceValue, name, description, operations } = resource;
		const rows = Object.entries(operations)
			.map(([value, operation]) => [
				nameOf(value, operation),
				operation.description ?? operation.action,
				`\`${operation.request}\`${operation.run === undefined ? '' : ' and others'}`,
				fieldsCell(operation),
				...sure(confidence.get(operation.request) ?? ''),
			])
			.sort(([a], [b]) => a.localeCompare(b));
		return `### ${name}\n\n${sentence(description)}${place(resourceValue)}\n\n${table(['Operation', 'What it does', 'Request', 'Fields (needed ones in bold)', ...sure('Confidence')], rows)}`;
	});
	const events = [...vendor.events]
		.sort(byName)
		.map((event) => {
			const requests = [...('on' in event ? [event.on.request] : []), event.request];
			return [event.name, event.description, requests.map((one) => `\`${one}\``).join(', ')];
		});
	const pickers = pickersIn(vendor)
		.sort(byName)
		.map(({ name, search, find, within }) => [
			name,
			`\`${search}\``,
			find === undefined ? 'in the rows that were read' : 'at the vendor',
			Object.keys(within ?? {}).join(', '),
		]);
	const credentials = Object.entries(vendor.api.credentials).map(([type, label]) => [
		label,
		`\`${type}\``,
	]);
	return [
		`# ${vendor.name}`,
		'Made from the definitions by `npm run docs`; do not edit by hand.',
		`## Credentials\n\n${table(['Sign-in', 'Credential type'], credentials)}`,
		`## Operations\n\n${actionNodes.length > 1 ? `The nodes ${actionNodes.map(({ label }) => label).join(' and ')} have` : 'The node has'} ${operationsOf(vendor).length} operations and one for requests of your own.`,
		...sure(
			'Confidence says how the request is known: stated by the vendor, seen in public code that makes it, or inferred.',
		),
		...resources,
		...coveredBy(vendor),
		`## Trigger\n\n${table(['Event', 'When it fires', 'Request'], events)}`,
		`## Pickers\n\n${table(['Record', 'List', 'Search', 'Narrowed by'], pickers)}`,
		'',
	]
		.join('\n\n')
		.replace(/\n+$/, '\n');
}

/** One line an operation, to lay beside the vendor's reference. */
export const requestsOf = (vendor: Vendor): string =>
	`${operationsOf(vendor).map(requestLine).join('\n')}\n`;

/** `ServiceTitan` to `servicetitan.md`, `SchedulingCenter` to `scheduling-center.md`. */
export const fileOf = ({ name }: Vendor): string => `${name.toLowerCase().replace(/ /g, '-')}.md`;
