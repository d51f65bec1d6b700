import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Instance } from '../../demo/instance.mts';
import published from '../package/published.json' with { type: 'json' };
import type { Checks } from './checks.mts';
import { ours } from './workflow.ts';

/** What n8n took over from the installed package. */
export async function judgeInstall(checks: Checks, instance: Instance): Promise<void> {
	await checks.run(`n8n offers all ${published.nodes.length} nodes`, async () => {
		const names = new Set((await instance.exportNodes()).map(({ name }) => name));
		const missing = published.nodes.filter((node) => !names.has(ours(node)));
		return missing.length === 0 ? undefined : `it lacks ${missing.join(', ')}`;
	});
	await checks.run(
		`all ${published.credentials.length} credential types are in the installed package`,
		async () => {
			const folder = join(
				instance.folder,
				'.n8n',
				'nodes',
				'node_modules',
				'n8n-nodes-field-service',
			);
			const { n8n } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
				n8n: { credentials: string[] };
			};
			const files = await readdir(join(folder, 'dist', 'credentials'));
			const lacks = (type: string) => {
				const file = `${type.charAt(0).toUpperCase()}${type.slice(1)}.credentials.js`;
				return !files.includes(file) || !n8n.credentials.some((path) => path.endsWith(`/${file}`));
			};
			const missing = published.credentials.filter(lacks);
			return missing.length === 0 ? undefined : `it lacks ${missing.join(', ')}`;
		},
	);
}
