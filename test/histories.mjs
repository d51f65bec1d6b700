import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npm run test:histories`: every history of writes, faults and polls. `SEED=7` before it makes up others. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { status } = spawnSync(
	join(root, 'node_modules', '.bin', 'jest'),
	['test/shared/histories'],
	{
		cwd: root,
		stdio: 'inherit',
		env: { HISTORIES: '10000', ...process.env },
	},
);
process.exit(status ?? 1);
