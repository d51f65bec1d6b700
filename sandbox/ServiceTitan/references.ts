import { wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { SandboxRequest } from '../core/vendor';

/** The collection that a member of that name points into, alone (`jobId`) or as a list (`jobIds`). */
const REFERENCES: Readonly<Record<string, string>> = {
	appointmentId: 'appointments',
	businessUnitId: 'businessUnits',
	campaignId: 'campaigns',
	customerId: 'customers',
	jobId: 'jobs',
	jobTypeId: 'jobTypes',
	locationId: 'locations',
	projectId: 'projects',
	tagTypeId: 'tagTypes',
	technicianId: 'technicians',
};

/** Further ones, which hold in the bodies of one part of the API. */
export type References = Readonly<Record<string, string | undefined>>;

/**
 * Refuses a body whose members, at any depth, name records that do not exist. Inferred: the documents
 * have a 400 for "validation errors" and do not list them.
 */
export function requireAll(store: Store, body: unknown, own: References = {}): void {
	const known: References = { ...REFERENCES, ...own };
	walk(body, '');

	function walk(value: unknown, at: string): void {
		if (Array.isArray(value)) value.forEach((one, index) => walk(one, `${at}[${index}]`));
		else if (typeof value === 'object' && value !== null) {
			for (const [name, member] of Object.entries(value as Row)) {
				const path = at ? `${at}.${name}` : name;
				if (Array.isArray(member)) check(path, name.replace(/s$/, ''), member);
				else check(path, name, [member]);
				walk(member, path);
			}
		}
	}

	function check(path: string, name: string, ids: readonly unknown[]): void {
		const collection = Object.hasOwn(known, name) ? known[name] : undefined;
		if (collection === undefined) return;
		for (const id of ids) {
			if (id === null || id === undefined || typeof id === 'object') continue;
			if (!store.collection(collection).get(id)) {
				const { noun } = store.collection(collection);
				throw wrongValue(path, `${noun} ${String(id)} does not exist`);
			}
		}
	}
}

/** The members of a body that name records must name some that exist. */
export function requireReferences(
	{ store, body }: Pick<SandboxRequest, 'store' | 'body'>,
	references: Readonly<Record<string, string>>,
): void {
	for (const [name, collection] of Object.entries(references)) {
		const id = body[name];
		if (id === undefined || id === null) continue;
		if (!store.collection(collection).get(id)) {
			throw wrongValue(name, `${store.collection(collection).noun} ${String(id)} does not exist`);
		}
	}
}
