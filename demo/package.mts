import { rmSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkout, ExplainedError, runNpm, showProgress } from './install.mjs';

/**
 * Builds the package and packs it, as for publishing.
 * @returns the packed file, which is gone when this process ends
 */
export async function packPackage(): Promise<string> {
	try {
		await showProgress(
			'Building the package',
			async () => await runNpm(['run', 'build'], { directory: checkout }),
		);
	} catch (error) {
		if (!(error instanceof ExplainedError)) throw error;
		const said = error.output
			.split('\n')
			.filter((line) => line.trim() && !/^(npm |> )/.test(line))
			.slice(0, 20)
			.join('\n');
		throw new ExplainedError(`The package does not build. Mend what npm run build says:\n${said}`);
	}
	const folder = await mkdtemp(join(tmpdir(), 'n8n-field-service-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	await runNpm(['pack', '--ignore-scripts', '--pack-destination', folder], {
		directory: checkout,
	});
	const [file] = await readdir(folder);
	return join(folder, file);
}
