import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { Write } from './fields';
import type { Operation } from './operation';
import type { Resource } from './resource';
import type { PollEvent, Times } from './event';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A method and a path, as the vendor's own reference writes it: `GET /jobs/{id}`. */
export type Route = `${Method} /${string}`;

/** One answered request, whatever its status. Header names are in lower case. */
export interface Answer {
	readonly status: number;
	readonly headers: { readonly [name: string]: string | undefined };
	readonly body: unknown;
}

export interface Page {
	readonly records: IDataObject[];
	/** What to send for the next page, or nothing after the last one. */
	readonly next?: IDataObject;
	/** How many pages of this size there are, where the vendor tells. */
	readonly pages?: number;
}

/** How a vendor cuts long lists up. `shared/http/paging.ts` has the usual ways ready. */
export interface Paging {
	/** Records per page at the most. */
	readonly largest: number;
	/** Where the page is asked for. */
	readonly in: 'query' | 'body';
	/** What to send for page 1. `count` asks for the total, which some vendors only tell on request. */
	readonly first: (size: number, count: boolean) => IDataObject;
	/** What to send for any page, counted from 1, where pages can be asked for out of turn. */
	readonly at?: (page: number, size: number) => IDataObject;
	readonly read: (
		answer: Answer,
		sent: IDataObject,
		records: IDataObject[],
	) => Omit<Page, 'records'>;
}

/** The vendor's published allowance for one account, kept to a little under. */
export interface Allowance {
	readonly requests: number;
	readonly perSeconds: number;
	/** Requests on their way at the same time. */
	readonly atOnce: number;
}

/**
 * What is sent every time. A function makes it from the time (milliseconds since 1970) and from what
 * is asked for beside it, already in the vendor's writing.
 */
export type Always = IDataObject | ((now: number, asked: IDataObject) => IDataObject);

/** A refusal in words for the user. */
export interface Refusal {
	/** What happened, in the vendor's words where it gave any. */
	readonly message: string;
	/** What is wrong with each field, by the vendor's name of it. */
	readonly fields?: { readonly [name: string]: readonly string[] };
	/** What the user can do about it. */
	readonly advice?: string;
	/** What the vendor's support asks for. */
	readonly trace?: string;
}

export interface Api {
	/** Credential types that sign in to this vendor, with their labels; the first one is the default. */
	readonly credentials: { readonly [type: string]: string };
	readonly baseUrl: (credential: ICredentialDataDecryptedObject) => string;
	/** Placeholders that the credential fills in every path: the tenant, for instance. */
	readonly placeholders?: (credential: ICredentialDataDecryptedObject) => Record<string, string>;
	/** Credential fields whose values must never be seen: keys, passwords, tokens. */
	readonly secrets: readonly string[];
	/** Whether answers repeat what was sent, secrets included, so that they are cleaned before anybody sees them. */
	readonly echoes?: boolean;
	/** A cheap read. It is sent before an upload, whose body could not be sent again with a renewed token. */
	readonly check: Route;
	readonly headers?: { readonly [name: string]: string };
	readonly paging: Paging;
	/** Sent with every list that does not say otherwise: the branch that the credential names, for instance. */
	readonly everyList?: (credential: ICredentialDataDecryptedObject) => IDataObject;
	readonly allowance: Allowance | ((credential: ICredentialDataDecryptedObject) => Allowance);
	/** Methods that may be sent again after a failure. GET, PUT and DELETE where left out. */
	readonly repeats?: readonly Method[];
	/** Query parameters that hold several conditions, with what stands between two of them. */
	readonly joins?: { readonly [parameter: string]: string };
	/** Where the ID of a record stands. `id` where left out. */
	readonly id?: string;
	/** How values are written. A moment comes as ISO 8601 with an offset and a list as an array. */
	readonly write: {
		readonly dateTime: Write;
		readonly queryFlag?: Write;
		readonly queryList?: Write;
	};
	/** Takes the record out of the vendor's envelope. */
	readonly one?: (body: unknown) => unknown;
	/** Takes the list out of the vendor's envelope, or gives nothing where there is none. */
	readonly many: (body: unknown, route: Route) => IDataObject[] | undefined;
	/** Whether an answer that looks like a failure says that there is nothing to list. */
	readonly none?: (answer: Answer, route: Route) => boolean;
	/** Whether an answer of status 2xx means failure all the same. */
	readonly failed?: (answer: Answer) => boolean;
	readonly explain: (answer: Answer, operation?: Pick<Operation, 'request'>) => Refusal;
	/** Gives the same record with its dates as ISO 8601, for users who ask for that. */
	readonly isoDates?: (record: IDataObject) => IDataObject;
}

export interface Vendor {
	readonly name: string;
	readonly api: Api;
	/** How the vendor writes times in records and filters. */
	readonly times: Times;
	readonly resources: readonly Resource[];
	readonly events: readonly PollEvent[];
}

export const defineVendor = (vendor: Vendor): Vendor => vendor;
