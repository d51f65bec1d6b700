import { notFound, wrongValue } from '../core/refusal';
import { Answer } from '../core/refusal';
import type { CollectionDefinition, Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';

/** Where files lie: another host, which a redirect leads to. */
const STORAGE_PATH = '/storage/';

/** The files of all kinds; the seed has some, uploads add to them. */
export const FILES: CollectionDefinition = { noun: 'File', firstId: 9001 };

/** A small picture, for files that the seed has. */
export const PICTURE = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

/** Keeps the file that came in the form field `file`. */
export function keepFile({ files, store }: SandboxRequest, more: Row = {}): Row {
	const [file] = files.filter(({ field }) => field === 'file');
	if (!file) throw wrongValue('file', 'must be a file');
	const { fileName, contentType, bytes } = file;
	const row = store.collection('files').add({ fileName, contentType, bytes, ...more });
	return store.collection('files').change(row.id, { path: `${String(row.id)}/${fileName}` });
}

/** A file's bytes. */
export const fileAnswer = ({ bytes, contentType }: Row): Answer =>
	new Answer(200, bytes, { 'content-type': String(contentType) });

/** A redirect to where the file of that path lies. */
export const redirect: Handler = ({ query, store, credentials }) => {
	if (query.path === undefined) throw wrongValue('path', 'is required', 'query');
	const [row] = store.collection('files').where('path', query.path);
	if (!row) throw notFound('File', query.path);
	const { port } = new URL(credentials.serviceTitanApi.baseUrl);
	// Another name of this machine, so that clients see another host.
	const location = `http://127.0.0.1:${port}${STORAGE_PATH}${String(row.id)}`;
	return new Answer(302, undefined, { location });
};

/**
 * The host of the files. It knows nothing of the sign-in, and a request that brings it along is
 * refused, since it would hand the token or the app key to a stranger.
 */
export const storage: Handler = ({ url, headers, store }) => {
	if (!url.startsWith(STORAGE_PATH)) return undefined;
	if (headers.authorization !== undefined || headers['st-app-key'] !== undefined) {
		return new Answer(400, 'Credentials are not wanted here', { 'content-type': 'text/plain' });
	}
	const row = store.collection('files').get(url.slice(STORAGE_PATH.length));
	return row ? fileAnswer(row) : new Answer(404, 'No such file', { 'content-type': 'text/plain' });
};
