// Runs on a fresh clone, before node_modules exists: plain JavaScript and Node's own modules only.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, open, readFile, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout. */
export const checkout = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const SECOND = 1000;
/** A lock whose holder has not touched it for this long belongs to a process that is gone. */
const LOCK_SILENCE = 60 * SECOND;
const HEARTBEAT = 5 * SECOND;
/** On a terminal the progress line is rewritten; elsewhere each is a line of its own, so fewer. */
const PROGRESS_EVERY = process.stdout.isTTY ? SECOND : 10 * SECOND;

/** A failure whose message is meant for the reader as it stands: what happened, then what to do. */
export class ExplainedError extends Error {
	/**
	 * @param {string} message
	 * @param {string} [output] what the failed program printed
	 */
	constructor(message, output = '') {
		super(message);
		this.name = 'ExplainedError';
		this.output = output;
	}
}

/** @param {number} milliseconds */
const elapsed = (milliseconds) => {
	const seconds = Math.round(milliseconds / SECOND);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};

/**
 * Tells what is being done and for how long, while `work` runs.
 * @template T
 * @param {string} step
 * @param {() => Promise<T>} work
 * @param {{ folder?: string }} [options] folder: its size is shown too
 * @returns {Promise<T>}
 */
export async function showProgress(step, work, { folder } = {}) {
	const started = Date.now();
	let size = '';
	let measuring = false;
	let measured = 0;
	const measure = () => {
		// `du` reads 300,000 files in about a second; Node's own calls would take several.
		if (!folder || measuring || process.platform === 'win32' || !existsSync(folder)) return;
		if (Date.now() - measured < 10 * SECOND) return;
		measuring = true;
		const du = spawn('du', ['-sk', folder], { stdio: ['ignore', 'pipe', 'ignore'] });
		let output = '';
		du.stdout.on('data', (chunk) => (output += chunk));
		du.on('error', () => {});
		du.on('close', () => {
			const kilobytes = parseInt(output, 10);
			if (kilobytes > 0) size = `, ${Math.round(kilobytes / 1000)} MB on disk`;
			measured = Date.now();
			measuring = false;
		});
	};
	const line = (/** @type {string} */ end) => {
		const text = `${step}: ${elapsed(Date.now() - started)}${size}${end}`;
		process.stdout.write(process.stdout.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
	};
	line('');
	const timer = setInterval(() => {
		measure();
		line('');
	}, PROGRESS_EVERY);
	let end = ', failed';
	try {
		const result = await work();
		end = ', done';
		return result;
	} finally {
		clearInterval(timer);
		line(end);
		if (process.stdout.isTTY) process.stdout.write('\n');
	}
}

/** @param {string} file */
const readText = (file) => {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
};

/** @param {number | undefined} pid */
export function isRunning(pid) {
	if (!pid) return false;
	try {
		process.kill(pid, 0);
		// In a container whose first process does not collect them, dead processes stay listed.
		return !/^\d+ \(.*\) Z/s.test(readText(`/proc/${pid}/stat`));
	} catch (error) {
		return error.code === 'EPERM';
	}
}

/** @param {string} file */
const readLock = (file) => {
	try {
		return { ...JSON.parse(readFileSync(file, 'utf8')), touched: statSync(file).mtimeMs };
	} catch {
		return undefined;
	}
};

/**
 * Runs `work` while no other process does so for the same file. A lock left behind by a process that
 * is gone is taken over, once the npm that it had started has ended as well.
 * @template T
 * @param {string} file
 * @param {(log: string) => void} log
 * @param {(setChild: (pid: number | undefined) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, log, work) {
	try {
		await mkdir(dirname(file), { recursive: true });
		return await workLocked(file, log, work);
	} catch (error) {
		if (error.code === 'ENOSPC') throw new ExplainedError(diskFull(dirname(file)));
		throw error;
	}
}

/** @type {typeof withLock} */
async function workLocked(file, log, work) {
	const mine = { pid: process.pid, key: `${process.pid}.${Date.now()}.${Math.random()}` };
	let told = 0;
	for (;;) {
		try {
			const handle = await open(file, 'wx');
			await handle.writeFile(JSON.stringify(mine));
			await handle.close();
			// Two that take over the same stale lock may both get here; the last one written holds it.
			await wait(100);
			if (readLock(file)?.key === mine.key) break;
			continue;
		} catch (error) {
			if (error.code !== 'EEXIST') throw error;
		}
		const holder = readLock(file);
		const silent = holder ? Date.now() - holder.touched : 0;
		const holderWorks = holder && isRunning(holder.pid) && silent < LOCK_SILENCE;
		const childWorks = holder && isRunning(holder.child);
		if (holder && !holderWorks && !childWorks) {
			await rm(file, { force: true });
			continue;
		}
		if (Date.now() - told > 10 * SECOND) {
			told = Date.now();
			log(
				holderWorks || !holder
					? `Another start (process ${holder?.pid ?? 'unknown'}) is installing the same; waiting for it.`
					: `An npm (process ${holder.child}) that an interrupted start left behind is still installing; waiting for it.`,
			);
		}
		// A file that cannot be read is one that is just being written, or was cut off by a full disk.
		if (!holder && existsSync(file) && Date.now() - statSync(file).mtimeMs > LOCK_SILENCE) {
			await rm(file, { force: true });
		}
		await wait(SECOND);
	}
	const heartbeat = setInterval(() => {
		try {
			utimesSync(file, new Date(), new Date());
		} catch {
			// The folder was removed under us; the work will say so itself.
		}
	}, HEARTBEAT);
	const release = () => {
		if (readLock(file)?.key === mine.key) rmSync(file, { force: true });
	};
	// Stopped in the middle, the npm may still be ending: the lock stays until it has.
	const releaseIfIdle = () => {
		if (readLock(file)?.child === undefined) release();
	};
	process.on('exit', releaseIfIdle);
	try {
		return await work((child) => {
			if (readLock(file)?.key === mine.key) writeFileSync(file, JSON.stringify({ ...mine, child }));
		});
	} finally {
		clearInterval(heartbeat);
		process.off('exit', releaseIfIdle);
		release();
	}
}

/** npm's own program file, so that a chosen Node can run it; undefined if only `npm` on PATH is known. */
function npmProgram() {
	const beside = dirname(process.execPath);
	return [
		process.env.npm_execpath,
		join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
		join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
	].find((file) => file && /npm-cli\.c?js$/.test(file) && existsSync(file));
}

/** The environment without what an outer `npm start` adds, which would bend an npm that runs elsewhere. */
function npmEnvironment(/** @type {NodeJS.ProcessEnv} */ added) {
	const outer =
		/^(npm_(package_|lifecycle_|command$|execpath$|node_execpath$|config_(local_prefix|once|ignore_scripts|omit|include|workspaces?|global|prefix)$)|INIT_CWD$|NODE_ENV$)/i;
	const kept = Object.entries(process.env).filter(([name]) => !outer.test(name));
	return { ...Object.fromEntries(kept), ...added };
}

const network =
	/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR|EIDLETIMEOUT|UNABLE_TO_GET_ISSUER_CERT\w*|SELF_SIGNED_CERT\w*|E5\d\d)\b/;

