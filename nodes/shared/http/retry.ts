import type { Answer } from '../define/vendor';

/** How often the same request is sent at the most. */
const TRIES = 5;

/** Milliseconds of waiting that one request may cause in all. What takes longer is told to the user instead. */
export const PATIENCE = 60_000;

/** What became of a request: an answer, or a connection that broke before there was one. */
export type Outcome = Answer | { readonly broken: string };

export type NextStep =
	| { readonly retryIn: number }
	| { readonly giveUp: true; readonly asked?: number };

/**
 * Whether the same request is sent again, and after how many milliseconds.
 *
 * A 429 was turned away unread, so any request may follow it. A failing server or a broken
 * connection may have done the work before it failed, so there only requests that can be repeated
 * without harm are. `waited` is what this request has waited so far; `now` (milliseconds since 1970)
 * and `chance` (0 to 1) come from outside so that tests need neither a clock nor dice.
 */
export function nextStep(
	outcome: Outcome,
	repeatable: boolean,
	{
		attempt,
		waited,
		now,
		chance,
	}: { attempt: number; waited: number; now: number; chance: number },
): NextStep {
	const refused = 'status' in outcome && outcome.status === 429;
	const failed = 'broken' in outcome || (outcome.status >= 502 && outcome.status <= 504);
	if (!refused && !(failed && repeatable)) return { giveUp: true };
	const asked = 'status' in outcome ? askedFor(outcome.headers['retry-after'], now) : undefined;
	const wait = asked ?? 1000 * 2 ** (attempt - 1) * (0.75 + chance / 2);
	return attempt < TRIES && waited + wait <= PATIENCE
		? { retryIn: wait }
		: { giveUp: true, ...(asked !== undefined && { asked }) };
}

/** Milliseconds from `Retry-After`, which is either a count of seconds or a date. */
function askedFor(header: string | undefined, now: number): number | undefined {
	if (header === undefined || header.trim() === '') return undefined;
	const seconds = Number(header);
	const wait = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
	return Number.isNaN(wait) ? undefined : Math.max(wait, 0);
}
