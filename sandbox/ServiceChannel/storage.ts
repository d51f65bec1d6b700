import { Answer } from '../core/refusal';
import type { Handler } from '../core/vendor';
import { STORAGE_PATH } from './entities';
import { PLAIN_HTTP_PATH } from './odata';

/** What stands outside the API: files, which want no sign-in, and the insecure address. */
export const elsewhere: Handler = ({ url, headers, store, method }) => {
	if (url.startsWith(`${PLAIN_HTTP_PATH}/`)) {
		return new Answer(400, { Message: 'HTTPS is required' });
	}
	if (!url.startsWith(STORAGE_PATH)) return undefined;
	const [row] = store.collection('attachments').where('StoredAs', url.slice(STORAGE_PATH.length));
	if (headers.authorization !== undefined || !row || method !== 'GET') {
		return new Answer(headers.authorization === undefined ? 404 : 400, '<Error/>', {
			'content-type': 'application/xml',
		});
	}
	return new Answer(200, row.Bytes, { 'content-type': String(row.ContentType) });
};
