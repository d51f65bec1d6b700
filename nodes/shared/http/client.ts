import {
	sleep,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IPollFunctions,
} from 'n8n-workflow';
import get from 'lodash/get';

import type { Answer, Method, Page, Paging, Refusal, Route, Vendor } from '../define/vendor';
import { AllowanceUsedUp, sharedAllowances } from './allowance';
import { apiError, brokenRefusal, headersOf, outcomeOf, unreadable } from './errors';
import type { MultipartForm } from './form';
import { listReader, type ListRequest } from './lists';
import { nextStep, PATIENCE, type Outcome } from './retry';
import { scrubber, type Scrub } from './secrets';

export type Context = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

export interface Request {
	readonly route: Route;
	/** Values for the placeholders of the route that the credential does not fill. */
	readonly path?: { readonly [name: string]: string | number };
	readonly query?: IDataObject;
	readonly body?: object;
	/** Makes the body of an upload afresh, because a stream can be sent only once. */
	readonly form?: () => Promise<MultipartForm>;
	/** Whether it may be sent again after a failure. GET, PUT and DELETE always may. */
	readonly repeatable?: boolean;
	readonly headers?: { readonly [name: string]: string };
	/** What is asked for instead of data: the bytes of a file, or text that may look like data. */
	readonly reads?: 'file' | 'text';
	/** Milliseconds that the answer may take, where the usual time does not fit. */
	readonly timeout?: number;
	/** What the user sees fields called, by the vendor's names. */
	readonly labels?: { readonly [name: string]: string };
}

export interface Client {
	/** Sends until there is an answer that means success. Throws `NodeApiError` otherwise. */
	send(request: Request): Promise<Answer>;
	/** The record in the answer, in or out of the vendor's envelope. */
	one(request: Request & { readonly at?: string }): Promise<unknown>;
	/** The records of a list page by page, in order, none of them twice. */
	pages(request: ListRequest): AsyncGenerator<IDataObject[]>;
	/** One page, as a picker shows it. */
	page(
		request: Request & { readonly at?: string },
		paging: Paging,
		sent: IDataObject,
	): Promise<Page>;
	readonly scrub: Scrub;
	readonly credential: ICredentialDataDecryptedObject;
	/** Names the account for caches that are shared in this process. */
	readonly account: string;
	/** The vendor's clock at the latest answer, in milliseconds, where it told; before the first one, as an earlier client found it. */
	readonly vendorTime: () => number | undefined;
}

/** The longest that a vendor may take to answer, in milliseconds: a little more than their own limits. */
const LONGEST_ANSWER = 100_000;

/** Milliseconds after which the sign-in is checked again before an upload. */
const CHECK_HOLDS = 60_000;

/** By how many milliseconds the clock of each account's vendor was ahead of ours at its latest answer. */
const aheadOfUs = new Map<string, number>();

/** The credential type that the node uses: the chosen one where there is a choice. */
export function credentialType(context: Context, { api }: Vendor): string {
	const [first, ...others] = Object.keys(api.credentials);
	if (others.length === 0) return first;
	const chosen = context.getNode().parameters.authentication;
	return typeof chosen === 'string' && chosen in api.credentials ? chosen : first;
}

/**
 * The one way by which every operation, picker and trigger reaches a vendor: signed in, inside the
 * allowance, retried where that is safe, and explained where it failed. `until` (milliseconds since
 * 1970) is when the caller must be done.
 */
