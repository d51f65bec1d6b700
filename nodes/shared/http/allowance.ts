import { sleep } from 'n8n-workflow';

import type { Allowance } from '../define/vendor';

/** What one account has used of its allowance. All times are milliseconds since 1970. */
interface Account {
	/** When the latest requests were let go, oldest first, never more of them than the allowance counts. */
	readonly sent: number[];
	running: number;
	readonly waiting: Array<() => void>;
	/** Nobody sends before this moment, because the vendor asked for a pause. */
	pausedUntil: number;
}

export interface Clock {
	readonly now: () => number;
	readonly sleep: (milliseconds: number) => Promise<void>;
}

const realClock: Clock = { now: () => Date.now(), sleep };

/** Says how long the account would have to wait, where that is longer than the caller can. */
export class AllowanceUsedUp extends Error {
	constructor(readonly milliseconds: number) {
		super('The allowance of this account is used up');
	}
}

/**
 * Keeps every node of this n8n process, pickers and triggers included, inside the allowance that
 * the vendor gives an account. Other workers keep their own count, which is why the vendor's 429 is
 * heeded as well.
 */
export function allowances(clock: Clock = realClock) {
	const accounts = new Map<string, Account>();
	const accountOf = (name: string): Account => {
		const known = accounts.get(name) ?? { sent: [], running: 0, waiting: [], pausedUntil: 0 };
		accounts.set(name, known);
		return known;
	};

	/** Milliseconds until the next request may go, by a window that slides with the clock. */
	const waitFor = (account: Account, { requests, perSeconds }: Allowance, now: number): number => {
		const [oldest] = account.sent;
		const full = account.sent.length >= requests;
		const window = full ? oldest + perSeconds * 1000 - now : 0;
		return Math.max(0, window, account.pausedUntil - now);
	};

	return {
		/**
		 * Sends as soon as the account may. Throws `AllowanceUsedUp` without sending when that would
		 * take longer than `patience` milliseconds.
		 */
		async within<T>(
			name: string,
			allowance: Allowance,
			patience: number,
			send: () => Promise<T>,
		): Promise<T> {
			const account = accountOf(name);
			const until = clock.now() + patience;
			while (account.running >= allowance.atOnce) {
				await new Promise<void>((resolve) => account.waiting.push(resolve));
			}
			account.running++;
			try {
				for (;;) {
					const wait = waitFor(account, allowance, clock.now());
					if (wait <= 0) break;
					if (clock.now() + wait > until) throw used(wait);
					await clock.sleep(wait);
				}
				account.sent.push(clock.now());
				if (account.sent.length > allowance.requests) account.sent.shift();
				return await send();
			} finally {
				account.running--;
				account.waiting.shift()?.();
			}
		},

		/** Holds the whole account back, after the vendor turned one of its requests away. */
		pause(name: string, milliseconds: number): void {
			const account = accountOf(name);
			account.pausedUntil = Math.max(account.pausedUntil, clock.now() + milliseconds);
		},
	};
}

const used = (milliseconds: number): AllowanceUsedUp => new AllowanceUsedUp(milliseconds);

/** The one book of accounts of this process. */
export const sharedAllowances = allowances();
