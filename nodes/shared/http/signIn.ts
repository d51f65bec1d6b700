import { createHash } from 'crypto';
import {
	sleep,
	UserError,
	type IDataObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
} from 'n8n-workflow';

import { brokenRefusal, headersOf, objectOf, outcomeOf } from './errors';

/** How a vendor is asked for a token or a session. */
export interface SignIn {
	/** The vendor's name, for messages. */
	readonly vendor: string;
	readonly url: string;
	/** Sent as JSON, or as a form where the content type says so. */
	readonly body: IDataObject;
	readonly form?: boolean;
	/** Client ID and secret in the header, where the vendor wants them there. */
	readonly basic?: { readonly username: string; readonly password: string };
	/** Takes the vendor's reason out of a refusal, where it stands in no usual place. */
	readonly reason?: (answer: IDataObject) => unknown;
	/** For vendors that let a user sign in only so often. */
	readonly rest?: {
		/** Seconds between two sign-ins of the same user. */
		readonly seconds: number;
		/** The token that was refused. While the latest answer has another one, that is given again. */
		readonly refused: unknown;
	};
	/** What the user should look at when the vendor refuses. */
	readonly advice: string;
}

/**
 * Signs in and gives the vendor's answer. Throws a `UserError` that says why it failed and what to
 * look at. A redirect counts as a refusal: some vendors send unknown clients to a log-in page.
 */
export async function signIn(helper: IHttpRequestHelper, how: SignIn): Promise<IDataObject> {
	const { url, body, basic, rest } = how;
	if (rest === undefined) return await askFor(helper, how);
	const key = createHash('sha256')
		.update(JSON.stringify([url, body, basic]))
		.digest('base64');
	for (const [old, { until }] of latest) if (until <= Date.now()) latest.delete(old);
	const kept = latest.get(key);
	if (kept !== undefined) {
		const answer = await kept.answer;
		if (!Object.values(answer).includes(rest.refused as string)) return answer;
		await sleep(Math.max(0, kept.until - Date.now()));
		return await signIn(helper, how);
	}
	const answer = askFor(helper, how);
	// Whoever asked hears of a failure; it must not count as unhandled as well.
	answer.catch(() => undefined);
	latest.set(key, { until: Date.now() + rest.seconds * 1000, answer });
	return await answer;
}

/** The latest answers of vendors that want a rest, by a fingerprint of what was sent. Times are milliseconds since 1970. */
const latest = new Map<string, { readonly until: number; readonly answer: Promise<IDataObject> }>();

async function askFor(
	{ helpers }: IHttpRequestHelper,
	{ vendor, url, body, form, basic, reason, rest, advice }: SignIn,
): Promise<IDataObject> {
	const request: IHttpRequestOptions = {
		method: 'POST',
		url,
		body: form ? new URLSearchParams(body as Record<string, string>) : body,
		...(basic !== undefined && { auth: { ...basic, sendImmediately: true } }),
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	let said = await ask(helpers, request, vendor);
	if (said.statusCode === 429 && rest !== undefined) {
		// Somebody else has just signed in for the same user: another n8n, or another worker of this one.
		await sleep(rest.seconds * 1000);
		said = await ask(helpers, request, vendor);
	}
	const { statusCode, answer, message } = said;
	if (statusCode >= 200 && statusCode < 300 && typeof answer === 'object') return objectOf(answer);
	const why = reason?.(objectOf(answer)) ?? reasonIn(answer) ?? message;
	throw refused(
		`${vendor} refused the sign-in (status ${statusCode})${why === undefined ? '' : `: ${String(why).replace(/\.\s*$/, '')}`}. ${advice}`,
	);
}

async function ask(
	helpers: IHttpRequestHelper['helpers'],
	request: IHttpRequestOptions,
	vendor: string,
): Promise<{ statusCode: number; answer: unknown; message?: string }> {
	try {
		const response = (await helpers.httpRequest(request)) as {
			statusCode: number;
			body: unknown;
			headers: object;
		};
		const { 'content-type': type, 'error-message': message } = headersOf(response.headers);
		const answer = type?.includes('html') ? '' : response.body;
		return { statusCode: response.statusCode, answer, message };
	} catch (error) {
		const outcome = outcomeOf(error);
		const host = /^https?:\/\/([^/]+)/.exec(request.url)?.[1] ?? request.url;
		const why =
			'broken' in outcome
				? brokenRefusal(vendor, host, outcome.broken, true).message
				: `${vendor} could not be asked to sign in at ${host}`;
		throw refused(`${why}. Check the environment and the URLs in the credential.`);
	}
}

const refused = (message: string): UserError => new UserError(message);

function reasonIn(answer: unknown): string | undefined {
	const { error, error_description: description, message, Reason } = objectOf(answer);
	const said = [description, message, Reason, error].find((text) => typeof text === 'string');
	return said === undefined ? undefined : String(said);
}
