import type { Clock } from './clock';

/** How many requests an account may send in how many seconds, by the vendor's clock. */
export interface Allowance {
	readonly requests: number;
	readonly perSeconds: number;
	/** How the answer says when to come back; `none` unless said. */
	readonly retryAfter?: 'seconds' | 'date' | 'none';
}

/** Counts the requests of each account in a sliding window. */
export function createAllowanceCounter(clock: Clock) {
	let allowance: Allowance | undefined;
	const taken = new Map<string, number[]>();

	return {
		set(next: Allowance | null | undefined): void {
			allowance = next ?? undefined;
			taken.clear();
		},
		enforced: () => allowance !== undefined,
		/** Takes one request out of the allowance; says the milliseconds to wait if there is none left. */
		take(account: string): number | undefined {
			if (!allowance) return undefined;
			const now = clock.now();
			const windowMilliseconds = allowance.perSeconds * 1000;
			const recent = (taken.get(account) ?? []).filter(
				(at) => at > now - windowMilliseconds && at <= now,
			);
			taken.set(account, recent);
			if (recent.length >= allowance.requests) return recent[0] + windowMilliseconds - now;
			recent.push(now);
			return undefined;
		},
		/** The header that goes with a wait, if the vendor sends one. */
		headers(waitMilliseconds: number): Record<string, string> {
			const seconds = Math.ceil(waitMilliseconds / 1000);
			switch (allowance?.retryAfter ?? 'none') {
				case 'seconds':
					return { 'retry-after': String(seconds) };
				case 'date':
					return { 'retry-after': new Date(clock.now() + seconds * 1000).toUTCString() };
				default:
					return {};
			}
		},
	};
}

export type AllowanceCounter = ReturnType<typeof createAllowanceCounter>;
