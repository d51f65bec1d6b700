import { writeFileSync } from 'node:fs';
import { require as load } from 'tsx/cjs/api';

const { vendors } = load('../test/support/vendors.ts', import.meta.url);
const { publishedText } = load('../test/package/published.cts', import.meta.url);
const { fileOf, pageOf, requestsOf } = load('./pages.ts', import.meta.url);

for (const [folder, vendor] of Object.entries(vendors)) {
	writeFileSync(new URL(fileOf(vendor), import.meta.url), pageOf(vendor));
	writeFileSync(
		new URL(`../test/vendors/${folder}/requests.txt`, import.meta.url),
		requestsOf(vendor),
	);
	writeFileSync(
		new URL(`../test/vendors/${folder}/published.txt`, import.meta.url),
		publishedText(folder),
	);
}
