import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import merge from 'lodash/merge';
import pick from 'lodash/pick';

import { standsAlone, type Field } from '../define/fields';
import { extrasName, fieldsOf, type Call, type Operation, type Result } from '../define/operation';
import { resourcesOf } from '../emit/customRequest';
import type { Resource } from '../define/resource';
import type { Vendor } from '../define/vendor';
import { labelOf } from '../emit/parameter';
import { clientFor, split, type Client, type Request } from '../http/client';
import { apiError, asNodeError } from '../http/errors';
import { withAlways } from '../http/query';
import { asRecords, callsOf } from './calls';
import { fetchFile, formOf, partsOf, toBinary } from './files';
import { bodyFrom, Misfit, readAll, writeAll, type Place, type Reading } from './values';

/** Items worked on at the same time where the user says nothing else. */
const AT_ONCE = 5;

interface Chosen {
	readonly resource: Resource;
	readonly value: string;
	readonly operation: Operation;
}

/**
 * Runs the chosen operation once for each input item. Output keeps the order of the input, every
 * record is paired with the item it came from, and one bad item costs one item where the user chose
 * to go on. The first item goes alone, so that a token is renewed once and not by all of them.
 */
export async function runOperation(
	this: IExecuteFunctions,
	vendor: Vendor,
): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	let client: Client | undefined;
	const output: INodeExecutionData[][] = items.map(() => []);
	let failed: { readonly item: number; readonly error: Error } | undefined;

	const work = async (item: number): Promise<void> => {
		try {
			client ??= await clientFor(this, vendor);
			output[item] = await runItem(this, vendor, client, item);
		} catch (error) {
			const failure = asNodeError(this.getNode(), error, item);
			if (this.continueOnFail()) {
				output[item] = [{ json: { error: failure.message }, error: failure, pairedItem: { item } }];
			} else if (failed === undefined || item < failed.item) {
				failed = { item, error: failure };
			}
		}
	};

	if (items.length > 0) await work(0);
	let next = 1;
	const worker = async (): Promise<void> => {
		while (next < items.length && failed === undefined) await work(next++);
	};
	await Promise.all(Array.from({ length: atOnce(this, items.length) }, worker));
	if (failed !== undefined) throw failed.error;
	return [output.flat()];
}

function atOnce(context: IExecuteFunctions, items: number): number {
	if (items < 2) return 0;
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	return Math.min(Math.max(1, Number(options.itemsAtOnce) || AT_ONCE), items - 1);
}

async function runItem(
	context: IExecuteFunctions,
	vendor: Vendor,
	client: Client,
	item: number,
): Promise<INodeExecutionData[]> {
	const chosen = choose(context, vendor, item);
	const { operation } = chosen;
	const optional = context.getNodeParameter(extrasName(operation.extras), item, {}) as IDataObject;
	const given = (name: string, field: Field): unknown =>
		standsAlone(field) ? context.getNodeParameter(name, item, null) : optional[name];
	const reading: Reading = {
		api: vendor.api,
		credential: client.credential,
		clears: operation.clears,
		timezone: context.getTimezone(),
	};
	let values: IDataObject;
	try {
		values = readAll(fieldsOf(operation), given, reading);
		const everything = context.getNodeParameter('returnAll', item, false) as boolean;
		const reason = operation.refuses?.(values as never, everything);
		if (reason !== undefined) throw new Misfit(reason);
	} catch (error) {
		throw refused(context, error, item);
	}
	const written = (place: Place) => writeAll(operation[place], values, place, reading);
	// A `run` fills its paths itself, so what may not stand there is refused before it.
	if (operation.run !== undefined) pathFrom(context, operation, written('path'), item);
	const result =
		operation.run === undefined
			? await send(context, vendor, client, chosen, item, written)
			: await operation.run(
					values as never,
					callFor(context, vendor, client, operation, item, reading),
				);
	return finish(context, vendor, client, chosen, item, result);
}

function choose(context: IExecuteFunctions, vendor: Vendor, item: number): Chosen {
	const resourceName = context.getNodeParameter('resource', item) as string;
	const value = context.getNodeParameter('operation', item) as string;
	const resource = resourcesOf(vendor).find(({ value: known }) => known === resourceName);
	const operation = resource?.operations[value];
	if (resource === undefined || operation === undefined) {
		throw new NodeOperationError(
			context.getNode(),
			`${vendor.name} has no operation "${value}" on "${resourceName}"`,
			{ itemIndex: item, description: 'Choose the resource and the operation in the node again.' },
		);
	}
	return { resource, value, operation };
}

const refused = (context: IExecuteFunctions, error: unknown, itemIndex: number): Error =>
	error instanceof Misfit
		? new NodeOperationError(context.getNode(), error.message, {
				itemIndex,
				...(error.advice !== undefined && { description: error.advice }),
			})
		: asNodeError(context.getNode(), error, itemIndex);

