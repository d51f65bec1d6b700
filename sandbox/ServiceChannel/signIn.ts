import { Answer, Refusal } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';

const ACCESS_SECONDS = 600;
const REFRESH_SECONDS = 30 * 24 * 3600;
// Nothing states how long a code may wait.
const CODE_SECONDS = 300;
const SECONDS_BETWEEN_SIGN_INS = 5;

const HTML = { 'content-type': 'text/html; charset=utf-8' };

const logOnPage: Handler = () =>
	new Answer(200, '<!DOCTYPE html><html><body><h1>Log on</h1></body></html>', HTML);

/** A client that is not known is sent to a page for people, not refused. */
const toLogOnPage = () =>
	new Answer(302, '<html><body>Moved</body></html>', {
		...HTML,
		location: '/login?ReturnUrl=%2Foauth%2Ftoken',
	});

/** Sends the browser back at once with a code: the owner of the sandbox agrees to everything. */
const agree: Handler = ({ query, tokens, store, credentials }) => {
	const { clientId, username } = {
		...credentials.serviceChannelApi,
		...credentials.serviceChannelOAuth2Api,
	};
	const { response_type: kind, client_id: client, redirect_uri: redirect, state } = query;
	if (client !== clientId) return toLogOnPage();
	if (kind !== 'code' || typeof redirect !== 'string' || !URL.canParse(redirect)) {
		return new Answer(
			400,
			'<html><body>response_type and redirect_uri, please</body></html>',
			HTML,
		);
	}
	const code = tokens.issue({ account: username, lifetimeSeconds: CODE_SECONDS, kind: 'code' });
	store.collection('codes').add({ id: code, redirectUri: redirect });
	const target = new URL(redirect);
	target.searchParams.set('code', code);
	if (state !== undefined) target.searchParams.set('state', String(state));
	return new Answer(302, '', { location: target.href });
};

const refused = (error: string, description: string) =>
	new Answer(400, { error, error_description: description });

/** Whose token it will be, or why there is none. */
function grantee({ body, tokens, store, credentials }: SandboxRequest): string | Answer {
	switch (body.grant_type) {
		case 'password': {
			const known = Object.values(credentials).find(
				({ username, password }) => username === body.username && password === body.password,
			);
			return known?.username ?? refused('invalid_grant', 'The user name or the password is wrong');
		}
		case 'refresh_token': {
			const old = String(body.refresh_token);
			const account = tokens.accountOf(old, 'refresh');
			// Replaced on use.
			tokens.revoke(old);
			return account ?? refused('invalid_grant', 'The refresh token is not valid');
		}
		case 'authorization_code': {
			const code = String(body.code);
			const account = tokens.accountOf(code, 'code');
			const redirectUri = store.collection('codes').get(code)?.redirectUri;
			tokens.revoke(code);
			return account !== undefined && redirectUri === body.redirect_uri
				? account
				: refused('invalid_grant', 'The code is not valid or was asked for with another address');
		}
		default:
			return refused('unsupported_grant_type', 'password, authorization_code or refresh_token');
	}
}

/** The user that a request signs in, as far as it can be told before the grant is looked at. */
function claimedUser({ body, tokens }: SandboxRequest): string | undefined {
	if (body.grant_type === 'password') return String(body.username);
	return (
		tokens.accountOf(String(body.refresh_token), 'refresh') ??
		tokens.accountOf(String(body.code), 'code')
	);
}

/** One call in five seconds for each user. */
function isTooSoon(request: SandboxRequest): boolean {
	const user = claimedUser(request);
	if (!request.limited || user === undefined) return false;
	const signIns = request.store.collection('signIns');
	const now = request.clock.now();
	const last = signIns.get(user);
	if (last && now - Number(last.at) < SECONDS_BETWEEN_SIGN_INS * 1000) return true;
	if (last) signIns.change(user, { at: now });
	else signIns.add({ id: user, at: now });
	return false;
}

const token: Handler = (request) => {
	const { headers, credentials, encoding, tokens, body } = request;
	const { clientId, clientSecret } = credentials.serviceChannelApi;
	const basic = /^Basic (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
	if (Buffer.from(basic, 'base64').toString() !== `${clientId}:${clientSecret}`) {
		return toLogOnPage();
	}
	if (encoding !== 'form') return refused('invalid_request', 'The body must be a form');
	const others = Object.keys(body).filter((name) => !FORM_FIELDS.includes(name));
	if (others.length > 0) return refused('invalid_request', `Unknown: ${others.join(', ')}`);
	if (isTooSoon(request)) {
		return new Answer(429, undefined, {
			'error-message': 'Rejected by security reason: Login attempts limit exceed.',
		});
	}
	const account = grantee(request);
	if (account instanceof Answer) return account;
	return new Answer(200, {
		access_token: tokens.issue({ account, lifetimeSeconds: ACCESS_SECONDS }),
		token_type: 'bearer',
		expires_in: ACCESS_SECONDS,
		refresh_token: tokens.issue({ account, lifetimeSeconds: REFRESH_SECONDS, kind: 'refresh' }),
	});
};

// The client belongs into the header, and there are no scopes.
const FORM_FIELDS = ['grant_type', 'username', 'password', 'refresh_token', 'code', 'redirect_uri'];

export const signIn: Readonly<Record<string, Handler>> = {
	'GET /oauth/authorize': agree,
	'POST /oauth/token': token,
	'GET /login': logOnPage,
};

export function authorize({ headers, tokens }: SandboxRequest): string {
	const given = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
	const account = given === undefined ? undefined : tokens.accountOf(given);
	if (account === undefined) {
		throw new Refusal('notAuthorised', 'Authorization has been denied for this request.');
	}
	return account;
}

/** The user who asks. */
export function callerOf({ store, account }: Pick<SandboxRequest, 'store' | 'account'>): Row {
	const [caller] = store.collection('users').where('UserName', account);
	return caller ?? {};
}

/** The subscriber that the caller belongs to, or nothing for a provider's user. */
export function ownSubscriber(request: Pick<SandboxRequest, 'store' | 'account'>): unknown {
	return callerOf(request).SubscriberId ?? undefined;
}
