import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { checkout, readJson } from '../../../demo/install.mjs';
import type { Picker } from '../../../nodes/shared/define/picker.ts';
import { optionsMethod, searchMethod } from '../../../nodes/shared/emit/words.ts';
import { pickersIn } from '../../support/definitions.ts';
import { vendors as definitions } from '../../support/vendors.ts';
import { wrongId } from '../badInput.mts';
import type { VendorCases } from '../cases/case.ts';
import { unlike } from '../checks.mts';
import { credentialOf } from '../operations.ts';
import type { Rest } from '../rest.mts';
import type { Setting } from '../setting.mts';
import { ours } from '../workflow.ts';
import { ask, type NodeAsked, type Row } from './asking.mts';
import { type Place, type Places, placesIn } from './places.ts';
import { type Found, Reader } from './reader.mts';

import { typedTexts } from './typed.ts';

/** Lists that have nothing to choose from in the sandbox, with the reason. */
const EMPTY: Readonly<Record<string, string>> = {
	'serviceTrade: searchPayment': 'the printed samples of the list show no ID to choose by',
};

/** A node of the package, as the running n8n describes it, and with the methods that it was published with. */
interface TestedNode {
	readonly node: string;
	readonly places: Places;
	readonly methods: readonly string[];
}

const message = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function testedNodes(rest: Rest, url: string): Promise<TestedNode[]> {
	const answer = await rest.visit(`${url}/types/nodes.json`);
	const described = (await answer.json()) as INodeTypeDescription[];
	const manifest = await readJson<{ n8n: { nodes: string[] } }>(join(checkout, 'package.json'));
	const load = createRequire(join(checkout, 'package.json'));
	return (manifest?.n8n.nodes ?? []).map((file) => {
		const [Node] = Object.values(load(`./${file}`) as Record<string, new () => INodeType>);
		const { description, methods = {} } = new Node();
		const node = description.name;
		const known = described.find(({ name }) => name === ours(node));
		if (known === undefined) throw new Error(`n8n has no node ${node}`);
		return {
			node,
			places: placesIn(known),
			methods: [
				...Object.keys(methods.listSearch ?? {}),
				...Object.keys(methods.loadOptions ?? {}),
			],
		};
	});
}

const LABEL = / \(ID: [^)]*\)$/;

