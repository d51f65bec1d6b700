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
 * resources and operations it lists, so uses are only joined where that makes no pair that exists
 * and does not use it; a pair that no resource has can never be chosen, and does no harm. `placed`
 * holds the parameters of one operation after the other, each in the order in which the user should
 * see them, and that order is kept.
 */
export function fold(placed: readonly Placed[]): INodeProperties[] {
	const uses = new Map<string, Use>();
	const chains: string[][] = [];
	const existing = new Map<string, Set<string>>();
	let last: Placed | undefined;
	for (const one of placed) {
		existing.set(
			one.resource,
			(existing.get(one.resource) ?? new Set<string>()).add(one.operation),
		);
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
	return inOrder(chains).flatMap((key) => split(uses.get(key) as Use, existing));
}

interface Shown {
	readonly resources: Set<string>;
	readonly operations: Set<string>;
}

/** As few copies as can be had by taking the resources in turn, each into the first copy that it fits. */
function split(
	{ parameter, byResource }: Use,
	existing: ReadonlyMap<string, ReadonlySet<string>>,
): INodeProperties[] {
	/** Whether no operation of the resource would be among these that does not use the parameter. */
	const isClean = (resource: string, operations: Iterable<string>): boolean => {
		const [used, all] = [byResource.get(resource), existing.get(resource)];
		return [...operations].every((operation) => used?.has(operation) || !all?.has(operation));
	};
	const copies: Shown[] = [];
	for (const [resource, operations] of byResource) {
		const fitting = copies.find(
			(copy) =>
				isClean(resource, copy.operations) &&
				[...copy.resources].every((other) => isClean(other, operations)),
		);
		if (fitting === undefined) {
			copies.push({ resources: new Set([resource]), operations: new Set(operations) });
			continue;
		}
		fitting.resources.add(resource);
		for (const operation of operations) fitting.operations.add(operation);
	}
	return copies.map(({ resources, operations }) => ({
		...parameter,
		displayOptions: {
			...parameter.displayOptions,
			show: {
				resource: [...resources],
				operation: [...operations].sort(),
				...parameter.displayOptions?.show,
			},
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
