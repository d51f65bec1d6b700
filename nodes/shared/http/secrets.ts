import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import get from 'lodash/get';

/** What stands in place of a secret. */
export const HIDDEN = '[hidden]';

/** Shorter values are too common to be searched for: hiding every "1" would spoil the answer. */
const SHORTEST = 4;

export type Scrub = <T>(value: T) => T;

/**
 * Gives a function that replaces the values of the named credential fields wherever they turn up in
 * texts, however deep. It never changes what it is given; what holds no secret comes back as it is.
 */
export function scrubber(
	credential: ICredentialDataDecryptedObject,
	fields: readonly string[],
): Scrub {
	const secrets = fields
		.map((field): unknown => get(credential, field))
		.filter((value): value is string => typeof value === 'string' && value.length >= SHORTEST)
		.flatMap((value) => [value, encodeURIComponent(value)])
		.sort((a, b) => b.length - a.length);
	if (secrets.length === 0) return (value) => value;
	const inText = (text: string): string =>
		secrets.reduce(
			(clean, secret) => (clean.includes(secret) ? clean.split(secret).join(HIDDEN) : clean),
			text,
		);
	const walk = (value: unknown): unknown => {
		if (typeof value === 'string') return inText(value);
		if (Array.isArray(value)) {
			const members = value.map(walk);
			return members.some((member, i) => member !== value[i]) ? members : value;
		}
		if (value === null || typeof value !== 'object') return value;
		const entries = Object.entries(value);
		const clean = entries.map(([key, member]) => [key, walk(member)] as const);
		return clean.some(([, member], i) => member !== entries[i][1])
			? Object.fromEntries(clean)
			: value;
	};
	return (value) => walk(value) as typeof value;
}