export async function clientFor(
	context: Context,
	vendor: Vendor,
	until = Infinity,
): Promise<Client> {
	const { api } = vendor;
	const type = credentialType(context, vendor);
	const node = context.getNode();
	const credential = await context.getCredentials(type);
	const baseURL = api.baseUrl(credential).replace(/\/+$/, '');
	const placeholders = api.placeholders?.(credential) ?? {};
	const scrub = scrubber(credential, api.secrets);
	const allowance = typeof api.allowance === 'function' ? api.allowance(credential) : api.allowance;
	const account = `${vendor.name} ${node.credentials?.[type]?.id ?? ''} ${baseURL}`;
	let checkedAt = 0;
	let vendorTime: number | undefined;

	/** Read anew, because the token may have been fetched since: its value must be found to be hidden. */
	async function fail(status: number | undefined, refusal: Refusal, labels?: Request['labels']) {
		const hide = scrubber(await context.getCredentials(type), api.secrets);
		return apiError(node, status, hide(refusal), labels);
	}

	function optionsFor(request: Request): IHttpRequestOptions {
		const { route, path, query, body, reads, timeout = LONGEST_ANSWER } = request;
		const [method, template] = split(route);
		const hasBody = method !== 'GET' && body !== undefined;
		return {
			method,
			baseURL,
			url: fill(template, { ...placeholders, ...path }),
			...(query && { qs: query, arrayFormat: 'repeat' }),
			// n8n drops an empty object, but some vendors refuse a call that has no body at all.
			...(hasBody && { body: Object.keys(body).length > 0 ? body : '{}' }),
			headers: {
				...api.headers,
				...request.headers,
				...(hasBody && { 'Content-Type': 'application/json' }),
			},
			...READS[reads ?? 'data'],
			returnFullResponse: true,
			timeout: Math.max(1, Math.min(timeout, until - Date.now())),
			// n8n renews a token on a 401, and only sees one that is thrown.
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
		};
	}

	async function once(request: Request): Promise<Outcome> {
		const options = optionsFor(request);
		if (request.form !== undefined) options.body = (await request.form()) as unknown as FormData;
		try {
			const { statusCode, headers, body } =
				await context.helpers.httpRequestWithAuthentication.call(context, type, options);
			const answer = { status: statusCode, headers: headersOf(headers), body };
			const { location } = answer.headers;
			if (request.reads === 'file' && location !== undefined) {
				answer.headers = { ...answer.headers, location: new URL(location, `${baseURL}/`).href };
			}
			const told = timeIn(answer);
			if (told !== undefined) aheadOfUs.set(account, told - Date.now());
			vendorTime = told ?? vendorTime;
			if (request.reads === 'text' && statusCode >= 400) return fromText(answer, String(body));
			return request.reads === 'file' && statusCode >= 400 ? await asText(context, answer) : answer;
		} catch (error) {
			const outcome = outcomeOf(error);
			if ('said' in outcome) throw await fail(undefined, { message: outcome.said });
			return outcome;
		}
	}

	/** A stream can be sent once only, and n8n cannot renew the token for it: so that is done before. */
	async function checkSignIn(): Promise<void> {
		if (Date.now() - checkedAt < CHECK_HOLDS) return;
		await send({ route: api.check });
		checkedAt = Date.now();
	}

	async function paced(request: Request): Promise<Outcome> {
		const patience = Math.min(PATIENCE, until - Date.now());
		try {
			return await sharedAllowances.within(
				account,
				allowance,
				patience,
				async () => await once(request),
			);
		} catch (error) {
			if (!(error instanceof AllowanceUsedUp)) throw known(error);
			throw await fail(429, {
				message: `${vendor.name} allows this account ${allowance.requests} requests in ${allowance.perSeconds} seconds, and they are used up`,
				advice: `Run this again in ${inWords(error.milliseconds)}.`,
			});
		}
	}

	const known = (error: unknown): Error =>
		error instanceof Error ? error : new Error(String(error));

	async function send(request: Request): Promise<Answer> {
		if (request.form !== undefined) await checkSignIn();
		const [method] = split(request.route);
		const repeatable = request.repeatable ?? (api.repeats ?? SAFE_TO_REPEAT).includes(method);
		for (let attempt = 1, waited = 0; ; attempt++) {
			const outcome = await paced(request);
			const refusal = refusalFor(request, outcome, repeatable);
			if (refusal === undefined) return outcome as Answer;
			const step = nextStep(outcome, repeatable, {
				attempt,
				waited,
				now: Date.now(),
				chance: Math.random(),
			});
			const status = 'status' in outcome ? outcome.status : undefined;
			if (!('retryIn' in step) || Date.now() + step.retryIn > until) {
				const asked = 'retryIn' in step ? step.retryIn : step.asked;
				const advice =
					asked === undefined ? refusal.advice : `Run this again in ${inWords(asked)}.`;
				throw await fail(
					status,
					{ ...refusal, ...(advice !== undefined && { advice }) },
					request.labels,
				);
			}
			if (status === 429) sharedAllowances.pause(account, step.retryIn);
			waited += step.retryIn;
			await sleep(step.retryIn);
		}
	}

	/** Why an outcome is no success, or nothing where it is one. */
	function refusalFor(
		{ route, reads }: Request,
		outcome: Outcome,
		repeatable: boolean,
	): Refusal | undefined {
		if ('broken' in outcome) {
			return brokenRefusal(vendor.name, hostOf(baseURL), outcome.broken, repeatable);
		}
		const leadsToFile =
			reads === 'file' && outcome.status < 400 && outcome.headers.location !== undefined;
		if (!leadsToFile && (outcome.status < 200 || outcome.status >= 300)) {
			if (api.none?.(outcome, route)) return undefined;
			const page = outcome.status < 400 ? undefined : unreadable(vendor.name, outcome);
			const said = api.explain(outcome, { request: route });
			return page !== undefined && typeof outcome.body === 'string' && outcome.body.trim() !== ''
				? { ...page, message: `${page.message} (status ${outcome.status})` }
				: said;
		}
		if (reads === 'file' || outcome.status === 204) return undefined;
		if (api.failed?.(outcome)) return api.explain(outcome, { request: route });
		// An empty answer is looked at where a record is due: many calls that change something give none.
		return reads === 'text' || outcome.body === '' ? undefined : unreadable(vendor.name, outcome);
	}

	async function one({ at, ...request }: Request & { readonly at?: string }): Promise<unknown> {
		const { body } = await send(request);
		if (at !== undefined) return get(body, at) as unknown;
		return api.one === undefined ? body : api.one(body);
	}

	const page: Client['page'] = async ({ at, ...request }, paging, sent) => {
		const answer = await send({
			repeatable: true,
			...request,
			[paging.in]: { ...api.everyList?.(credential), ...request[paging.in], ...sent },
		});
		if (api.none?.(answer, request.route)) return { records: [] };
		const records =
			at === undefined
				? api.many(answer.body, request.route)
				: (get(answer.body, at) as IDataObject[] | undefined);
		if (!Array.isArray(records)) {
			const refusal = answer.body === '' ? unreadable(vendor.name, answer) : undefined;
			throw await fail(
				answer.status,
				refusal ?? { message: `${vendor.name} answered without a list` },
			);
		}
		return { records, ...paging.read(answer, sent, records) };
	};

	const pages: Client['pages'] = listReader(page, {
		id: api.id ?? 'id',
		paging: api.paging,
		atOnce: allowance.atOnce,
	});

	return {
		send,
		one,
		page,
		pages,
		scrub: api.echoes ? scrub : (value) => value,
		credential,
		account,
		vendorTime() {
			const ahead = aheadOfUs.get(account);
			return vendorTime ?? (ahead === undefined ? undefined : Date.now() + ahead);
		},
	};
}

