import type { INodeListSearchResult, INodeParameters, INodePropertyOptions } from 'n8n-workflow';
import set from 'lodash/set.js';

import type { ImportedCredential } from '../../../demo/instance.mts';
import type { Rest } from '../rest.mts';
import { ours } from '../workflow.ts';
import type { Place, Shown } from './places.ts';

export interface Row {
	readonly name: string;
	readonly value: string | number;
}

export interface Listing {
	readonly rows: readonly Row[];
	readonly next?: string;
}

/** Values of parameters by their path. */
export type Given = ReadonlyArray<readonly [path: string, value: unknown]>;

/** A node as it stands in a workflow: its type, its credential and what is chosen in it so far. */
export interface NodeAsked {
	readonly rest: Rest;
	readonly node: string;
	readonly credential?: Pick<ImportedCredential, 'id' | 'name' | 'type'>;
}

/** What the editor has of a node's parameters when it asks for a list. */
function parametersOf(shown: Shown, given: Given, type?: string): INodeParameters {
	const parameters: INodeParameters = type === undefined ? {} : { authentication: type };
	for (const [name, [value]] of Object.entries(shown)) parameters[name] = value;
	for (const [path, value] of given) set(parameters, path, value);
	return parameters;
}

/**
 * Asks n8n for the list behind a parameter, by the way that its editor asks.
 * @throws with n8n's answer where it refuses
 */
export async function ask(
	{ rest, node, credential }: NodeAsked,
	{ kind, method, path }: Place,
	shown: Shown,
	given: Given,
	more: { filter?: string; paginationToken?: string } = {},
): Promise<Listing> {
	const body = {
		nodeTypeAndVersion: { name: ours(node), version: 1 },
		path: `parameters.${path}`,
		methodName: method,
		currentNodeParameters: parametersOf(shown, given, credential?.type),
		...(credential && {
			credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		}),
	};
	if (kind === 'options') {
		const rows = await rest.post<INodePropertyOptions[]>('dynamic-node-parameters/options', body);
		return { rows: rows as Row[] };
	}
	const { results, paginationToken } = await rest.post<INodeListSearchResult>(
		'dynamic-node-parameters/resource-locator-results',
		{ ...body, ...more },
	);
	return {
		rows: results as Row[],
		...(typeof paginationToken === 'string' && { next: paginationToken }),
	};
}

/** How the editor keeps what was chosen from a list. */
export const chosen = ({ kind }: Pick<Place, 'kind'>, { name, value }: Row): unknown =>
	kind === 'search' ? { __rl: true, mode: 'list', value, cachedResultName: name } : value;
