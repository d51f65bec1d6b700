import { startSandbox } from './index.ts';

try {
	const sandbox = await startSandbox();
	const lines = ['The sandbox runs. Stop it with Ctrl+C.', `Control: ${sandbox.control.url}`];
	for (const [name, { baseUrl, credentials }] of Object.entries(sandbox.vendors)) {
		lines.push('', `${name}  ${baseUrl}`);
		for (const [type, fields] of Object.entries(credentials)) {
			lines.push(`  Credential ${type}: Environment "Custom", then`);
			const width = Math.max(...Object.keys(fields).map((field) => field.length));
			for (const [field, value] of Object.entries(fields)) {
				if (field === 'environment') continue;
				lines.push(`    ${field.padEnd(width)}  ${value === '' ? '(leave empty)' : value}`);
			}
		}
	}
	process.stdout.write(`${lines.join('\n')}\n`);

	const stop = async () => {
		await sandbox.close();
		process.exit(0);
	};
	process.once('SIGINT', () => void stop());
	process.once('SIGTERM', () => void stop());
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}
