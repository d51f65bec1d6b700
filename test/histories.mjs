import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensurePackages } from '../demo/install.mjs';

/**
 * `npm run test:histories`: all histories of the polling simulations, of which `npm test` plays a few.
 * They take an hour on two cores and keep all cores busy, with a file for each vendor. Words after `--`
 * go to jest: `-- ServiceTrade` plays those of one vendor.
 */
const ALL = '10000';

const words = process.argv.slice(2);
const flags = words.filter((word) => word.startsWith('-'));
const names = words.filter((word) => !word.startsWith('-'));

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
await ensurePackages();
const { status } = spawnSync(
	join(root, 'node_modules', '.bin', 'jest'),
	[
		...(names.length > 0 ? names.map((name) => `${name}.*histories`) : ['histories']),
		...flags,
		'--maxWorkers=100%',
		'--reporters=default',
		'--reporters=<rootDir>/test/support/progress.cjs',
		'--reporters=<rootDir>/test/support/counted.cjs',
	],
	{ cwd: root, stdio: 'inherit', env: { HISTORIES: ALL, ...process.env } },
);
process.exit(status ?? 1);
