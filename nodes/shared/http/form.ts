import { randomUUID } from 'crypto';

type Bytes = Uint8Array | string;

interface Part {
	readonly head: string;
	readonly content: AsyncIterable<Bytes> | Iterable<Bytes>;
	/** Bytes of the content. */
	readonly size: number;
}

export interface FormFile {
	readonly fileName: string;
	readonly mimeType: string;
	readonly content: AsyncIterable<Uint8Array> | Uint8Array;
	/** Bytes of the content. */
	readonly size: number;
}

/**
 * A multipart/form-data body that is read piece by piece while it is sent, so that a file never
 * stands in memory as a whole. n8n's HTTP client recognises a form by `append` and `getHeaders`,
 * axios by its text form, and both leave the reading to the async iterator.
 */
export class MultipartForm {
	private readonly boundary = `----field-service-${randomUUID()}`;

	private readonly parts: Part[] = [];

	append(name: string, value: string | FormFile): void {
		const label = `Content-Disposition: form-data; name="${quoted(name)}"`;
		if (typeof value === 'string') {
			this.parts.push({ head: `${label}\r\n\r\n`, content: [value], size: bytesOf(value) });
			return;
		}
		const head = `${label}; filename="${quoted(value.fileName)}"\r\nContent-Type: ${value.mimeType}\r\n\r\n`;
		const content = value.content instanceof Uint8Array ? [value.content] : value.content;
		this.parts.push({ head, content, size: value.size });
	}

	getHeaders(): { 'content-type': string; 'content-length': string } {
		const frame = this.parts.map(({ head }) => this.opening + head + '\r\n').join('');
		const length =
			bytesOf(frame + this.closing) + this.parts.reduce((sum, { size }) => sum + size, 0);
		return {
			'content-type': `multipart/form-data; boundary=${this.boundary}`,
			'content-length': String(length),
		};
	}

	toString(): string {
		return '[object FormData]';
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
		for (const { head, content } of this.parts) {
			yield Buffer.from(this.opening + head);
			for await (const piece of content) yield Buffer.from(piece as Uint8Array);
			yield Buffer.from('\r\n');
		}
		yield Buffer.from(this.closing);
	}

	private get opening(): string {
		return `--${this.boundary}\r\n`;
	}

	private get closing(): string {
		return `--${this.boundary}--\r\n`;
	}
}

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** As browsers do it: quotes and line breaks may not end the name early. */
const quoted = (name: string): string =>
	name.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
