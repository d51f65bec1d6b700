import { Answer, Refusal } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { signedInUser } from './records';

// Above the hard limit the oldest sessions go until the soft limit is reached.
const MOST_SESSIONS = 200;
const SESSIONS_KEPT = 100;

// Nothing states how long a bearer token lives; its own `exp` tells.
const BEARER_LIFETIME_SECONDS = 3600;

const API_USERNAME = 'dispatch@example.com';

/** The session that the request names in its cookie. */
function sessionOf({ headers }: Pick<SandboxRequest, 'headers'>): string | undefined {
	return /(?:^|;\s*)PHPSESSID=([^;\s]+)/.exec(headers.cookie ?? '')?.[1];
}

function userNamed(username: unknown, request: SandboxRequest): Row | undefined {
	return request.store.collection('users').where('username', username)[0];
}

/** A session without a user carries a token all the same: only `authenticated` tells. */
function noSession(status: number, message: string, { tokens }: SandboxRequest): Answer {
	const authToken = tokens.issue({ account: '', kind: 'code' });
	return new Answer(status, {
		messages: { error: [message] },
		data: { authenticated: false, eulaNeeded: true, authToken, user: null },
	});
}

/** Whether a licence waits to be accepted. */
function eulaNeeded({ store }: SandboxRequest): boolean {
	const [account] = store.collection('accounts').all();
	return account.eulaText !== null && account.eulaAccepted !== true;
}

function session(authToken: string, username: string, request: SandboxRequest): Answer {
	const user = userNamed(username, request);
	return new Answer(
		200,
		{
			data: {
				authenticated: true,
				eulaNeeded: eulaNeeded(request),
				authToken,
				user: user ? signedInUser(user, request) : null,
			},
		},
		{ 'set-cookie': `PHPSESSID=${authToken}; path=/; HttpOnly` },
	);
}

const logIn: Handler = (request) => {
	const { body, encoding, tokens, store, credentials } = request;
	const { username, password } = encoding === 'json' ? body : ({} as Row);
	if (!username || !password) {
		const missing = username ? 'password' : 'username';
		throw new Refusal('invalid', 'username and password are required', {
			problems: [{ kind: 'missing', in: 'body', name: missing, message: 'is required' }],
		});
	}
	const own = credentials.serviceTradeApi;
	if (username !== own.username || password !== own.password) {
		return noSession(403, 'The username or the password is wrong', request);
	}
	const sessions = store.collection('sessions');
	for (const { id } of [...sessions.all()]) {
		if (tokens.accountOf(String(id)) === undefined) sessions.remove(id);
	}
	const token = tokens.issue({ account: own.username });
	sessions.add({ id: token, username });
	if (sessions.size > MOST_SESSIONS) {
		for (const { id } of sessions.all().slice(0, sessions.size - SESSIONS_KEPT)) {
			tokens.revoke(String(id));
			sessions.remove(id);
		}
	}
	return session(token, own.username, request);
};

const whoAmI: Handler = (request) => {
	const token = sessionOf(request);
	const username = token === undefined ? undefined : request.tokens.accountOf(token);
	return token === undefined || username === undefined
		? noSession(404, 'There is no session for this token', request)
		: session(token, username, request);
};

const logOut: Handler = (request) => {
	const token = sessionOf(request);
	if (token === undefined || request.tokens.accountOf(token) === undefined) {
		return noSession(404, 'There is no session for this token', request);
	}
	request.tokens.revoke(token);
	request.store.collection('sessions').remove(token);
	return new Answer(204);
};

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The vendor's tokens are JSON web tokens; here the last part is what is looked up. */
function bearerToken(account: string, { tokens, clock }: SandboxRequest): Answer {
	const token = tokens.issue({ account, lifetimeSeconds: BEARER_LIFETIME_SECONDS });
	const exp = Math.floor(clock.now() / 1000) + BEARER_LIFETIME_SECONDS;
	return new Answer(200, {
		access_token: `${base64({ alg: 'none', typ: 'JWT' })}.${base64({ sub: account, exp })}.${token}`,
		refresh_token: tokens.issue({ account, kind: 'refresh' }),
		token_type: 'Bearer',
		expires_in: BEARER_LIFETIME_SECONDS,
	});
}

function oauthRefusal(status: number, error: string, description: string): Answer {
	return new Answer(status, { error, error_description: description });
}

/** As JSON or as a form, the client always in the body; the answer is not wrapped in `data`. */
const token: Handler = (request) => {
	const { body, encoding, tokens, credentials } = request;
	if (encoding !== 'json' && encoding !== 'form') {
		return oauthRefusal(400, 'invalid_request', 'The body must be JSON or a form');
	}
	const { grant_type: grant, client_id: id, client_secret: secret, refresh_token: refresh } = body;
	const { clientId, clientSecret } = credentials.serviceTradeClientApi;
	if (grant === 'client_credentials') {
		return id === clientId && secret === clientSecret
			? bearerToken(clientId, request)
			: oauthRefusal(401, 'invalid_client', 'The client is unknown or its secret is wrong');
	}
	if (grant === 'refresh_token') {
		const account = tokens.accountOf(String(refresh), 'refresh');
		if (id !== clientId || account === undefined) {
			return oauthRefusal(400, 'invalid_grant', 'The refresh token is not valid');
		}
		// The new one replaces the old.
		tokens.revoke(String(refresh));
		return bearerToken(account, request);
	}
	return oauthRefusal(400, 'unsupported_grant_type', 'Only client_credentials and refresh_token');
};

const revoke: Handler = ({ body, tokens }) => {
	tokens.revoke(String(body.refresh_token));
	return new Answer(200, {});
};

export const signIn: Readonly<Record<string, Handler>> = {
	'POST /api/auth': logIn,
	'GET /api/auth': whoAmI,
	'DELETE /api/auth': logOut,
	'POST /api/oauth2/token': token,
	'POST /api/oauth2/revoke': revoke,
};

/** By the session cookie or by a bearer token; no other way is documented. */
export function authorize(request: SandboxRequest): string {
	const [, bearer] =
		/^Bearer (?:[^.\s]+\.){2}(\S+)$/.exec(request.headers.authorization ?? '') ?? [];
	const given = bearer ?? sessionOf(request);
	const account = given === undefined ? undefined : request.tokens.accountOf(given);
	if (account === undefined) throw new Refusal('notAuthorised', 'There is no active session');
	return account;
}

/** Whose work it is: the user of the session, or the one that stands for the client. */
export function callerOf(request: SandboxRequest): Row | undefined {
	return userNamed(request.account, request) ?? userNamed(API_USERNAME, request);
}
