import { randomBytes } from 'crypto';

import type { Clock } from './clock';

export interface TokenGrant {
	readonly account: string;
	/** By the vendor's clock. None: until it is revoked. */
	readonly lifetimeSeconds?: number;
	/** `access` unless said. Sessions are `access`; only access tokens end with `expireTokens`. */
	readonly kind?: 'access' | 'refresh' | 'code';
}

/** What a vendor has issued to those who signed in. */
export interface Tokens {
	issue(grant: TokenGrant): string;
	/** Whose token this is, as long as it lives. */
	accountOf(token: string, kind?: TokenGrant['kind']): string | undefined;
	revoke(token: string): void;
	/** Ends every access token, as if its time had run out. */
	expire(): void;
	clear(): void;
}

export function createTokens(clock: Clock): Tokens {
	const issued = new Map<string, { account: string; kind: string; until: number }>();
	return {
		issue({ account, lifetimeSeconds, kind = 'access' }) {
			const token = `${kind}-${randomBytes(18).toString('base64url')}`;
			const until = lifetimeSeconds === undefined ? Infinity : clock.now() + lifetimeSeconds * 1000;
			issued.set(token, { account, kind, until });
			return token;
		},
		accountOf(token, kind = 'access') {
			const grant = issued.get(token);
			return grant && grant.kind === kind && clock.now() < grant.until ? grant.account : undefined;
		},
		revoke(token) {
			issued.delete(token);
		},
		expire() {
			for (const [token, { kind }] of issued) if (kind === 'access') issued.delete(token);
		},
		clear: () => issued.clear(),
	};
}
