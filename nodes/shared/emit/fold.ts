import type { INodeProperties } from 'n8n-workflow';

export interface Placed {
	readonly resource: string;
	readonly operation: string;
	readonly parameter: INodeProperties;
}

interface Use {
	readonly parameter: INodeProperties;
	readonly byResource: Map<string, Set<string>>;
}

/**
 * Writes each different parameter once, shown for all the operations that use it.
 *
 * The editor looks at every parameter of a node on every key the user presses, so a node with a
 * parameter per operation grows slow to type in. n8n shows a parameter for every pair of the
 * resources and operations it lists, so two uses are only joined where that makes no pair that
 * neither of them had. `placed` holds the parameters of one operation after the other, each in the
 * order in which the user should see them, and that order is kept.
 */
export function fold(placed: readonly Placed[]): INodeProperties[] {
	const uses = new Map<string, Use>();
	const chains: string[][] = [];
	let last: Placed | undefined;
	for (const one of placed) {
		const key = JSON.stringify(one.parameter);
		const use = uses.get(key) ?? { parameter: one.parameter, byResource: new Map() };
		uses.set(key, use);
		use.byResource.set(
			one.resource,
			(use.byResource.get(one.resource) ?? new Set<string>()).add(one.operation),
		);
		if (last?.resource !== one.resource || last.operation !== one.operation) chains.push([]);
		chains[chains.length - 1].push(key);
		last = one;
	}
	return inOrder(chains).flatMap((key) => split(uses.get(key) as Use));
}

function split({ parameter, byResource }: Use): INodeProperties[] {
	const groups = new Map<string, { operation: string[]; resource: string[] }>();
	for (const [resource, operations] of byResource) {
		const operation = [...operations].sort();
		const group = groups.get(operation.join()) ?? { operation, resource: [] };
		group.resource.push(resource);
		groups.set(operation.join(), group);
	}
	return [...groups.values()].map(({ operation, resource }) => ({
		...parameter,
		displayOptions: {
			...parameter.displayOptions,
			show: { resource, operation, ...parameter.displayOptions?.show },
		},
	}));
}

/** One order that agrees with every chain; where two chains disagree, the first one seen decides. */
function inOrder(chains: readonly string[][]): string[] {
	const before = new Map<string, Set<string>>();
	for (const chain of chains) {
		chain.forEach((key, i) => {
			const earlier = before.get(key) ?? new Set<string>();
			if (i > 0) earlier.add(chain[i - 1]);
			before.set(key, earlier);
		});
	}
	const ordered: string[] = [];
	const state = new Map<string, 'open' | 'done'>();
	const visit = (key: string): void => {
		if (state.has(key)) return;
		state.set(key, 'open');
		before.get(key)?.forEach(visit);
		state.set(key, 'done');
		ordered.push(key);
	};
	[...before.keys()].forEach(visit);
	return ordered;
}
