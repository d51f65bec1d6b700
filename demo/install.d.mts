/** Types of install.mjs, which has to be plain JavaScript. */
export declare const checkout: string;

export declare class ExplainedError extends Error {
	constructor(message: string, output?: string);
	readonly output: string;
}

export declare function showProgress<T>(
	step: string,
	work: () => Promise<T>,
	options?: { folder?: string },
): Promise<T>;

export declare function isRunning(pid: number | undefined): boolean;

export declare function withLock<T>(
	file: string,
	log: (line: string) => void,
	work: (setChild: (pid: number | undefined) => void) => Promise<T>,
): Promise<T>;

export declare function explainNpmFailure(output: string, directory: string): string;

export declare function runNpm(
	words: string[],
	options: {
		directory: string;
		node?: string;
		environment?: Record<string, string>;
		setChild?: (pid: number | undefined) => void;
	},
): Promise<string>;

export declare function requireRegistry(name: string, directory: string): Promise<void>;

export declare function packagesAreComplete(directory: string): boolean;

export declare function requireSpace(
	directory: string,
	gigabytes: number,
	remedy: string,
): Promise<void>;

export declare function ensurePackages(options?: {
	directory?: string;
	log?: (line: string) => void;
}): Promise<void>;

export declare function readJson<T>(file: string): Promise<T | undefined>;
