import type { IDataObject } from 'n8n-workflow';

import type { ImportedCredential, ImportedWorkflow } from './instance.mts';

/** What the sandbox tells of a running vendor. */
export type SandboxVendors = Readonly<
	Record<
		string,
		{ readonly credentials: Readonly<Record<string, Readonly<Record<string, unknown>>>> }
	>
>;

/** Vendors as they write themselves, where that is not the sandbox's word for them. */
const brands: Readonly<Record<string, string>> = {
	SchedulingCenter: 'Scheduling Center',
	Serviceminder: 'serviceminder',
};

/** What tells a vendor's second credential type from its first: `serviceTradeClientApi` is "Client". */
function distinction(vendor: string, type: string) {
	const rest = type.replace(/Api$/, '').slice(vendor.length);
	return type.toLowerCase().startsWith(vendor.toLowerCase()) ? rest : type;
}

/**
 * The sandbox's accounts as n8n credentials. The ids (`sandbox-` and the type's name, behind which a
 * second account of a type has a word of its own) stay the same from start to start, so that
 * workflows keep hold of them.
 */
export function sandboxCredentials(vendors: SandboxVendors): ImportedCredential[] {
	return Object.entries(vendors).flatMap(([vendor, { credentials }]) =>
		Object.entries(credentials).map(([account, fields]) => {
			const [type, second = ''] = account.split(':');
			const kind = second || distinction(vendor, type);
			return {
				id: `sandbox-${account.replace(':', '-')}`,
				name: `${brands[vendor] ?? vendor} sandbox${kind && ` (${kind})`}`,
				type,
				data: fields as IDataObject,
			};
		}),
	);
}

/** Points a workflow's nodes at these credentials, by type, whatever ids its file has. */
export function withCredentials(
	workflow: ImportedWorkflow,
	credentials: readonly ImportedCredential[],
): ImportedWorkflow {
	const nodes = workflow.nodes.map((node) => {
		if (!node.credentials) return node;
		const linked = Object.entries(node.credentials).map(([type, given]) => {
			const found = credentials.find((credential) => credential.type === type);
			return [type, found ? { id: found.id, name: found.name } : given];
		});
		return { ...node, credentials: Object.fromEntries(linked) };
	});
	return { ...workflow, nodes };
}
