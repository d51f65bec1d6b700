import type { Field, Fields } from '../../nodes/shared/define/fields';
import type { Operation } from '../../nodes/shared/define/operation';
import type { Always, Vendor } from '../../nodes/shared/define/vendor';

/** `lines[].amount`, `lines.amount` and `lines[amount]` are ways to write the same member. */
export const member = (name: string): string =>
	name.replace(/\[\d*\]/g, '').replace(/\[(\w+)\]/g, '.$1');

/** Placeholders are named differently in documents of different years, so only their places count. */
export const plain = (route: string): string => route.replace(/\{[^}]+\}/g, '{}');

const fixed = (always: Always | undefined): string[] =>
	Object.keys(typeof always === 'function' ? always(0, {}) : (always ?? {}));

/** Whatever is asked of it, it is there: stands for a credential that is filled in, or a page with another after it. */
const full = (value: unknown): object => new Proxy({}, { get: () => value });

/** What is asked for to get the pages of a list, those after the first included. */
function paged(vendor: Vendor, { returns, paging = vendor.api.paging }: Operation): string[] {
	if (returns !== 'many') return [];
	const first = paging.first(10, true);
	const answer = { status: 200, headers: {}, body: full(true) };
	const { next } = paging.read(answer, first, []);
	return [
		...Object.keys({ ...first, ...paging.at?.(2, 10), ...next }),
		...fixed(vendor.api.everyList?.(full('x') as { [name: string]: string })),
	];
}

/** Names with the members of groups. A field of another kind holds all that is documented beneath its name. */
function namesOf(fields: Fields, before = ''): Array<[name: string, whole: boolean]> {
	return Object.entries(fields).flatMap(([key, field]: [string, Field]) =>
		[field.as ?? key, ...(field.also === undefined ? [] : [field.also])].flatMap((name) => {
			const here = member(`${before}${name}`);
			return [
				[here, field.fields === undefined] as [string, boolean],
				...Object.keys(field.along ?? {}).map((other): [string, boolean] => [other, true]),
				...namesOf(field.fields ?? {}, `${here}.`),
			];
		}),
	);
}

type Place = 'path' | 'query' | 'body' | 'form';

/** Says of a documented parameter whether one of these operations sends it. */
export function sentBy(
	vendor: Vendor,
	operations: readonly Operation[],
	places: readonly Place[] = ['query', 'body', 'form'],
): (name: string) => boolean {
	const given = operations.flatMap((operation) => [
		...places.flatMap((place) => namesOf(operation[place])),
		...[
			...fixed(operation.always.query),
			...fixed(operation.always.body),
			...paged(vendor, operation),
			...(operation.rounds?.({}) ?? []).flatMap((round) => Object.keys(round)),
		].map((name): [string, boolean] => [name, true]),
	]);
	const names = new Set(given.map(([name]) => name));
	const wholes = new Set(given.filter(([, whole]) => whole).map(([name]) => name));
	return (parameter) => {
		const name = member(parameter);
		const parts = name.split('.');
		const above = parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
		return (
			names.has(name) ||
			// A structure is sent where one of its members is.
			given.some(([one]) => one.startsWith(`${name}.`)) ||
			above.some((one) => wholes.has(one))
		);
	};
}
