import type { IDataObject } from 'n8n-workflow';

import type { Call, Parts } from '../define/operation';
import type { Route } from '../define/vendor';
import type { Client, Request } from '../http/client';

/** A record, a list of them, or a bare value such as the ID of what was made. */
export function asRecords(answer: unknown): IDataObject | IDataObject[] {
	if (Array.isArray(answer)) return answer.map((one) => asRecords(one) as IDataObject);
	return typeof answer === 'object' ? (answer as IDataObject) : { value: answer as string };
}

/** What the `run` of an operation and the `read` of an event ask a vendor with. */
export function callsOf(client: Client, labels?: Request['labels']): Pick<Call, 'send' | 'list'> {
	const requestOf = (route: Route, { path, query, body, repeatable }: Parts) => ({
		route,
		path,
		query,
		body: body ?? (/^(POST|PUT|PATCH) /.test(route) ? {} : undefined),
		...(repeatable && { repeatable }),
		labels,
	});
	return {
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
