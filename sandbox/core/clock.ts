import { DateTime } from 'luxon';

/** The time a vendor believes it is. It runs on with real time unless it is frozen. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	set(milliseconds: number): void;
	advance(seconds: number): void;
	freeze(frozen: boolean): void;
	/** Back to where it started. */
	reset(): void;
}

/** A clock that starts at the given milliseconds since 1970, or at the real time if none is given. */
export function createClock(start?: number): Clock {
	let shift = 0;
	let frozenAt: number | undefined;

	const clock: Clock = {
		now: () => frozenAt ?? Date.now() + shift,
		set(milliseconds) {
			shift = milliseconds - Date.now();
			if (frozenAt !== undefined) frozenAt = milliseconds;
		},
		advance: (seconds) => clock.set(clock.now() + seconds * 1000),
		freeze(frozen) {
			if (frozen) frozenAt = clock.now();
			else if (frozenAt !== undefined) {
				shift = frozenAt - Date.now();
				frozenAt = undefined;
			}
		},
		reset() {
			frozenAt = undefined;
			shift = start === undefined ? 0 : start - Date.now();
		},
	};
	clock.reset();
	return clock;
}

const HOUR_MILLISECONDS = 3_600_000;

/**
 * Turns milliseconds since 1970 into a moment whose UTC digits are those of a wall clock in an IANA
 * zone. An offset holds for a whole hour and is looked up once, or a million rows would take minutes.
 */
export function wallClock(zone: string): (milliseconds: number) => Date {
	const offsets = new Map<number, number>();
	return (milliseconds) => {
		const hour = Math.floor(milliseconds / HOUR_MILLISECONDS);
		let minutes = offsets.get(hour);
		if (minutes === undefined) {
			minutes = DateTime.fromMillis(milliseconds, { zone }).offset;
			offsets.set(hour, minutes);
		}
		return new Date(milliseconds + minutes * 60_000);
	};
}
