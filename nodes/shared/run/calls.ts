import type { IDataObject } from 'n8n-workflow';

import type { Call, FormPart, Parts } from '../define/operation';
import type { Route } from '../define/vendor';
import type { Client, Request } from '../http/client';

/** A record, a list of them, or a bare value such as the ID of what was made. */
export function asRecords(answer: unknown): IDataObject | IDataObject[] {
	if (Array.isArray(answer)) return answer.map((one) => asRecords(one) as IDataObject);
	return typeof answer === 'object' ? (answer as IDataObject) : { value: answer as string };
}

export interface Asking {
	/** What the user sees fields called, by the vendor's names. */
	readonly labels?: Request['labels'];
	/** Makes a form of its parts, where there is an item whose files can be sent. */
	readonly formOf?: (parts: readonly FormPart[]) => Request['form'];
}

/** What the `run` of an operation and the `read` of an event ask a vendor with. */
export function callsOf(
	client: Client,
	{ labels, formOf }: Asking = {},
): Pick<Call, 'send' | 'list' | 'answer'> & {
	readonly requestOf: (route: Route, parts: Parts) => Request;
} {
	const requestOf = (route: Route, parts: Parts): Request => {
		const { path, query, body, form, repeatable, headers, text, timeout } = parts;
		if (form !== undefined && formOf === undefined)
			throw new Error('There is no file to send here');
		return {
			route,
			path,
			query,
			...(form === undefined
				? { body: body ?? (/^(POST|PUT|PATCH) /.test(route) ? {} : undefined) }
				: { form: formOf?.(form) }),
			...(repeatable && { repeatable }),
			headers,
			timeout,
			...(text && { reads: 'text' }),
			labels,
		};
	};
	return {
		requestOf,
		answer: async (route, parts = {}) => await client.send(requestOf(route, parts)),
		async send(route, parts = {}) {
			const answer = await client.one({ ...requestOf(route, parts), at: parts.at });
			if (answer === undefined || answer === null || answer === '') return {};
			const records = asRecords(answer);
			return Array.isArray(records) ? { records } : records;
		},
		async list(route, parts = {}, limit = Infinity) {
			const records: IDataObject[] = [];
			const { at, paging } = parts;
			const request = { ...requestOf(route, parts), at, paging, wanted: limit };
			for await (const page of client.pages(request)) records.push(...page);
			return records;
		},
	};
}
