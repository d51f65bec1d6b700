import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sandboxCredentials } from '../../demo/credentials.mts';
import { ensureHost } from '../../demo/host.mts';
import {
	freePort,
	type ImportedCredential,
	type Instance,
	openInstance,
	type Owner,
} from '../../demo/instance.mts';
import { packPackage } from '../../demo/package.mts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';

/** A fresh n8n with the packed package, beside a sandbox of its own; both leave the demo's alone. */
export interface TestHost {
	readonly instance: Instance;
	readonly sandbox: Sandbox;
	/** The sandbox's accounts, as they were imported. */
	readonly credentials: readonly ImportedCredential[];
	/** For `instance.ownerSetup` and the editor. */
	readonly owner: Owner;
	/** Ends everything and removes the folder. */
	close(): Promise<void>;
}

/**
 * Installs the package into a fresh n8n as a user would and imports the sandbox's credentials. n8n is
 * not started yet.
 * @param options tarball: the packed package; built and packed here if not given
 */
export async function openTestHost(options: { tarball?: string } = {}): Promise<TestHost> {
	const steps: Array<() => Promise<void>> = [];
	const close = async () => {
		for (const step of steps.splice(0).reverse()) await step();
	};
	try {
		const host = await ensureHost();
		const tarball = options.tarball ?? (await packPackage());
		const folder = await mkdtemp(join(tmpdir(), 'n8n-field-service-test-'));
		steps.push(async () => await rm(folder, { recursive: true, force: true, maxRetries: 5 }));
		const sandbox = await startSandbox({ ports: 'free' });
		steps.push(async () => await sandbox.close());
		const instance = await openInstance({ host, folder, port: await freePort() });
		steps.push(async () => await instance.stop());
		const credentials = sandboxCredentials(sandbox.vendors);
		await instance.installPackage(tarball);
		await instance.importCredentials(credentials);
		return {
			instance,
			sandbox,
			credentials,
			owner: { email: 'tester@example.com', password: 'Tester-of-n8n-5679' },
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}
