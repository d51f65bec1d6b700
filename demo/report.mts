import type { IRun, ITaskData } from 'n8n-workflow';

import type { ImportedWorkflow } from './instance.mts';

/** One line of the table that `npm start -- --once` prints. */
export interface NodeReport {
	readonly workflow: string;
	readonly node: string;
	/** Items handed on, over all outputs and all times that the node ran. */
	readonly items: number;
	readonly seconds: number;
	readonly failed: boolean;
	/** `ok`, or what went wrong. */
	readonly result: string;
}

const itemsOf = ({ data }: ITaskData) => (data?.main ?? []).flatMap((output) => output ?? []);

/** n8n's node types that only hold a text on the canvas. */
const NOTE = 'n8n-nodes-base.stickyNote';

/** What each node of a workflow did in a run, in the order in which they ran. */
export function reportRun(workflow: ImportedWorkflow, run: IRun): NodeReport[] {
	const { runData, error } = run.data.resultData;
	const nodes = workflow.nodes.filter(({ type }) => type !== NOTE);
	const startOf = (name: string) => runData[name]?.[0]?.executionIndex ?? Infinity;
	const reports = nodes
		.sort((one, other) => startOf(one.name) - startOf(other.name))
		.map((node) => {
			const common = { workflow: workflow.name, node: node.name };
			const tasks = runData[node.name] ?? [];
			if (node.disabled) return { ...common, items: 0, seconds: 0, failed: false, result: 'off' };
			if (tasks.length === 0) {
				return { ...common, items: 0, seconds: 0, failed: false, result: 'not reached' };
			}
			const items = tasks.flatMap(itemsOf);
			const thrown = tasks.find((task) => task.error)?.error;
			const itemErrors = items.filter((item) => item.error ?? item.json.error);
			const [first] = itemErrors;
			const itemMessage = first?.error?.message ?? text(first?.json.error);
			// An error output is there for errors: what leaves by it was expected.
			const expected = node.onError === 'continueErrorOutput';
			const result = thrown
				? text(thrown.message)
				: itemErrors.length > 0
					? `${itemErrors.length} of ${items.length} items failed: ${itemMessage}`
					: 'ok';
			return {
				...common,
				items: items.length,
				seconds: tasks.reduce((total, { executionTime }) => total + executionTime, 0) / 1000,
				failed: result !== 'ok' && !expected,
				result,
			};
		});
	const told = reports.some(({ failed }) => failed);
	if (!error || told) return reports;
	return [
		...reports,
		{
			workflow: workflow.name,
			node: '(the workflow)',
			items: 0,
			seconds: 0,
			failed: true,
			result: error.message,
		},
	];
}

function text(value: unknown): string {
	if (typeof value === 'string') return value;
	if (value && typeof value === 'object' && 'message' in value) return text(value.message);
	return JSON.stringify(value);
}

/** The reports as aligned columns. */
export function table(reports: readonly NodeReport[]): string {
	const rows = reports.map(({ workflow, node, items, seconds, failed, result }, index) => [
		reports[index - 1]?.workflow === workflow ? '' : workflow,
		node,
		String(items),
		seconds.toFixed(2),
		failed ? `FAILED ${result.replace(/\s+/g, ' ').slice(0, 300)}` : result,
	]);
	const heading = ['Workflow', 'Node', 'Items', 'Seconds', 'Result'];
	const all = [heading, ...rows];
	const widths = heading.map((_, column) => Math.max(...all.map((row) => row[column].length)));
	return all
		.map((row) =>
			row
				.map((cell, column) => {
					if (column === row.length - 1) return cell;
					return column === 2 || column === 3
						? cell.padStart(widths[column])
						: cell.padEnd(widths[column]);
				})
				.join('  '),
		)
		.join('\n');
}
