import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';

/*
 * The reference shows records with the others inside. On some live accounts a job that is read
 * stands under `job` with bare ids, and the others in lists beside it, and so do appointments in
 * their list. Set `layout` of the account to `beside` for these.
 */

/** The lists beside a record, by the resource in the address of what is in them. */
const SIDES: Readonly<Record<string, string>> = {
	location: 'locations',
	company: 'companies',
	contact: 'contacts',
	user: 'users',
	servicerequest: 'serviceRequests',
};

const isRecord = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts an id in the place of each record that has a list of its own, and the record there. */
function takenOut(value: unknown, sides: Record<string, Row[]>): unknown {
	if (Array.isArray(value)) return value.map((each) => takenOut(each, sides));
	if (!isRecord(value)) return value;
	const resource = /\/(\w+)\/[^/]+$/.exec(String(value.uri ?? ''))?.[1];
	const side = resource === undefined ? undefined : SIDES[resource];
	if (side !== undefined) {
		if (!sides[side].some(({ id }) => id === value.id)) sides[side].push(value);
		return value.id;
	}
	return Object.fromEntries(
		Object.entries(value).map(([name, each]) => [name, takenOut(each, sides)]),
	);
}

const isBeside = ({ store }: SandboxRequest) =>
	store.collection('accounts').all()[0]?.layout === 'beside';

/** An answer with its records as the account has them; `key` is where they stand. */
export function laidOut(request: SandboxRequest, answer: Row, key: string): Row {
	if (!isBeside(request)) return answer;
	const sides = Object.fromEntries(Object.values(SIDES).map((side) => [side, [] as Row[]]));
	const { [key]: records, ...others } = answer;
	return { ...others, [key]: takenOut(records, sides), ...sides };
}

/** A single record: as it is, or under a key with the others beside it. */
export function laidOutAlone(request: SandboxRequest, record: Row, key: string): Row {
	return isBeside(request) ? laidOut(request, { [key]: record }, key) : record;
}
