import type { IDataObject } from 'n8n-workflow';

import type { Fields } from '../../shared/define/fields';
import type { Call } from '../../shared/define/operation';
import type { Route } from '../../shared/define/vendor';
import { bodyOf } from './keeping';

interface Address {
	readonly street?: string;
	readonly unit?: string;
	readonly zip?: string;
}

interface Party {
	readonly name: string;
	readonly address: Address;
	readonly contacts?: ReadonlyArray<{ readonly type: string; readonly value: string }>;
}

type Match = 'address' | 'name' | 'phone';

/** The one customer that has all that was asked for, or a new one. */
export async function findOrCreateCustomer(
	matchOn: readonly Match[],
	given: Party,
	fields: Fields,
	call: Call,
): Promise<IDataObject> {
	const phones = (given.contacts ?? [])
		.filter(({ type }) => type === 'Phone' || type === 'MobilePhone')
		.map(({ value }) => value);
	const byPhone = matchOn.includes('phone');
	if (byPhone && phones.length === 0) {
		throw call.refuse('Match On: there is no phone number under Contacts to look for');
	}
	const byName = matchOn.includes('name');
	const query = {
		...(byName && { name: given.name }),
		...(matchOn.includes('address') && { zip: given.address.zip }),
		// With a name the street is compared here, where case and punctuation do not count.
		...(matchOn.includes('address') && !byName && { street: given.address.street }),
	};
	// A customer's record does not hold the phone numbers, so that ServiceTitan has to compare them.
	const asked = byPhone ? phones.map((phone) => ({ ...query, phone })) : [query];
	const route = 'GET /crm/v2/tenant/{tenant}/customers';
	const lists = await Promise.all(asked.map(async (one) => await call.list(route, { query: one })));
	const body = bodyOf(fields, given);
	const make = async () => await call.send('POST /crm/v2/tenant/{tenant}/customers', { body });
	return await oneOf(lists.flat(), matchOn, given, 'customer', make, call);
}

/** The one location of the customer that has all that was asked for, or a new one. */
export async function findOrCreateLocation(
	matchOn: ReadonlyArray<Exclude<Match, 'phone'>>,
	given: Party & { readonly customerId: string },
	fields: Fields,
	call: Call,
): Promise<IDataObject> {
	const route: Route = 'GET /crm/v2/tenant/{tenant}/locations';
	const query = { customerId: given.customerId };
	const body = bodyOf(fields, given);
	const make = async () => await call.send('POST /crm/v2/tenant/{tenant}/locations', { body });
	return await oneOf(await call.list(route, { query }), matchOn, given, 'location', make, call);
}

/** The vendor's filters find parts of names, so what came is compared again. */
async function oneOf(
	candidates: readonly IDataObject[],
	matchOn: readonly Match[],
	given: Party,
	noun: string,
	make: () => Promise<IDataObject>,
	call: Call,
): Promise<IDataObject> {
	const matches = new Map<unknown, IDataObject>();
	for (const one of candidates) {
		const { name, address } = one as IDataObject & { address?: Address };
		if (matchOn.includes('name') && plain(name) !== plain(given.name)) continue;
		if (matchOn.includes('address') && !isSame(address, given.address)) continue;
		matches.set(one.id, one);
	}
	const [first, ...others] = matches.values();
	if (others.length > 0) {
		throw call.refuse(
			`${matches.size} ${noun}s match: ${[...matches.keys()].join(', ')}`,
			'Match on more, or merge them in ServiceTitan.',
		);
	}
	return first === undefined ? { ...(await make()), found: false } : { ...first, found: true };
}

const isSame = (one: Address = {}, other: Address): boolean =>
	(['street', 'unit', 'zip'] as const).every((part) => plain(one[part]) === plain(other[part]));

/** Case, punctuation and spaces say nothing about who or where it is. */
const plain = (text: unknown): string =>
	String(text ?? '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
