import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensurePackages } from '../demo/install.mjs';

/** `npm run test:histories`: all histories of the polling simulations, which may take an hour and of which `npm test` plays a part. */
const ALL = '10000';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
await ensurePackages();
const { status } = spawnSync(
	join(root, 'node_modules', '.bin', 'jest'),
	['histories', ...process.argv.slice(2)],
	{ cwd: root, stdio: 'inherit', env: { HISTORIES: ALL, ...process.env } },
);
process.exit(status ?? 1);
