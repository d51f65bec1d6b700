import { ExplainedError } from '../../demo/install.mjs';

/** Counts what held and what did not, one line each as soon as it is known. */
export interface Checks {
	/** @param problem what is wrong; nothing where all is well */
	say(what: string, problem?: string): void;
	/** Passes unless `work` throws or gives a problem. */
	run(what: string, work: () => Promise<string | undefined | void>): Promise<void>;
	readonly passed: number;
	readonly failed: number;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const reasonOf = (error: unknown) =>
	error instanceof ExplainedError
		? error.message
		: error instanceof Error
			? (error.stack ?? error.message)
			: String(error);

/** @param print gets one line at a time */
export function countChecks(print: (line: string) => void): Checks {
	let passed = 0;
	let failed = 0;
	const say = (what: string, problem?: string) => {
		if (problem === undefined) passed++;
		else failed++;
		print(problem === undefined ? `ok      ${what}` : `FAILED  ${what}: ${oneLine(problem)}`);
	};
	return {
		say,
		async run(what, work) {
			try {
				say(what, (await work()) ?? undefined);
			} catch (error) {
				say(what, reasonOf(error));
			}
		},
		get passed() {
			return passed;
		},
		get failed() {
			return failed;
		},
	};
}

/** A problem unless the text is what was expected. */
export function unlike(text: unknown, expected: RegExp): string | undefined {
	return expected.test(String(text))
		? undefined
		: `expected ${String(expected)}, got ${JSON.stringify(text)?.slice(0, 500) ?? 'nothing'}`;
}
