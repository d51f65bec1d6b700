import {
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
	/** What the user should look at when the vendor refuses. */
	readonly advice: string;
}

/**
 * Signs in and gives the vendor's answer. Throws a `UserError` that says why it failed and what to
 * look at. A redirect counts as a refusal: ServiceChannel sends unknown clients to a log-in page.
 */
export async function signIn(
	{ helpers }: IHttpRequestHelper,
	{ vendor, url, body, form, basic, advice }: SignIn,
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
	const { statusCode, answer } = await ask(helpers, request, vendor);
	if (statusCode >= 200 && statusCode < 300 && typeof answer === 'object') return objectOf(answer);
	const said = reasonIn(answer);
	throw refused(
		`${vendor} refused the sign-in (status ${statusCode})${said === undefined ? '' : `: ${said}`}. ${advice}`,
	);
}

async function ask(
	helpers: IHttpRequestHelper['helpers'],
	request: IHttpRequestOptions,
	vendor: string,
): Promise<{ statusCode: number; answer: unknown }> {
	try {
		const response = (await helpers.httpRequest(request)) as {
			statusCode: number;
			body: unknown;
			headers: object;
		};
		const html = headersOf(response.headers)['content-type']?.includes('html');
		return { statusCode: response.statusCode, answer: html ? '' : response.body };
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
