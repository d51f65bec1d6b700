import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npm run docs`: the test that holds the generated files against the definitions writes them instead. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { status } = spawnSync(
	join(root, 'node_modules', '.bin', 'jest'),
	['test/package/docs', '--silent'],
	{ cwd: root, stdio: 'inherit', env: { ...process.env, WRITE_DOCS: 'true' } },
);
process.exit(status ?? 1);
