import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { fileOf, pageOf, requestsOf } from '../../docs/pages';
import { vendors } from '../support/vendors';

const root = join(__dirname, '..', '..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

/** After a change on purpose, `npm run docs` writes both anew; the difference belongs into the same commit. */
describe.each(Object.entries(vendors))('%s', (folder, vendor) => {
	it('sends what its golden file says', () => {
		expect(requestsOf(vendor)).toBe(read('test', 'vendors', folder, 'requests.txt'));
	});

	it('has a page that says what it can do', () => {
		expect(pageOf(vendor)).toBe(read('docs', fileOf(vendor)));
	});
});