const SAFE_TO_REPEAT: readonly Method[] = ['GET', 'PUT', 'DELETE'];

export function split(route: Route): [Method, string] {
	const gap = route.indexOf(' ');
	return [route.slice(0, gap) as Method, route.slice(gap + 1)];
}

/** The path with its placeholders filled. Each value stays inside its own part of the path. */
function fill(template: string, values: { readonly [name: string]: string | number }): string {
	return template.replace(/\{(\w+)\}/g, (_, name: string) =>
		encodeURIComponent(values[name] ?? ''),
	);
}

const hostOf = (url: string): string => /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? url;

function timeIn({ headers }: Answer): number | undefined {
	const time = Date.parse(headers.date ?? '');
	return Number.isNaN(time) ? undefined : time;
}

/** How n8n is told what is asked for. */
const READS: Readonly<Record<'data' | 'file' | 'text', Partial<IHttpRequestOptions>>> = {
	data: { json: true },
	file: { encoding: 'stream', disableFollowRedirect: true },
	text: { encoding: 'text' },
};

/** The error page of a file that was asked for as a stream. */
async function asText(context: Context, answer: Answer): Promise<Answer> {
	const { helpers } = context as IExecuteFunctions;
	return fromText(answer, await helpers.binaryToString(answer.body as Buffer));
}

/** The same answer with the data that its text holds, as failures are told in. */
function fromText(answer: Answer, text: string): Answer {
	try {
		return { ...answer, body: JSON.parse(text) as unknown };
	} catch {
		return { ...answer, body: text };
	}
}

export function inWords(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	if (seconds < 90) return `${seconds} seconds`;
	const minutes = Math.ceil(seconds / 60);
	return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
