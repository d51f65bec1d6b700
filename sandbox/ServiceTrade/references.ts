import { mapValues } from 'lodash';

import { wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';

type Sent = Pick<SandboxRequest, 'store' | 'body'>;

/** The members of a body that name records must name some that exist; a list, all of them. */
export function requireReferences(
	{ store, body }: Sent,
	references: Readonly<Record<string, string>>,
): void {
	for (const [name, collection] of Object.entries(references)) {
		for (const id of [body[name] ?? []].flat()) {
			if (!store.collection(collection).get(id)) {
				throw wrongValue(name, `${store.collection(collection).noun} ${String(id)} does not exist`);
			}
		}
	}
}

/** A list that is set to null has nothing in it. */
export function withoutNullLists(body: Row, names: readonly string[]): Row {
	return mapValues(body, (value, name) => (value === null && names.includes(name) ? [] : value));
}

/** The services that a body names; they must exist and pass. */
export function namedServices(
	{ store, body }: Sent,
	fits: (service: Row) => boolean,
	reason: string,
): Row[] | undefined {
	if (body.serviceRequestIds === undefined) return undefined;
	requireReferences({ store, body }, { serviceRequestIds: 'serviceRequests' });
	const ids = (body.serviceRequestIds ?? []) as unknown[];
	const services = ids.map((id) => store.collection('serviceRequests').require(id));
	const wrong = services.find((service) => !fits(service));
	if (wrong) throw wrongValue('serviceRequestIds', `${String(wrong.id)} ${reason}`);
	return services;
}
