// `npm run test:n8n` on a fresh clone: plain JavaScript until the packages are there.
import { ensurePackages, ExplainedError } from '../../demo/install.mjs';

try {
	await ensurePackages();
	// Both of Node's module systems: the sandbox's files are CommonJS.
	for (const system of ['tsx/esm/api', 'tsx/cjs/api']) (await import(system)).register();
	const { testPackage } = await import('./suite.mts');
	process.exitCode = await testPackage(process.argv.slice(2));
} catch (error) {
	process.exitCode = 1;
	// tsx puts whole compiled files into the names of the places in a stack.
	const stack = String(error?.stack ?? error).replace(/data:text\/javascript,\S*?filePath=/g, '');
	process.stderr.write(`\n${error instanceof ExplainedError ? error.message : stack}\n`);
}
process.exit();
