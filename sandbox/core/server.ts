import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { delay } from 'lodash';

import { createAllowanceCounter, type Allowance } from './allowance';
import { createClock } from './clock';
import { problemsOf, type JsonSchema, type Route } from './contract';
import {
	countList,
	createControl,
	createTraffic,
	logRequest,
	type VendorControl,
	type VendorState,
} from './control';
import { createFaults, type Fault } from './faults';
import { Answer, NotBuilt, Refusal, type Problem, type RefusalKind } from './refusal';
import { createStore, type Row, type Store } from './store';
import { createTokens } from './tokens';
import type {
	ArrivedRequest,
	SandboxCredentials,
	SandboxRequest,
	UploadedFile,
	Vendor,
} from './vendor';

/** A vendor that listens. */
export interface RunningVendor {
	/** As the credential takes it. */
	readonly baseUrl: string;
	readonly credentials: SandboxCredentials;
	readonly control: VendorControl;
	/** Calls this before every answer goes out, when it can no longer change what is in it. */
	answering(listener: () => void): void;
	close(): Promise<void>;
}

/** Fields of credentials that are no secret; all others are masked wherever they turn up. */
const OPEN_FIELDS = ['environment', 'baseUrl', 'authBaseUrl', 'tenantId', 'clientId', 'username'];

const BODY_LIMIT_BYTES = 64 * 1024 * 1024;