/** The usual case: one request that the definition describes in full. */
async function send(
	context: IExecuteFunctions,
	{ api, name }: Vendor,
	client: Client,
	{ resource, operation }: Chosen,
	item: number,
	written: (place: Place) => IDataObject,
): Promise<Result> {
	const { request: route, returns, always, at, paging, repeatable } = operation;
	const [method] = split(route);
	const labels = labelsOf(operation);
	const path = pathFrom(context, operation, written('path'), item);
	const hasForm = Object.keys(operation.form).length > 0;
	const hasBody =
		['POST', 'PUT', 'PATCH'].includes(method) || Object.keys(operation.body).length > 0;
	const request = {
		route,
		path,
		query: withAlways(api, always.query, written('query'), Date.now()),
		...(hasForm
			? { form: formOf(context, partsOf(operation.form, written('form')), item, labels) }
			: hasBody && { body: bodyFrom(merge({}, always.body, written('body'))) }),
		...(repeatable && { repeatable }),
		labels,
	};
	if (returns === 'many') {
		const wanted = context.getNodeParameter('returnAll', item, false)
			? Infinity
			: Math.max(1, Number(context.getNodeParameter('limit', item, 50)));
		const records: IDataObject[] = [];
		const rounds = operation.rounds?.(request.query);
		const pages = client.pages({ ...request, at, paging, wanted, id: resource.id, rounds });
		for await (const page of pages) for (const record of page) records.push(record);
		return records;
	}
	if (returns === 'file') {
		return { json: { ...path }, binary: await fileIn(context, name, client, request, item) };
	}
	if (returns === 'deleted') {
		await client.send(request);
		return { deleted: true, ...path };
	}
	if (returns === 'nothing') {
		await client.send(request);
		return { success: true, ...path };
	}
	const answer = await client.one({ ...request, at });
	if (answer === undefined || answer === null || answer === '') {
		throw apiError(context.getNode(), undefined, {
			message: `${name} gave an empty answer where a record was due`,
			advice: 'Look at the vendor whether the record is there before you run this again.',
		});
	}
	return asRecords(answer);
}

/** The file that a request is answered with. It may lie with a storage service, where a key has no business. */
async function fileIn(
	context: IExecuteFunctions,
	vendor: string,
	client: Client,
	request: Request,
	item: number,
): Promise<INodeExecutionData['binary']> {
	const answer = await client.send({ ...request, reads: 'file' });
	const { location } = answer.headers;
	const isElsewhere = answer.status >= 300 && location !== undefined;
	const file = isElsewhere ? await fetchFile(context, vendor, location) : answer;
	return { [fieldFor(context, item)]: await toBinary(context, file, {}) };
}

/** The binary field in which the user wants a file. */
const fieldFor = (context: IExecuteFunctions, item: number): string =>
	context.getNodeParameter('fileField', item, 'data') as string;

/** Values for the path. A value that would leave its part of the path is refused. */
function pathFrom(
	context: IExecuteFunctions,
	operation: Operation,
	values: IDataObject,
	itemIndex: number,
): { [name: string]: string | number } {
	for (const [name, field] of Object.entries(operation.path)) {
		const value = String(values[field.as ?? name] ?? '').trim();
		if (value === '' || value === '.' || value === '..') {
			throw new NodeOperationError(
				context.getNode(),
				`${labelOf(name, field)}: "${value}" cannot stand in an address`,
				{ itemIndex },
			);
		}
	}
	return values as { [name: string]: string | number };
}

/** What the user sees fields called, by the vendor's names, for messages that name a field. */
const labelsOf = (operation: Operation): { [name: string]: string } =>
	Object.fromEntries(
		Object.entries(fieldsOf(operation)).map(([name, field]) => [
			field.as ?? name,
			labelOf(name, field),
		]),
	);

function callFor(
	context: IExecuteFunctions,
	vendor: Vendor,
	client: Client,
	operation: Operation,
	itemIndex: number,
	reading: Reading,
): Call {
	const labels = labelsOf(operation);
	const { requestOf, ...calls } = callsOf(client, {
		labels,
		formOf: (parts) => formOf(context, parts, itemIndex, labels),
	});
	return {
		...calls,
		file: async (route, parts = {}) =>
			await fileIn(context, vendor.name, client, requestOf(route, parts), itemIndex),
		async download(url, named) {
			const answer = await fetchFile(context, vendor.name, url);
			return { [fieldFor(context, itemIndex)]: await toBinary(context, answer, named) };
		},
		written: (fields, given) => writeAll(fields, given as IDataObject, 'body', reading),
		refuse: (message, advice) =>
			new NodeOperationError(context.getNode(), message, { itemIndex, description: advice }),
	};
}

/** The last touches: secrets out, dates readable, records simple, and each paired with its item. */
function finish(
	context: IExecuteFunctions,
	{ api }: Vendor,
	client: Client,
	{ resource, operation }: Chosen,
	item: number,
	result: Result,
): INodeExecutionData[] {
	const pairedItem = { item };
	if (operation.returns === 'file') {
		const { json, binary } = result as Pick<INodeExecutionData, 'json' | 'binary'>;
		const clean = client.scrub(json);
		return [{ json: api.isoDates?.(clean) ?? clean, binary, pairedItem }];
	}
	const options = context.getNodeParameter('options', item, {}) as IDataObject;
	const simple =
		resource.simple !== undefined && (context.getNodeParameter('simplify', item, false) as boolean);
	const readable =
		(options.isoDates ?? true) && operation.returns !== 'nothing' ? api.isoDates : undefined;
	const records = (Array.isArray(result) ? result : [result]) as IDataObject[];
	return records.map((record) => {
		const clean = client.scrub(record);
		const dated = readable === undefined ? clean : readable(clean);
		const few = simple ? pick(dated, resource.simple ?? []) : {};
		// A record of another shape than the usual one is better given whole than empty.
		return { json: Object.keys(few).length > 0 ? few : dated, pairedItem };
	});
}
