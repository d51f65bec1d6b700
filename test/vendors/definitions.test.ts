import type { Fields } from '../../nodes/shared/define/fields';
import { fieldsOf } from '../../nodes/shared/define/operation';
import { resourcesOf } from '../../nodes/shared/emit/customRequest';
import type { Vendor } from '../../nodes/shared/define/vendor';
import { split } from '../../nodes/shared/http/client';
import { allFields, operationsOf } from '../support/definitions';
import { nodes, vendors } from '../support/vendors';

/** Names that the engine uses itself beside an operation's fields. */
const TAKEN = [
	'additionalFields',
	'authentication',
	'fileField',
	'filters',
	'limit',
	'notice',
	'operation',
	'options',
	'resource',
	'returnAll',
	'simplify',
	'updateFields',
];

describe.each(Object.entries(vendors))('%s', (folder, vendor: Vendor) => {
	const operations = operationsOf(vendor);

	it('has a field or a credential value for every placeholder', () => {
		const credential = new Proxy({}, { get: () => 'x' });
		const filled = Object.keys(vendor.api.placeholders?.(credential) ?? {});
		for (const { name, operation } of operations) {
			const [, path] = split(operation.request);
			const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, placeholder]) => placeholder);
			const given = Object.entries(operation.path).map(([key, field]) => field.as ?? key);
			expect([name, [...given].sort()]).toEqual([
				name,
				wanted.filter((placeholder) => !filled.includes(placeholder)).sort(),
			]);
		}
	});

	it('uses no field name twice in an operation, and none of the engine’s own', () => {
		for (const { name, operation } of operations) {
			const { path, query, body, form } = operation;
			const keys = [path, query, body, form].flatMap((part) => Object.keys(part));
			expect([name, keys.filter((key, i) => keys.indexOf(key) !== i)]).toEqual([name, []]);
			expect([name, keys.filter((key) => TAKEN.includes(key))]).toEqual([name, []]);
		}
	});

	it('begins every action with a verb and every description of a switch with "Whether"', () => {
		for (const { name, operation } of operations) {
			expect(operation.action).toMatch(/^[A-Z][a-z]+ \S/);
			for (const [key, field] of allFields(operation)) {
				if (field.kind !== 'flag' || field.description === undefined) continue;
				expect([name, key, field.description.slice(0, 8)]).toEqual([name, key, 'Whether ']);
			}
		}
	});

	it('has no bare ID where a record can be chosen', () => {
		const bare = operations.flatMap(({ name, operation }) =>
			Object.entries(fieldsOf(operation))
				.filter(([key, { kind }]) => /[a-z]Id$/.test(key) && ['text', 'number'].includes(kind))
				.map(([key]) => `${name} ${key}`),
		);
		expect(bare).toEqual([]);
	});

	it('has a method behind every picker and every dropdown', () => {
		const own = Object.entries(nodes).filter(([className]) => className.startsWith(folder));
		for (const [, node] of own) {
			const text = JSON.stringify(node.description.properties);
			for (const [, method] of text.matchAll(/"searchListMethod":"(\w+)"/g)) {
				expect(node.methods?.listSearch).toHaveProperty(method);
			}
			for (const [, method] of text.matchAll(/"loadOptionsMethod":"(\w+)"/g)) {
				expect(node.methods?.loadOptions).toHaveProperty(method);
			}
		}
	});

	it('has pickers that each have one meaning', () => {
		const meanings = new Map<string, string>();
		for (const { operation } of operations) {
			for (const [, { picker }] of allFields(operation)) {
				if (picker === undefined) continue;
				const known = meanings.get(picker.value) ?? picker.search;
				expect([picker.value, known]).toEqual([picker.value, picker.search]);
				meanings.set(picker.value, picker.search);
			}
		}
	});

	it('offers a custom request, which begins as a call that the vendor has', () => {
		const offered = resourcesOf(vendor).find(({ value }) => value === 'customRequest');
		for (const { query = {} } of Object.values(offered?.operations ?? {})) {
			const { method, route } = query as Fields;
			expect(`${String(method.default)} ${route.placeholder}`).toBe(vendor.api.check);
		}
		expect(Object.keys(offered?.operations ?? {})).toEqual(['download', 'send']);
	});

	it('has a trigger for new and for changed records, which says what it does', () => {
		const names = vendor.events.map(({ value }) => value);
		expect(names.some((name) => name.endsWith('Created'))).toBe(true);
		expect(names.some((name) => name.endsWith('Updated'))).toBe(true);
		for (const { description } of vendor.events) expect(description.length).toBeGreaterThan(15);
	});
});
