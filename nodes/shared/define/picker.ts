import type { IDataObject } from 'n8n-workflow';

import type { Always, Paging, Route } from './vendor';

/** A way to find a record by searching instead of knowing its ID. */
export interface Picker {
	/** Names the search method of the node, so it may never change once published. */
	readonly value: string;
	readonly name: string;
	readonly plural: string;
	/** The list that is searched, as the vendor's reference writes it. */
	readonly search: Route;
	/** Sent with each search. */
	readonly always?: Always;
	/** What to send for the text that the user types. Without it the rows are read once, kept for a minute, and filtered here. */
	readonly find?: (typed: string) => IDataObject;
	/** Whether nothing is listed before the user has typed, because the vendor cannot list everything. */
	readonly findOnly?: boolean;
	/** Fields that narrow the list, by the query parameter or placeholder that takes each: the jobs of the chosen customer. A function makes what is sent. */
	readonly within?: Readonly<Record<string, string | ((value: string | number) => IDataObject)>>;
	/** Another field that says what kind of record is meant, and what to search for each of its values. */
	readonly kinds?: { readonly field: string; readonly pickers: Readonly<Record<string, Picker>> };
	/** Where the records stand in the answer, when that is not the vendor's usual place. */
	readonly at?: string;
	readonly paging?: Paging;
	/** An ID as the user would type it, shown in the empty input. */
	readonly example: string;
	/** What an ID looks like. Numbers are checked and sent as such when the vendor wants them so. */
	readonly id: IdForm;
	/** Rows that cannot be chosen are left out by giving nothing. One row may hold several, and what comes twice is shown once. */
	readonly item: (record: IDataObject) => PickerItem | readonly PickerItem[] | undefined;
	/** Finds the ID in an address of the vendor's web app; its first group is the ID. */
	readonly url?: string;
}

/** What can be chosen: a word of a fixed set, or a row of a picker. */
export interface Choice<V extends string | number = string | number> {
	readonly name: string;
	readonly value: V;
	readonly description?: string;
}

export type PickerItem = Choice;

export type IdForm = 'number' | 'numberAsText' | 'text';

export const definePicker = (picker: Picker): Picker => picker;

/** The usual label, `Jane Doe (ID: 17)`. A record without a name shows its ID alone. */
export function labelled(name: unknown, id: unknown): string {
	const shown = typeof name === 'string' || typeof name === 'number' ? String(name) : '';
	const words = shown.replace(/\s+/g, ' ').trim();
	return words === '' ? `ID: ${String(id)}` : `${words} (ID: ${String(id)})`;
}
