import type {
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	IRun,
} from 'n8n-workflow';

import type { ImportedCredential, ImportedWorkflow } from '../../demo/instance.mts';

/** A node of a workflow in which one follows the other. */
export interface Step {
	/** How the others refer to it: `$('name')`. */
	readonly name: string;
	readonly type: string;
	readonly typeVersion?: number;
	readonly parameters?: IDataObject;
	readonly credential?: Pick<ImportedCredential, 'id' | 'name' | 'type'>;
	/** Runs for every item that reaches it, not for the first one alone. */
	readonly everyItem?: boolean;
}

const PACKAGE = 'n8n-nodes-field-service';
export const ours = (node: string) => `${PACKAGE}.${node}`;

/**
 * One node behind the other. A node that fails or gives nothing does not keep the next ones from
 * running, unless the workflow is to be `plain`, as the editor makes one.
 */
export function chain(
	id: string,
	name: string,
	steps: readonly Step[],
	{ plain = false } = {},
): ImportedWorkflow {
	const nodes: INode[] = steps.map(
		({ name: called, type, typeVersion = 1, parameters = {}, credential, everyItem }, index) => ({
			id: `${id}-${index}`,
			name: called,
			type,
			typeVersion,
			position: [index * 220, 0],
			parameters: parameters as INodeParameters,
			...(credential && {
				credentials: { [credential.type]: { id: credential.id, name: credential.name } },
			}),
			...(!plain && {
				onError: 'continueRegularOutput' as const,
				alwaysOutputData: true,
				executeOnce: everyItem !== true,
			}),
		}),
	);
	const connections: IConnections = Object.fromEntries(
		steps
			.slice(1)
			.map(({ name: next }, index) => [
				steps[index].name,
				{ main: [[{ node: next, type: 'main' as const, index: 0 }]] },
			]),
	);
	return { id, name, nodes, connections, settings: { executionOrder: 'v1' } };
}

/** Where `n8n execute` and the button in the editor begin. */
export const start: Step = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };

/** An expression on the first item of an earlier node. */
export const from = (node: string, path: string) => `={{ $('${node}').first().json.${path} }}`;

/** Fields of a fixed collection, as the editor saves them. */
export const values = <T>(content: T) => ({ values: content });

/** The items that a node handed on at its first run; nothing where it did not run. */
export function itemsOf(run: IRun, node: string): INodeExecutionData[] | undefined {
	return run.data.resultData.runData[node]?.[0]?.data?.main?.[0] ?? undefined;
}

/** The message of an item that failed, or of the whole node. */
export function errorOf(run: IRun, node: string): string | undefined {
	const [task] = run.data.resultData.runData[node] ?? [];
	const failed = task?.data?.main?.[0]?.find(({ json, error }) => error ?? json.error);
	return task?.error?.message ?? (failed && messageOf(failed));
}

export function messageOf({ json, error }: INodeExecutionData): string {
	const said = error?.message ?? json.error;
	return typeof said === 'string' ? said : JSON.stringify(said);
}

/** What the editor shows below the message of a failed item. */
export const adviceOf = ({ error }: INodeExecutionData): string =>
	String((error as { description?: string } | undefined)?.description ?? '');

/** n8n's own node for a call that no other node makes. */
export function httpStep(
	name: string,
	{
		method = 'GET',
		url,
		json,
		credential,
		more = {},
	}: {
		method?: string;
		url: string;
		json?: unknown;
		credential?: Step['credential'];
		more?: IDataObject;
	},
): Step {
	return {
		name,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		...(credential && { credential }),
		parameters: {
			method,
			url,
			...(credential && {
				authentication: 'predefinedCredentialType',
				nodeCredentialType: credential.type,
			}),
			...(json !== undefined && {
				sendBody: true,
				specifyBody: 'json',
				jsonBody: typeof json === 'string' ? json : JSON.stringify(json),
			}),
			options: {},
			...more,
		},
	};
}

/** One item for each object of a list. */
export function itemSteps(name: string, items: readonly IDataObject[]): Step[] {
	return [
		{
			name: `${name} as one`,
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: JSON.stringify({ items }), options: {} },
		},
		{
			name,
			type: 'n8n-nodes-base.splitOut',
			parameters: { fieldToSplitOut: 'items', options: {} },
		},
	];
}