export async function startVendor(
	vendor: Vendor,
	options: { port: number; now?: number; allowance?: Allowance },
): Promise<RunningVendor> {
	const clock = createClock(options.now);
	const store: Store = createStore(vendor.collections, clock, (name) => countList(state, name));
	const state: VendorState = {
		vendor,
		store,
		clock,
		tokens: createTokens(clock),
		faults: createFaults(vendor.basePath),
		allowance: createAllowanceCounter(clock),
		traffic: createTraffic(),
	};
	const control = createControl(state, options.allowance);
	control.reset();

	const app = await createApp(vendor.name);
	// Known once the port is: nothing is answered before.
	let credentials: SandboxCredentials = {};
	let secrets: readonly string[] = [];
	let onAnswer = (): void => undefined;
	app.all('*', (request, reply) => answerRequest(request, reply));

	await listen(app, options.port, vendor.name);
	const origin = originOf(app);
	const baseUrl = origin + vendor.basePath;
	credentials = vendor.credentials({ origin, baseUrl });
	secrets = Object.values(credentials)
		.flatMap((fields) => Object.entries(fields))
		.filter(([field, value]) => !OPEN_FIELDS.includes(field) && value !== '')
		.map(([, value]) => value);
	return {
		baseUrl,
		credentials,
		control,
		answering(listener) {
			onAnswer = listener;
		},
		close: async () => await app.close(),
	};

	async function answerRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
		const { traffic } = state;
		traffic.inFlight++;
		traffic.peak = Math.max(traffic.peak, traffic.inFlight);
		reply.raw.once('close', () => traffic.inFlight--);

		const arrived = await readArrived(request);
		const note = logRequest(
			state,
			{
				method: arrived.method,
				path: arrived.url,
				query: arrived.query,
				body:
					arrived.encoding === 'multipart'
						? { ...arrived.body, files: arrived.files.map(describeFile) }
						: arrived.rawBody,
			},
			secrets,
		);

		const fault = state.faults.next(arrived.method, arrived.url);
		if (fault?.kind === 'dropBefore') return drop(request, reply);
		if (fault?.kind === 'hang') return hang(reply);
		const faulty = fault && answerOfFault(fault, arrived);
		const account = { name: '' };
		const answer = faulty ?? (await work(arrived, account));
		// Turned into text before any waiting, so that it shows the records as they were then.
		const payload = payloadOf(answer.body);
		const wait = traffic.delayMilliseconds + (fault?.kind === 'delay' ? (fault.ms ?? 0) : 0);
		if (wait > 0) await new Promise<void>((resolve) => delay(resolve, wait));
		if (fault?.kind === 'dropAfter') {
			note({ account: account.name });
			return drop(request, reply);
		}

		note({ status: answer.status, account: account.name });
		// Clients may set their clock by it.
		reply.header('date', new Date(clock.now()).toUTCString());
		if (payload.contentType) reply.header('content-type', payload.contentType);
		reply.code(answer.status).headers(answer.headers);
		onAnswer();
		await reply.send(payload.body);
	}

	function answerOfFault(fault: Fault, arrived: Arrived): Answer | undefined {
		const { kind, headers } = fault;
		switch (kind) {
			case 'status': {
				const status = fault.status ?? 500;
				if (fault.body !== undefined) return new Answer(status, fault.body, headers);
				const refusal = new Refusal(FAULT_REFUSALS[status] ?? 'failed', 'Made to fail', { status });
				const usual = vendor.errors(refusal, arrived);
				return new Answer(status, usual.body, { ...usual.headers, ...headers });
			}
			case 'html':
				return new Answer(
					fault.status ?? 502,
					'<!DOCTYPE html><html><body><h1>Something is being mended</h1></body></html>',
					{ 'content-type': 'text/html; charset=utf-8', ...headers },
				);
			case 'empty':
				return new Answer(fault.status ?? 200, undefined, headers);
			case 'notJson':
				return new Answer(fault.status ?? 200, '{"cut": "of', {
					'content-type': 'application/json',
					...headers,
				});
			default:
				return undefined;
		}
	}

	/** Does what the vendor would do; every refusal comes back as the vendor's answer. */
	async function work(arrived: Arrived, account: { name: string }): Promise<Answer> {
		try {
			return await accept(arrived, account);
		} catch (error) {
			if (error instanceof Refusal) return vendor.errors(error, arrived);
			const status = error instanceof NotBuilt ? 501 : 500;
			const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
			return new Answer(status, error instanceof NotBuilt ? error.message : `Sandbox: ${text}`, {
				'content-type': 'text/plain; charset=utf-8',
			});
		}
	}

	async function accept(arrived: Arrived, account: { name: string }): Promise<Answer> {
		const context: SandboxRequest = {
			...arrived,
			path: {},
			account: '',
			store,
			clock,
			tokens: state.tokens,
			credentials,
			limited: state.allowance.enforced(),
			...(state.traffic.pageSize > 0 && { pageSize: state.traffic.pageSize }),
		};
		const signIn = vendor.signIn?.[`${arrived.method} ${arrived.url}`];
		if (signIn) {
			if (arrived.malformed) throw new Refusal('malformed', arrived.malformed);
			return answerOf(await signIn(context), context);
		}

		// Without a base path everything is inside, so what lies elsewhere is asked first.
		if (vendor.elsewhere && (vendor.basePath === '' || !isInside(arrived.url))) {
			const found: unknown = await vendor.elsewhere(context);
			if (found !== undefined) return answerOf(found, context);
		}

		const route = routeOf(arrived);
		const path = placeholdersOf(route, arrived.url.slice(vendor.basePath.length) || '/');
		if (!vendor.open?.includes(route.key)) {
			account.name = vendor.authorize({ ...context, path });
			const wait = state.allowance.take(account.name);
			if (wait !== undefined) {
				const { status, body, headers } = vendor.errors(
					new Refusal('tooManyRequests', 'Too many requests'),
					arrived,
				);
				return new Answer(status, body, { ...headers, ...state.allowance.headers(wait) });
			}
		}
		if (arrived.malformed) throw new Refusal('malformed', arrived.malformed);
		check(arrived, route);
		const handler = vendor.routes[route.key];
		if (!handler) {
			throw new NotBuilt(`The sandbox of ${vendor.name} does not have ${route.key} yet`);
		}
		const request: SandboxRequest = {
			...context,
			path,
			account: account.name,
			query: route.readText(arrived.query as Record<string, string | string[]>),
			body: isForm(arrived)
				? route.readText(arrived.body as Record<string, string | string[]>)
				: arrived.body,
		};
		return answerOf(await handler(request), request);
	}

	function answerOf(value: unknown, request: SandboxRequest): Answer {
		if (value instanceof Answer) return value;
		return vendor.success ? vendor.success(value, request) : new Answer(200, value);
	}

	function isInside(url: string): boolean {
		return url === vendor.basePath || url.startsWith(`${vendor.basePath}/`);
	}

	function routeOf({ method, url }: Arrived): Route {
		const route = isInside(url)
			? vendor.contract.find(method, url.slice(vendor.basePath.length) || '/')
			: undefined;
		if (!route) throw new Refusal('unknownRoute', `There is no ${url}`);
		if (route === 'method') throw new Refusal('wrongMethod', `${url} does not take ${method}`);
		return route;
	}

	function check(arrived: Arrived, route: Route): void {
		const { encoding } = arrived;
		const accepted: readonly string[] = route.takesForm
			? ['multipart', 'form']
			: (vendor.encodings ?? ['json']);
		if (encoding !== 'none' && !accepted.includes(encoding)) {
			throw new Refusal('unsupported', `${route.key} takes ${accepted.join(' or ')}`);
		}
		const form = isForm(arrived) || route.takesForm;
		const problems = [
			...problemsIn(arrived.query, route.querySchema, 'query'),
			...(arrived.method === 'GET'
				? []
				: problemsIn(
						form ? { ...arrived.body, ...fileMarks(arrived.files) } : (arrived.rawBody ?? {}),
						form ? route.formSchema : route.bodySchema,
						'body',
					)),
		];
		if (problems.length > 0) {
			const text = problems.map(({ name, message }) => `${name} ${message}`).join('; ');
			throw new Refusal('invalid', text, { problems });
		}

		function problemsIn(
			value: unknown,
			schema: JsonSchema | undefined,
			part: Problem['in'],
		): Problem[] {
			if (!schema) return [];
			const validate = arrived.compile(schema);
			return validate(value) ? [] : problemsOf(validate.errors, part);
		}
	}
}