/** What somebody would type to find a row: its label, or the words and numbers in it. */
function textsFor({ name }: Row): string[] {
	const label = name.replace(LABEL, '').replace(/^(ID: |#)/, '');
	const words = label.split(/[^\p{L}\p{N}@.-]+/u);
	return [...new Set([label, label.replace(/^.*?: /, ''), ...words])].filter((text) => text !== '');
}

/** A row found again by something that is typed. */
async function typedProblem(
	{ asked, place, shown, given, rows }: Found,
	typed: readonly string[],
): Promise<string | undefined> {
	if (typed.length > 0) {
		for (const filter of typed) {
			if ((await ask(asked, place, shown, given, { filter })).rows.length > 0) return undefined;
		}
		return `nothing is found by typing one of ${typed.slice(0, 5).join(', ')}`;
	}
	const wanted = rows.find(({ name }) => !name.startsWith('ID: '));
	if (wanted === undefined) return undefined;
	const tried: string[] = [];
	for (const filter of textsFor(wanted)) {
		const { rows: found } = await ask(asked, place, shown, given, { filter });
		if (found.some(({ value }) => value === wanted.value)) return undefined;
		tried.push(`"${filter}" gives ${found.length} rows`);
	}
	return `${wanted.name} is not found by typing: ${tried.join(', ')}`;
}

/** A page after the first one, where there is one, has other rows. */
async function nextProblem({ asked, place, shown, given, rows, next }: Found) {
	if (next === undefined) return undefined;
	const more = await ask(asked, place, shown, given, { paginationToken: next });
	const seen = new Set(rows.map(({ value }) => value));
	if (more.rows.length === 0) return 'the second page is empty';
	return more.rows.some(({ value }) => !seen.has(value))
		? undefined
		: 'the second page has the rows of the first';
}

const shapeProblem = (rows: readonly Row[]): string | undefined => {
	const bad = rows.find(
		({ name, value }) =>
			typeof name !== 'string' ||
			name.trim() === '' ||
			!['string', 'number'].includes(typeof value) ||
			value === '',
	);
	return bad && `a row without a name or a value: ${JSON.stringify(bad)}`;
};

interface Tested {
	readonly problems: string[];
	readonly notes: string[];
}

async function testMethod(
	reader: Reader,
	places: readonly Place[],
	picker: Picker | undefined,
	typed: readonly string[],
): Promise<Tested> {
	const problems: string[] = [];
	const notes: string[] = [];
	const note = (problem: string | undefined, good?: string) => {
		if (problem !== undefined) problems.push(problem);
		else if (good !== undefined) notes.push(good);
	};
	const [first] = places;
	if (first === undefined) return { problems: ['no parameter of the node uses it'], notes };
	if (picker?.kinds !== undefined) {
		const place = places.find((one) => reader.kindOf(one) !== undefined) ?? first;
		const kind = reader.kindOf(place);
		if (kind === undefined) return { problems: ['nothing says the kind'], notes };
		for (const value of kind.values.filter((one) => String(one) in (picker.kinds?.pickers ?? {}))) {
			try {
				const found = await reader.fill(place, kind.shown, [[kind.path, value]]);
				note(
					shapeProblem(found.rows) ?? (await nextProblem(found)),
					`${value}: ${found.rows.length}`,
				);
			} catch (error) {
				problems.push(`${kind.name} ${value}: ${message(error)}`);
			}
		}
		return { problems, notes };
	}
	if (first.typedOnly) {
		note(await reader.silence(first));
		const found = await reader.list(first, first.shown);
		note(shapeProblem(found.rows), `${found.rows.length} rows for what is typed`);
		return { problems, notes };
	}
	const found = await anywhere(reader, places);
	const names = new Set(found.given.map(([path]) => path.split('.').at(-1) ?? path));
	const below = names.size > 0 ? ` within ${[...names].join(', ')}` : '';
	note(shapeProblem(found.rows), `${found.rows.length} rows${below}`);
	note(await nextProblem(found), found.next === undefined ? undefined : 'a second page');
	if (first.kind === 'search') note(await typedProblem(found, typed), 'found by typing');
	for (const place of places) {
		for (const { name, parent, shown } of reader.parents(place, place.shown)) {
			if (names.has(name)) continue;
			names.add(name);
			try {
				await reader.below(place, parent, shown);
				notes.push(`narrowed by ${name}`);
			} catch (error) {
				problems.push(`below no ${name}: ${message(error)}`);
			}
		}
	}
	return { problems, notes };
}

/** The first place of a method whose list has something in it. */
async function anywhere(reader: Reader, places: readonly Place[]): Promise<Found> {
	let problem: unknown;
	for (const place of places) {
		try {
			return await reader.list(place, place.shown);
		} catch (error) {
			problem ??= error;
		}
	}
	throw problem instanceof Error ? problem : new Error(String(problem));
}

/** What a list says where there is no credential, and where the vendor refuses it. */
async function testRefusals(
	{ checks }: Setting,
	rest: Rest,
	{ node, places }: TestedNode,
	vendor: VendorCases,
) {
	const [type] = Object.keys(vendor.wrongCredentials);
	const wrong = { id: wrongId(type), name: `Wrong ${type}`, type };
	const { says } = vendor.wrongCredentials[type];
	for (const kind of ['search', 'options'] as const) {
		const place = places.pickers.find(
			(one) => one.kind === kind && one.parents.length === 0 && !one.typedOnly,
		);
		if (place === undefined) continue;
		const refusal = async (asked: NodeAsked) =>
			await ask(asked, place, place.shown, []).then(
				({ rows }) => `${rows.length} rows instead of an error`,
				message,
			);
		await checks.run(`${node}: ${place.method} asks for a credential`, async () =>
			unlike(await refusal({ rest, node }), /credential/i),
		);
		await checks.run(`${node}: ${place.method} says why a credential is refused`, async () =>
			unlike(
				await refusal({ rest, node, credential: wrong }),
				new RegExp(says.source.replace(/^\^/, ''), says.flags),
			),
		);
	}
}

/** Every list behind a parameter of every node, asked for as the editor does it. */
export async function testPickers(setting: Setting, rest: Rest): Promise<void> {
	const { host, vendors, checks } = setting;
	const nodes = await testedNodes(rest, host.instance.url);
	const testVendor = async (vendor: VendorCases) => {
		const main = credentialOf(host, vendor.credential);
		const others = host.credentials.filter(({ type, id }) => type === main.type && id !== main.id);
		const pickers = pickersIn(definitions[vendor.vendor]);
		const { control } = host.sandbox.vendors[vendor.vendor];
		for (const tested of nodes.filter(({ node }) => node.startsWith(vendor.node))) {
			const pickerOf = (method: string) =>
				pickers.find(
					({ value }) => searchMethod(value) === method || optionsMethod(value) === method,
				);
			const typedFor = (method: string) => typedTexts(pickerOf(method), control);
			const reader = new Reader(rest, tested.node, tested.places, [main, ...others], typedFor);
			for (const method of tested.methods) {
				const places = tested.places.pickers.filter((place) => place.method === method);
				const picker = pickerOf(method);
				const typed = typedFor(method);
				const what = `${tested.node}: ${method}`;
				if (what in EMPTY) {
					const problem = await reader.silence(places[0]);
					checks.say(`${what}: nothing, because ${EMPTY[what]}`, problem);
					continue;
				}
				try {
					const { problems, notes } = await testMethod(reader, places, picker, typed);
					checks.say(
						`${what}: ${notes.join(', ')}`,
						problems.length > 0 ? problems.join('; ') : undefined,
					);
				} catch (error) {
					checks.say(what, message(error));
				}
			}
			await testRefusals(setting, rest, tested, vendor);
		}
	};
	await Promise.all(vendors.map(testVendor));
}
