import { randomUUID } from 'crypto';

/** A file on its way: read piece by piece while it is sent. */
export interface FormFile {
	readonly fileName: string;
	readonly mimeType: string;
	readonly content: AsyncIterable<Uint8Array> | Uint8Array;
	/** Bytes of the content. */
	readonly size: number;
}

/** A part as the HTTP client of n8n reads it: like a file of a browser's form. */
type Part = string | ({ name: string; type: string; size: number } & AsyncIterable<Uint8Array>);

/**
 * A multipart/form-data body that streams, so that a file never stands in memory as a whole.
 *
 * A browser's `FormData` only takes files that are in memory, and the usual package for streams would
 * be a dependency. This has what the HTTP client looks for in either: axios knows the former by its
 * tag and its entries, and n8n knows the latter by `getHeaders`, by which it also learns that the
 * body can be sent only once.
 */
export class MultipartForm {
	readonly [Symbol.toStringTag] = 'FormData';

	private readonly boundary = `field-service-${randomUUID()}`;

	private readonly parts: Array<[name: string, part: Part]> = [];

	append(name: string, value: string | FormFile): void {
		if (typeof value === 'string') {
			this.parts.push([name, value]);
			return;
		}
		const { fileName, mimeType: type, content, size } = value;
		const pieces = async function* () {
			if (content instanceof Uint8Array) yield content;
			else yield* content;
		};
		this.parts.push([name, { name: fileName, type, size, [Symbol.asyncIterator]: pieces }]);
	}

	entries(): IterableIterator<[string, Part]> {
		return this.parts.values();
	}

	[Symbol.iterator](): IterableIterator<[string, Part]> {
		return this.entries();
	}

	getHeaders(): { 'content-type': string } {
		return { 'content-type': `multipart/form-data; boundary=${this.boundary}` };
	}
}