/** The statuses of a `status` fault for which the vendor has a body of its own. */
const FAULT_REFUSALS: Readonly<Record<number, RefusalKind>> = {
	400: 'malformed',
	401: 'notAuthorised',
	403: 'forbidden',
	404: 'notFound',
	409: 'conflict',
	429: 'tooManyRequests',
};

/** A request as it came, before anything is checked. */
interface Arrived extends ArrivedRequest {
	/** Why the body could not be read. */
	readonly malformed?: string;
	readonly compile: FastifyRequest['compileValidationSchema'];
}

async function createApp(name: string): Promise<FastifyInstance> {
	const app = fastify({
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		bodyLimit: BODY_LIMIT_BYTES,
		ajv: {
			customOptions: {
				allErrors: true,
				coerceTypes: false,
				removeAdditional: false,
				useDefaults: false,
				strict: false,
			},
		},
	});
	// Bodies are taken as text and parsed below: a vendor looks at who asks before it reads on.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	await app.register(multipart, { limits: { fileSize: BODY_LIMIT_BYTES } });
	app.setErrorHandler(async (error, _request, reply) => {
		const { message: text, statusCode = 500 } = error as Error & { statusCode?: number };
		await reply.code(statusCode).type('text/plain').send(`Sandbox of ${name}: ${text}`);
	});
	return app;
}

/** Listens on localhost in both families, or says in plain words that the port is taken. */
export async function listen(app: FastifyInstance, port: number, name: string): Promise<void> {
	const failure = await app.listen({ host: 'localhost', port }).then(
		() => undefined,
		(error: Error & { code?: string }) => error,
	);
	if (failure?.code === 'EADDRINUSE') {
		throw new Error(
			`Port ${port}, where ${name} should be, is taken. Is the sandbox running already?`,
		);
	}
	if (failure) throw failure;
}

