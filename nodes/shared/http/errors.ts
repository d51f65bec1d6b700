import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';
import get from 'lodash/get';

import type { Answer, Refusal } from '../define/vendor';
import type { Outcome } from './retry';

/** A refusal as n8n shows it: the first line says what happened, the description what to do. */
export function apiError(
	node: INode,
	status: number | undefined,
	refusal: Refusal,
	labels: { readonly [name: string]: string } = {},
): NodeApiError {
	const { message, fields = {}, advice, trace } = refusal;
	const problems = Object.entries(fields).map(
		([name, reasons]) => `${labels[name] ?? name}: ${reasons.join(' ')}`,
	);
	const description = [
		...problems,
		...(advice === undefined ? [] : [advice]),
		...(trace === undefined ? [] : [`Reference for the vendor’s support: ${trace}`]),
	].join('\n');
	const error = new NodeApiError(node, {} as JsonObject, {
		message,
		description: description === '' ? undefined : description,
		...(status !== undefined && { httpCode: String(status) }),
	});
	// n8n rewrites messages that contain an error code of the network; ours already say it in words.
	error.message = message;
	return error;
}

/** Any other failure, as one of the two errors that n8n can show. Those it already knows stay as they are. */
export function asNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	const shown =
		error instanceof NodeApiError || error instanceof NodeOperationError
			? error
			: new NodeOperationError(node, error instanceof Error ? error : new Error(String(error)));
	if (itemIndex !== undefined) shown.context.itemIndex = itemIndex;
	return shown;
}

/** What the HTTP client of n8n threw, reduced to what is safe to keep: never the request with its headers. */
export function outcomeOf(error: unknown): Outcome | { readonly said: string } {
	for (let at: unknown = error, depth = 0; at instanceof Object && depth < 5; depth++) {
		const response = get(at, 'response') as
			| { status?: number; headers?: object; data?: unknown }
			| undefined;
		if (typeof response?.status === 'number') {
			return {
				status: response.status,
				headers: headersOf(response.headers),
				body: response.data,
			};
		}
		const code = get(at, 'code') as unknown;
		if (typeof code === 'string' && /^(E[A-Z_]+|UND_ERR\w*|CERT_\w+|DEPTH_ZERO\w*)$/.test(code)) {
			return { broken: code };
		}
		at = get(at, 'cause') ?? get(at, 'errorResponse');
	}
	const status = Number(get(error, 'httpCode'));
	if (status >= 100) {
		return { status, headers: {}, body: get(error, 'context.data') };
	}
	return { said: error instanceof Error ? deepest(error).message : String(error) };
}

/** n8n wraps the error of a sign-in in one of its own, whose words say less. */
function deepest(error: Error): Error {
	return error.cause instanceof Error ? deepest(error.cause) : error;
}

export function headersOf(headers: object | undefined): Answer['headers'] {
	return Object.fromEntries(
		Object.entries(headers ?? {}).map(([name, value]) => [
			name.toLowerCase(),
			value === undefined || value === null ? undefined : String(value),
		]),
	);
}

const BROKEN: { readonly [code: string]: string } = {
	ECONNREFUSED: 'nothing answers there',
	ECONNRESET: 'the connection broke',
	ECONNABORTED: 'it took too long to answer',
	ETIMEDOUT: 'it took too long to answer',
	EHOSTUNREACH: 'there is no way to that host',
	ENETUNREACH: 'there is no network',
	ENOTFOUND: 'there is no such host',
	EAI_AGAIN: 'the host name could not be looked up',
	EPROTO: 'it does not speak HTTPS',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
	CERT_HAS_EXPIRED: 'its certificate has expired',
};

/** Failures that come before anything could be sent. */
const NEVER_SENT: ReadonlySet<string> = new Set([
	'ECONNREFUSED',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENOTFOUND',
]);

/** No answer at all. Whoever sent something that may not be repeated must look before sending it again. */
export function brokenRefusal(
	vendor: string,
	host: string,
	code: string,
	repeatable: boolean,
): Refusal {
	const unreached = NEVER_SENT.has(code);
	return {
		message: `${vendor} could not be reached at ${host}: ${BROKEN[code] ?? code}`,
		advice:
			repeatable || unreached
				? 'Check the environment and the base URL in the credential, and the network of the machine that runs n8n.'
				: `The request was sent, and it is not known whether ${vendor} carried it out. It was not sent again. Look there before you repeat it.`,
	};
}

/** An answer that is no answer: a web page, text where data was due, or nothing. */
export function unreadable(vendor: string, { body, headers }: Answer): Refusal | undefined {
	const advice =
		'Check the environment and the base URL in the credential, and that no proxy or log-in page stands in between.';
	if (typeof body !== 'string') return undefined;
	const text = body.trim();
	if (text === '') {
		return { message: `${vendor} gave an empty answer where data was due`, advice };
	}
	if (text.startsWith('<') || headers['content-type']?.includes('text/html')) {
		return { message: `${vendor} answered with a web page instead of data`, advice };
	}
	// A text is data too where it came as JSON; one that could not be read as such still has its brackets.
	if (headers['content-type']?.includes('json') && !/^[{["]/.test(text)) return undefined;
	return { message: `${vendor} answered with text instead of data: ${text.slice(0, 200)}`, advice };
}

/** The object in an answer, or an empty one where there is none. */
export const objectOf = (body: unknown): IDataObject =>
	body !== null && typeof body === 'object' && !Array.isArray(body) ? (body as IDataObject) : {};
