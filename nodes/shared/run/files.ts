import {
	NodeOperationError,
	type IBinaryData,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
} from 'n8n-workflow';

import type { Fields } from '../define/fields';
import type { FormPart } from '../define/operation';
import type { Answer } from '../define/vendor';
import { apiError, brokenRefusal, headersOf, outcomeOf } from '../http/errors';
import { MultipartForm, type FormFile } from '../http/form';

/** Milliseconds that a download may take to begin. */
const LONGEST_ANSWER = 100_000;

/** The parts of a form, from its fields and their values. A list becomes one part per member. */
export const partsOf = (fields: Fields, values: IDataObject): FormPart[] =>
	Object.entries(fields).flatMap(([key, { as: name = key, kind }]): FormPart[] => {
		const value = values[name];
		if (value === undefined) return [];
		if (kind === 'file') return [{ name, file: String(value) }];
		return (Array.isArray(value) ? value : [value]).map((one) => ({
			name,
			value: typeof one === 'object' ? JSON.stringify(one) : String(one),
		}));
	});

/**
 * Makes the body of an upload. A file is opened anew each time, since a stream can be read only once.
 * `labels` are what the user sees parts called.
 */
export const formOf =
	(
		context: IExecuteFunctions,
		parts: readonly FormPart[],
		item: number,
		labels: { readonly [name: string]: string } = {},
	) =>
	async (): Promise<MultipartForm> => {
		const form = new MultipartForm();
		for (const part of parts) {
			if ('value' in part) {
				form.append(part.name, part.value);
				continue;
			}
			const { name, file, fileName } = part;
			const opened = await fileOf(context, labels[name] ?? name, file, item);
			form.append(name, { ...opened, ...(fileName && { fileName }) });
		}
		return form;
	};

async function fileOf(
	context: IExecuteFunctions,
	label: string,
	fieldName: string,
	item: number,
): Promise<FormFile> {
	const binary: IBinaryData | undefined = context.getInputData()[item].binary?.[fieldName];
	if (binary === undefined) {
		const there = Object.keys(context.getInputData()[item].binary ?? {});
		throw new NodeOperationError(
			context.getNode(),
			`${label}: the item has no file in a field named "${fieldName}"`,
			{
				itemIndex: item,
				description:
					there.length > 0
						? `It has files in: ${there.join(', ')}.`
						: 'It has no file at all. An earlier node has to provide one.',
			},
		);
	}
	const named = { fileName: binary.fileName ?? fieldName, mimeType: binary.mimeType };
	if (binary.id === undefined) {
		const content = await context.helpers.getBinaryDataBuffer(item, fieldName);
		return { ...named, content, size: content.length };
	}
	const [{ fileSize }, content] = await Promise.all([
		context.helpers.getBinaryMetadata(binary.id),
		context.helpers.getBinaryStream(binary.id),
	]);
	return { ...named, content, size: fileSize };
}

/**
 * Fetches a file from an address that a vendor gave, without the vendor's sign-in: such files lie
 * with a storage service, and a key has no business there.
 */
export async function fetchFile(
	context: IExecuteFunctions,
	vendor: string,
	url: string,
): Promise<Answer> {
	const request: IHttpRequestOptions = {
		url,
		encoding: 'stream',
		returnFullResponse: true,
		timeout: LONGEST_ANSWER,
	};
	try {
		const { statusCode, headers, body } = (await context.helpers.httpRequest(request)) as {
			statusCode: number;
			headers: object;
			body: unknown;
		};
		return { status: statusCode, headers: headersOf(headers), body };
	} catch (error) {
		const outcome = outcomeOf(error);
		const host = /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? url;
		if ('broken' in outcome) {
			throw apiError(
				context.getNode(),
				undefined,
				brokenRefusal(`The file store of ${vendor}`, host, outcome.broken, true),
			);
		}
		const status = 'status' in outcome ? outcome.status : undefined;
		throw apiError(context.getNode(), status, {
			message: `The file could not be fetched from ${host}${status === undefined ? '' : ` (status ${status})`}`,
			advice:
				'Links to files often expire. Read the record again and download the file from its new link.',
		});
	}
}

/** A file as n8n keeps it. What is not known is read from the answer. */
export async function toBinary(
	context: IExecuteFunctions,
	{ headers, body }: Answer,
	{ fileName, mimeType }: { fileName?: string; mimeType?: string },
): Promise<IBinaryData> {
	const named = /filename\*?=(?:UTF-8'')?"?([^";]+)"?/i.exec(headers['content-disposition'] ?? '');
	const type = mimeType ?? headers['content-type']?.split(';')[0];
	return await context.helpers.prepareBinaryData(
		body as Buffer,
		fileName ?? (named === null ? undefined : decodeURIComponent(named[1])),
		type,
	);
}
