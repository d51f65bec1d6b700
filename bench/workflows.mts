import type { INode } from 'n8n-workflow';

import type { ImportedWorkflow } from '../demo/instance.mts';

/** A node as the bench writes it; the rest is filled in. */
export type Step = Pick<INode, 'name' | 'type' | 'parameters'> & Partial<INode>;

export const OURS = 'n8n-nodes-field-service';

/** A workflow that runs its steps one after the other, each on what the one before handed on. */
export function chain(id: string, steps: readonly Step[]): ImportedWorkflow {
	const start: Step = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} };
	const nodes = [start, ...steps].map(
		(step, i): INode => ({ id: `${id}-${i}`, typeVersion: 1, position: [i * 200, 0], ...step }),
	);
	return {
		id,
		name: id,
		nodes,
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map((node, i) => [
					nodes[i].name,
					{ main: [[{ node: node.name, type: 'main' as const, index: 0 }]] },
				]),
		),
		settings: {},
	} as ImportedWorkflow;
}

/** So many items, numbered from 0. */
export const numbers = (count: number): Step => ({
	name: 'Items',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: {
		jsCode: `return Array.from({ length: ${count} }, (_, n) => ({ json: { n } }));`,
	},
});
