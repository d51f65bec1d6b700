// `npm start` on a fresh clone: plain JavaScript until the packages are there.
import { ensurePackages, ExplainedError } from './install.mjs';

const OLDEST_NODE = 20;

// npm keeps an option for itself that is given without the `--` before it.
const once = process.argv.includes('--once') || process.env.npm_config_once === 'true';

try {
	if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
		throw new ExplainedError(
			`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}. Install a newer one and start again.`,
		);
	}
	await ensurePackages();
	// Both of Node's module systems: the sandbox's files are CommonJS.
	for (const system of ['tsx/esm/api', 'tsx/cjs/api']) (await import(system)).register();
	const { demo } = await import('./demo.mts');
	process.exitCode = await demo({ once });
} catch (error) {
	process.exitCode = 1;
	// tsx puts whole compiled files into the names of the places in a stack.
	const stack = String(error?.stack ?? error).replace(/data:text\/javascript,\S*?filePath=/g, '');
	process.stderr.write(`\n${error instanceof ExplainedError ? error.message : stack}\n`);
}
process.exit();
