import { writeFileSync } from 'node:fs';
import Module from 'node:module';
import { require as load } from 'tsx/cjs/api';

// `ServiceTitan.node` means the TypeScript, but without an ending Node takes the JSON beside it first.
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...more) =>
	resolve(/^\..*\.node$/.test(request) ? `${request}.ts` : request, ...more);

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