/** @param {string} directory */
const diskFull = (directory) =>
	`The disk is full: there is no room to write in ${directory}. Free some space and start again; what is there is repaired.`;

/**
 * One sentence for what npm printed, and what to do about it.
 * @param {string} output
 * @param {string} directory
 */
export function explainNpmFailure(output, directory) {
	const errors = output
		.split('\n')
		.filter((line) => /^npm (error|ERR!)/.test(line))
		.map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
		.filter((line) => line && !/complete log of this run/i.test(line));
	if (/\bENOSPC\b/.test(output)) return diskFull(directory);
	const [code] = network.exec(errors.join('\n')) ?? [];
	if (code) {
		return `npm cannot reach the package registry (${code}). Check the network connection or the proxy settings and start again; what was downloaded is kept.`;
	}
	if (/\bE(ACCES|PERM)\b/.test(output)) {
		return `npm may not write to ${directory}. Make the folder writable and start again.`;
	}
	if (/\bEUSAGE\b/.test(output)) {
		return `package.json and package-lock.json in ${directory} do not agree. Run npm install there and start again.`;
	}
	const [reason] = errors.filter((line) => !/^code /.test(line));
	return `npm failed in ${directory}: ${reason ?? 'it printed no reason'}. Start again; if it fails the same way, run npm ci there by hand to see the whole output.`;
}

/** In gigabytes, of the disk that holds the folder; without limit where it cannot be told. */
async function freeSpace(/** @type {string} */ directory) {
	return await statfs(directory).then(
		({ bavail, bsize }) => (bavail * bsize) / 1e9,
		() => Infinity,
	);
}

/**
 * Runs npm and waits for it. Stops it, with all that it started, when this process is stopped.
 * @param {string[]} words
 * @param {{ directory: string, node?: string, environment?: NodeJS.ProcessEnv, setChild?: (pid: number | undefined) => void }} options
 *   node: the program that runs npm, if not the Node of this process
 * @returns {Promise<string>} what it printed
 * @throws {ExplainedError} with npm's own reason in one sentence
 */
