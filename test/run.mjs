import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensurePackages } from '../demo/install.mjs';

/**
 * `npm test`: everything that needs no n8n of its own, from a fresh clone on. Words after `--` go to
 * jest, for a part of the tests; then nothing is built.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const parts = process.argv.slice(2);

function step(what, command, ...args) {
	console.log(`\n— ${what}`);
	const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
	if (status !== 0) {
		console.error(`\n${what}: failed`);
		process.exit(status ?? 1);
	}
}

await ensurePackages();
if (parts.length === 0) {
	step('Build', 'npm', 'run', '--silent', 'build');
	step('Types', bin('tsc'), '--noEmit', '-p', 'tsconfig.test.json');
}
step('Tests', bin('jest'), ...parts);
