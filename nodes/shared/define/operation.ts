import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Field, Fields, Input } from './fields';
import type { Always, Answer, Paging, Route } from './vendor';

type Placeholders<R extends string> = R extends `${string}{${infer Name}}${infer Rest}`
	? Name | Placeholders<Rest>
	: never;

/** Placeholders that a vendor's credential fills, so that no operation has a field for them. */
type FromCredential = 'tenant';

/** What comes back: a record, a list of them, nothing worth keeping, that something is gone, or a file. */
export type Returns = 'one' | 'many' | 'nothing' | 'deleted' | 'file';

/** A part of a request that is not written by the engine but by an operation's `run`. */
export interface Parts {
	readonly path?: { readonly [name: string]: string | number };
	readonly query?: IDataObject;
	/** An object, or an array where the vendor wants one. */
	readonly body?: object;
	/** Where the record or the list stands in the answer, when that is not the vendor's usual place. */
	readonly at?: string;
	readonly paging?: Paging;
	/** Whether it may be sent again after a failure. GET, PUT and DELETE always may. */
	readonly repeatable?: boolean;
	/** Parts of multipart/form-data, sent in place of a body. */
	readonly form?: readonly FormPart[];
	readonly headers?: { readonly [name: string]: string };
	/** Whether the answer is text that is not to be taken for data. */
	readonly text?: boolean;
	/** Milliseconds that the answer may take, where the usual time does not fit. */
	readonly timeout?: number;
}

/** A text, or the file in a binary field of the item. */
export type FormPart = { name: string } & ({ value: string } | { file: string; fileName?: string });

type Binary = INodeExecutionData['binary'];

/** What an operation's `run` can do. Everything here signs in, paces, retries and explains as the engine does. */
export interface Call {
	/** The record in the answer. Nothing in it gives an empty object. */
	readonly send: (route: Route, parts?: Parts) => Promise<IDataObject>;
	/** Every record of a list, or the first `limit` of them. */
	readonly list: (route: Route, parts?: Parts, limit?: number) => Promise<IDataObject[]>;
	/** The whole answer, with its status and headers. */
	readonly answer: (route: Route, parts?: Parts) => Promise<Answer>;
	/** The file in the answer, or at the address to which the answer leads. */
	readonly file: (route: Route, parts?: Parts) => Promise<Binary>;
	/** Fetches a file from an address that needs no sign-in, such as a signed link to storage. */
	readonly download: (
		url: string,
		named: Partial<Record<'fileName' | 'mimeType', string>>,
	) => Promise<Binary>;
	/** What fields send in a body, written as the engine writes it. `given` is as `run` gets it. */
	readonly written: (fields: Fields, given: object) => IDataObject;
	/** Refuses the user's input. Name the field by its label. */
	readonly refuse: (message: string, advice?: string) => Error;
}

/** Records, or one record together with a file. */
export type Result = IDataObject | IDataObject[] | Pick<INodeExecutionData, 'json' | 'binary'>;

/**
 * What to ask for, one after the other, where only several requests together give the whole list.
 * Each is laid over what the user gave, which is passed in.
 */
export type Rounds = (asked: IDataObject) => readonly IDataObject[];

/** What the engine and the emitter read. Authors write `OperationSpec` below. */
export interface Operation {
	readonly request: Route;
	readonly name?: string;
	readonly action: string;
	readonly description?: string;
	/** Shown above the fields: what the operation destroys, or what has to be given together. */
	readonly notice?: string;
	readonly path: Fields;
	readonly query: Fields;
	readonly body: Fields;
	readonly form: Fields;
	/** Sent every time, beside what the user gives. */
	readonly always: { readonly query?: Always; readonly body?: IDataObject };
	/** What the drop-down that holds the optional fields is called. */
	readonly extras: Extras;
	readonly returns: Returns;
	readonly at?: string;
	readonly paging?: Paging;
	readonly rounds?: Rounds;
	/** Whether it may be sent again after a failure, as reads that are made with POST may. */
	readonly repeatable: boolean;
	/** Whether an empty text that was added is sent, to clear the field at the vendor. */
	readonly clears: boolean;
	/** Says why values that fit each field do not fit together. `everything` is Return All. */
	readonly refuses?: (input: never, everything: boolean) => string | undefined;
	readonly run?: (input: never, call: Call) => Promise<Result>;
}

export type Extras = 'Additional Fields' | 'Update Fields' | 'Filters' | 'Options';

type PathOf<R extends Route> = {
	readonly [K in Exclude<Placeholders<R>, FromCredential>]: Field<unknown, true>;
};

/** The members whose types depend on the route and the fields. */
type Placed = 'request' | 'path' | 'query' | 'body' | 'form' | 'refuses' | 'run';

type OperationSpec<
	R extends Route,
	P extends Fields,
	Q extends Fields,
	B extends Fields,
	F extends Fields,
> = {
	readonly request: R;
	readonly query?: Q;
	readonly body?: B;
	/** Sent as multipart/form-data. One of the fields may be a `file`. */
	readonly form?: F;
	readonly refuses?: (input: Input<P & Q & B & F>, everything: boolean) => string | undefined;
	/** The way out for a call that data cannot describe. Most operations have none. */
	readonly run?: (input: Input<P & Q & B & F>, call: Call) => Promise<Result>;
} & Pick<Operation, 'action'> &
	Partial<Omit<Operation, Placed | 'action' | 'extras' | 'clears'>> &
	([Exclude<Placeholders<R>, FromCredential>] extends [never]
		? { readonly path?: undefined }
		: { readonly path: P & PathOf<R> });

/** No fields, which is what most parts of most requests have. */
type None = Record<never, Field>;

function verb(defaults: Pick<Operation, 'returns' | 'extras' | 'repeatable' | 'clears'>) {
	return <
		const R extends Route,
		P extends Fields = None,
		Q extends Fields = None,
		B extends Fields = None,
		F extends Fields = None,
	>(
		spec: OperationSpec<R, P, Q, B, F>,
	): Operation =>
		({ path: {}, query: {}, body: {}, form: {}, always: {}, ...defaults, ...spec }) as Operation;
}

const reading = { repeatable: true, clears: false };
const writing = { repeatable: false, clears: false };

export const read = verb({ returns: 'one', extras: 'Options', ...reading });
export const listAll = verb({ returns: 'many', extras: 'Filters', ...reading });
export const create = verb({ returns: 'one', extras: 'Additional Fields', ...writing });
export const update = verb({ returns: 'one', extras: 'Update Fields', ...writing, clears: true });
export const remove = verb({ returns: 'deleted', extras: 'Options', ...writing });
export const download = verb({ returns: 'file', extras: 'Options', ...reading });
export const operation = verb({ returns: 'one', extras: 'Additional Fields', ...writing });

/** The fields of an operation as one set, in the order in which they are shown. */
export const fieldsOf = ({ path, query, body, form }: Operation): Fields => ({
	...path,
	...query,
	...body,
	...form,
});

/** The name under which n8n keeps a drop-down of optional fields. */
export const extrasName = (extras: Extras): string =>
	extras.charAt(0).toLowerCase() + extras.slice(1).replace(' ', '');