export async function runNpm(words, { directory, node, environment = {}, setChild = () => {} }) {
	const posix = process.platform !== 'win32';
	const program = npmProgram();
	const settings = {
		cwd: directory,
		env: npmEnvironment(environment),
		stdio: /** @type {const} */ (['ignore', 'pipe', 'pipe']),
		// A process group of its own: what npm starts (make, compilers) can then be stopped with it.
		detached: posix,
	};
	// npm's own waits between attempts grow to a minute.
	const patience = [
		'--fetch-retries=3',
		'--fetch-retry-mintimeout=1000',
		'--fetch-retry-maxtimeout=8000',
	];
	const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
	const line = [...patience, ...quiet, ...words];
	const child = program
		? spawn(node ?? process.execPath, [program, ...line], settings)
		: spawn('npm', line, { ...settings, shell: !posix });
	setChild(child.pid);

	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8');
		stream.on('data', (chunk) => (output = (output + chunk).slice(-200_000)));
	}
	// At a milder signal npm goes on for minutes to undo its work; the next install starts afresh anyway.
	const stop = () => {
		try {
			if (posix && child.pid) process.kill(-child.pid, 'SIGKILL');
			else child.kill('SIGKILL');
		} catch {
			// It has ended by itself.
		}
	};
	const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
	const onSignal = (/** @type {NodeJS.Signals} */ signal) => {
		// Whoever else listens has more to put away than npm, and ends the process afterwards.
		if (process.listenerCount(signal) > 1) return;
		process.stdout.write('\nStopped. The next start goes on from here.\n');
		process.exit(signal === 'SIGINT' ? 130 : 143);
	};
	process.on('exit', stop);
	for (const signal of signals) process.on(signal, onSignal);
	// On a full disk npm tries on for minutes before it gives up.
	let full = false;
	const spaceCheck = setInterval(() => {
		void freeSpace(directory).then((gigabytes) => {
			full = gigabytes < 0.05;
			if (full) stop();
		});
	}, HEARTBEAT);
	try {
		const code = await new Promise((resolve, reject) => {
			child.on('error', reject);
			child.on('close', resolve);
		});
		if (code !== 0) {
			const reason = explainNpmFailure(full ? 'ENOSPC' : output, directory);
			throw new ExplainedError(reason, output);
		}
		return output;
	} catch (error) {
		if (error.code === 'ENOENT') {
			throw new ExplainedError('npm was not found. Install Node.js with npm and start again.');
		}
		throw error;
	} finally {
		clearInterval(spaceCheck);
		process.off('exit', stop);
		for (const signal of signals) process.off(signal, onSignal);
		setChild(undefined);
	}
}

/**
 * Refuses within seconds where there is no network. An install by itself tries every package several
 * times before it says so, which was measured at 6 minutes.
 * @param {string} name any package of the install
 * @param {string} directory
 */
export async function requireRegistry(name, directory) {
	try {
		await runNpm(
			['view', name, 'version', '--prefer-online', '--fetch-retries=1', '--fetch-timeout=20000'],
			{ directory },
		);
	} catch (error) {
		// Any other trouble is the install's to report.
		if (network.test(error.output ?? '')) throw error;
	}
}

/** @param {string} file */
const readPackages = (file) => {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
};

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own list into
 * node_modules as the last thing of an install, so a list that is there and complete means that the
 * install came to its end.
 * @param {string} directory
 */
export function packagesAreComplete(directory) {
	const wanted = readPackages(join(directory, 'package-lock.json'));
	const present = readPackages(join(directory, 'node_modules', '.package-lock.json'));
	if (!wanted || !present) return false;
	return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
		if (path === '') return true;
		// Packages for other platforms are in the lock file and rightly not on the disk.
		if (!present[path]) return Boolean(optional || devOptional || peer);
		return present[path].version === version;
	});
}

/**
 * Refuses early where an install would run into a full disk.
 * @param {string} directory must exist
 * @param {number} gigabytes
 * @param {string} remedy
 */
export async function requireSpace(directory, gigabytes, remedy) {
	const free = await freeSpace(directory);
	if (free < gigabytes) {
		throw new ExplainedError(
			`${directory} has ${free.toFixed(1)} GB free and the install needs about ${gigabytes} GB. ${remedy}`,
		);
	}
}

/**
 * Installs the checkout's own packages when they are missing, half installed or older than
 * package-lock.json says.
 * @param {{ directory?: string, log?: (line: string) => void }} [options] directory: the checkout if not given
 * @throws {ExplainedError}
 */
export async function ensurePackages({ directory = checkout, log = console.log } = {}) {
	if (packagesAreComplete(directory)) return;
	await mkdir(join(directory, '.cache'), { recursive: true });
	await withLock(join(directory, '.cache', 'install.lock'), log, async (setChild) => {
		if (packagesAreComplete(directory)) return;
		await requireSpace(directory, 1, 'Free some space and start again.');
		await requireRegistry('typescript', directory);
		await showProgress(
			'Installing the packages of this project (npm ci)',
			() => runNpm(['ci', '--include=dev'], { directory, setChild }),
			{ folder: join(directory, 'node_modules') },
		);
		if (!packagesAreComplete(directory)) {
			throw new ExplainedError(
				`npm ended without an error, but node_modules in ${directory} is not what package-lock.json says. Run npm ci there by hand to see its output.`,
			);
		}
	});
}

/** @param {string} file */
export async function readJson(file) {
	try {
		return JSON.parse(await readFile(file, 'utf8'));
	} catch {
		return undefined;
	}
}
