import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { Choice, Picker } from './picker';

type TypedKind = 'text' | 'number' | 'flag' | 'dateTime' | 'date' | 'json' | 'list' | 'file';
type ChosenKind = 'choice' | 'choices' | 'picker' | 'dropdown' | 'pickers';

/** The kinds of value a user can give. Each one becomes one kind of n8n parameter. */
export type FieldKind = TypedKind | ChosenKind | 'group' | 'groups';

/** A value as it may stand in a request. */
export type Wire = IDataObject[string];

/** Turns a checked value into what goes over the wire. Dates arrive as ISO 8601 text with an offset. */
export type Write = (value: Wire, credential: ICredentialDataDecryptedObject) => Wire;

export interface FieldOptions {
	/** Shown above the input. Left out, it is made from the field's key. */
	readonly label?: string;
	readonly description?: string;
	/** An example of what to give. */
	readonly placeholder?: string;
	/** Not shown while it is typed: a password. */
	readonly secret?: boolean;
	/** The vendor's own name for it where that differs from the key; dots reach into an object (`source.type`), and `[]` is a body that is nothing but this list. */
	readonly as?: string;
	/** A second name under which the same value is sent, where the vendor's documents give two. */
	readonly also?: string;
	readonly rows?: number;
	/** What stands in the input at first. It is only sent once the user has added the field. */
	readonly default?: string | number | boolean | readonly string[];
	/** An optional field that stands on its own instead of waiting in the drop-down. It is left out while empty. */
	readonly shown?: boolean;
	/** How this one value is written where the vendor's usual way does not fit. What gives nothing is not sent. */
	readonly write?: Write;
	/** What goes along in the body whenever this is sent. */
	readonly along?: IDataObject;
}

export interface Field<T = unknown, R extends boolean = boolean> extends FieldOptions {
	readonly kind: FieldKind;
	readonly required: R;
	readonly choices?: readonly Choice[];
	/** The members of a group. */
	readonly fields?: Fields;
	readonly picker?: Picker;
	/** Never set. It only carries the value's type from here to `run`. */
	readonly type?: T;
}

export type Fields = { readonly [name: string]: Field };

/** Whether a field stands in the form by itself instead of waiting in the drop-down of optional ones. */
export const standsAlone = ({ required, shown = false }: Field): boolean => required || shown;

type Value<F> = F extends Field<infer T> ? T : never;
type Needed<F extends Fields> = {
	[K in keyof F]: F[K] extends Field<unknown, true> ? K : never;
}[keyof F];

/** What the user gave for a set of fields: required ones surely, others perhaps. */
export type Input<F extends Fields> = { [K in Needed<F>]: Value<F[K]> } & {
	[K in Exclude<keyof F, Needed<F>>]?: Value<F[K]>;
};

type Given<R extends boolean> = FieldOptions & { readonly required?: R };

function field<T>(kind: FieldKind) {
	return <R extends boolean = false>(options: Given<R> = {} as Given<R>): Field<T, NoInfer<R>> => ({
		...options,
		kind,
		required: (options.required ?? false) as R,
	});
}

export const text = field<string>('text');
export const number = field<number>('number');
export const flag = field<boolean>('flag');
/** A moment. In `run` it is ISO 8601 with an offset; the vendor's `write.dateTime` says how it is sent. */
export const dateTime = field<string>('dateTime');
/** A calendar day, `YYYY-MM-DD`. */
export const date = field<string>('date');
export const json = field<IDataObject>('json');
/** Several texts: typed with commas between them, or an array from an expression. */
export const list = field<string[]>('list');
/** The name of the binary field of the item that holds a file. It may only stand under `form`. */
export const file = field<string>('file');

/** One of a fixed set. Give `[['Do Not Mail', 'doNotMail']]`, or plain words. */
export function choice<const V extends string | number, R extends boolean = false>(
	values: ReadonlyArray<V | readonly [name: string, value: V]>,
	options: Given<R> = {} as Given<R>,
): Field<NoInfer<V>, NoInfer<R>> {
	return { ...field<NoInfer<V>>('choice')(options), choices: values.map(choiceOf) };
}

/** Several of a fixed set. */
export function choices<const V extends string | number, R extends boolean = false>(
	values: ReadonlyArray<V | readonly [name: string, value: V]>,
	options: Given<R> = {} as Given<R>,
): Field<Array<NoInfer<V>>, NoInfer<R>> {
	return { ...field<Array<NoInfer<V>>>('choices')(options), choices: values.map(choiceOf) };
}

const choiceOf = <V extends string | number>(
	value: V | readonly [name: string, value: V],
): Choice<V> =>
	typeof value === 'object' ? { name: value[0], value: value[1] } : { name: String(value), value };

/** Fields that belong together: an address, for instance. */
export function group<F extends Fields, R extends boolean = false>(
	fields: F,
	options: Given<R> = {} as Given<R>,
): Field<Input<F>, NoInfer<R>> {
	return { ...field<Input<F>>('group')(options), fields };
}

/** Any number of such groups: invoice lines, phone numbers. */
export function groups<F extends Fields, R extends boolean = false>(
	fields: F,
	options: Given<R> = {} as Given<R>,
): Field<Array<Input<F>>, NoInfer<R>> {
	return { ...field<Array<Input<F>>>('groups')(options), fields };
}

function picking<T>(kind: FieldKind, labelOf: (picker: Picker) => string) {
	return <R extends boolean = false>(
		picker: Picker,
		options: Given<R> = {} as Given<R>,
	): Field<T, NoInfer<R>> => ({
		...field<T>(kind)({ label: labelOf(picker), ...options }),
		picker,
	});
}

/** One record, searched for in a list or given by its ID (or URL, where the vendor's web app has one). */
export const pick = picking<string>('picker', ({ name }) => name);
/** One of a short list that the account keeps: job types, business units. */
export const select = picking<string>('dropdown', ({ name }) => name);
/** Several records: the technicians of an appointment. */
export const pickMany = picking<string[]>('pickers', ({ plural }) => plural);