export function originOf(app: FastifyInstance): string {
	const [address] = app.addresses();
	return `http://localhost:${typeof address === 'string' ? address : address.port}`;
}

async function readArrived(request: FastifyRequest): Promise<Arrived> {
	const [url, ...rest] = (request.raw.url ?? '/').split('?');
	const contentType = String(request.headers['content-type'] ?? '').toLowerCase();
	const arrived = {
		method: request.method,
		url,
		headers: request.headers as Readonly<Record<string, string | undefined>>,
		query: fieldsOf(new URLSearchParams(rest.join('?'))),
		compile: request.compileValidationSchema.bind(request) as Arrived['compile'],
		files: [] as UploadedFile[],
	};

	if (contentType.startsWith('multipart/form-data')) {
		const fields = new URLSearchParams();
		for await (const part of request.parts()) {
			if (part.type === 'field') fields.append(part.fieldname, String(part.value));
			else {
				arrived.files.push({
					field: part.fieldname,
					fileName: part.filename,
					contentType: part.mimetype,
					bytes: await part.toBuffer(),
				});
			}
		}
		const body = fieldsOf(fields);
		return { ...arrived, encoding: 'multipart', body, rawBody: body };
	}

	const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
	if (text === '') return { ...arrived, encoding: 'none', body: {}, rawBody: undefined };
	if (contentType.startsWith('application/x-www-form-urlencoded')) {
		const body = fieldsOf(new URLSearchParams(text));
		return { ...arrived, encoding: 'form', body, rawBody: body };
	}
	if (!/^application\/([\w.]+\+)?json/.test(contentType)) {
		return { ...arrived, encoding: 'other', body: {}, rawBody: text };
	}
	try {
		const rawBody: unknown = JSON.parse(text);
		const isObject = typeof rawBody === 'object' && rawBody !== null && !Array.isArray(rawBody);
		return { ...arrived, encoding: 'json', body: isObject ? (rawBody as Row) : {}, rawBody };
	} catch (error) {
		const malformed = error instanceof Error ? error.message : String(error);
		return { ...arrived, encoding: 'json', body: {}, rawBody: text, malformed };
	}
}

/** Repeated names become lists. */
function fieldsOf(pairs: URLSearchParams): Row {
	const names = [...new Set(pairs.keys())];
	return Object.fromEntries(
		names.map((name) => {
			const values = pairs.getAll(name);
			return [name, values.length === 1 ? values[0] : values];
		}),
	);
}

function isForm({ encoding }: Pick<Arrived, 'encoding'>): boolean {
	return encoding === 'form' || encoding === 'multipart';
}

function fileMarks(files: readonly UploadedFile[]): Row {
	return Object.fromEntries(files.map(({ field, fileName }) => [field, fileName]));
}

function describeFile({ field, fileName, contentType, bytes }: UploadedFile): Row {
	return { field, fileName, contentType, size: bytes.byteLength };
}

function placeholdersOf(route: Route, path: string): Record<string, string> {
	const values = route.pattern.exec(path)?.slice(1) ?? [];
	return Object.fromEntries(
		route.placeholders.map((name, index) => {
			const value = decoded(values[index]);
			if (value === undefined) throw new Refusal('malformed', 'The path is not encoded properly');
			return [name, value];
		}),
	);
}

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

function payloadOf(body: unknown): { body?: string | Buffer; contentType?: string } {
	if (body === undefined) return {};
	if (typeof body === 'string') return { body };
	if (body instanceof Uint8Array) return { body: Buffer.from(body) };
	return { body: JSON.stringify(body), contentType: 'application/json; charset=utf-8' };
}

function drop(request: FastifyRequest, reply: FastifyReply): void {
	reply.hijack();
	request.raw.socket.destroy();
}

async function hang(reply: FastifyReply): Promise<void> {
	reply.hijack();
	await new Promise<void>((resolve) => reply.raw.once('close', resolve));
}
