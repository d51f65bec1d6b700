/** Why a request is turned away. Each vendor says in `errors` how each of these looks on the wire. */
export type RefusalKind =
	| 'unknownRoute'
	| 'wrongMethod'
	| 'malformed'
	| 'unsupported'
	| 'invalid'
	| 'notAuthorised'
	| 'forbidden'
	| 'notFound'
	| 'conflict'
	| 'tooManyRequests'
	| 'failed';

/** One thing that is wrong with one parameter. */
export interface Problem {
	readonly kind: 'unknown' | 'missing' | 'type' | 'enumeration' | 'value';
	readonly in: 'query' | 'body';
	/** As the vendor writes it, members of structures as `appointments[0].start`. */
	readonly name: string;
	readonly message: string;
}

/** Thrown by a handler, or by the sandbox before it, to turn a request away. */
export class Refusal extends Error {
	readonly problems: readonly Problem[];

	/** The status to answer with; vendors may override it. */
	readonly status: number;

	constructor(
		readonly kind: RefusalKind,
		message: string,
		options: { problems?: readonly Problem[]; status?: number } = {},
	) {
		super(message);
		this.problems = options.problems ?? [];
		this.status = options.status ?? USUAL_STATUS[kind];
	}
}

export const USUAL_STATUS: Readonly<Record<RefusalKind, number>> = {
	unknownRoute: 404,
	wrongMethod: 405,
	malformed: 400,
	unsupported: 415,
	invalid: 400,
	notAuthorised: 401,
	forbidden: 403,
	notFound: 404,
	conflict: 409,
	tooManyRequests: 429,
	failed: 500,
};

/** The record that was asked for is not there. */
export function notFound(noun: string, id: unknown): Refusal {
	return new Refusal('notFound', `${noun} ${String(id)} was not found`);
}

/** A value that has the right type and still cannot be taken. */
export function wrongValue(name: string, message: string, where: Problem['in'] = 'body'): Refusal {
	return new Refusal('invalid', message, {
		problems: [{ kind: 'value', in: where, name, message }],
	});
}

/** The state of the record does not allow what was asked. */
export function conflict(message: string): Refusal {
	return new Refusal('conflict', message);
}

/** The vendor documents it, the sandbox cannot do it yet: answered with 501 and this text. */
export class NotBuilt extends Error {}

/** An answer with its own status, body or headers. */
export class Answer {
	constructor(
		readonly status: number,
		/** Text and bytes go out as they are, everything else as JSON, undefined as an empty body. */
		readonly body?: unknown,
		readonly headers: Readonly<Record<string, string>> = {},
	) {}
}
