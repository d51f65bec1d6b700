import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fileOf, pageOf, requestsOf } from '../../docs/pages';
import { vendors } from '../support/vendors';
import { publishedText } from './published.cts';

const root = join(__dirname, '..', '..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

/** After a change on purpose, `npm run docs` writes all anew; the difference belongs into the same commit. */
if (process.env.WRITE_DOCS === 'true') {
	for (const [folder, vendor] of Object.entries(vendors)) {
		const write = (text: string, ...path: string[]) => writeFileSync(join(root, ...path), text);
		write(pageOf(vendor), 'docs', fileOf(vendor));
		write(requestsOf(vendor), 'test', 'vendors', folder, 'requests.txt');
		write(publishedText(folder), 'test', 'vendors', folder, 'published.txt');
	}
}

describe.each(Object.entries(vendors))('%s', (folder, vendor) => {
	it('sends what its golden file says', () => {
		expect(requestsOf(vendor)).toBe(read('test', 'vendors', folder, 'requests.txt'));
	});

	it('has a page that says what it can do', () => {
		expect(pageOf(vendor)).toBe(read('docs', fileOf(vendor)));
	});
});
