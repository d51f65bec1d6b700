import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Runs n8n's own package scanner on the source that would be attested and on the folder that its
 * argument names, which holds the package as it would be published.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
// The scanner prints help unless it is imported from a script of its own.
const { analyzePackage, SOURCE_FILE_PATTERNS } = await import(
	'@n8n/scan-community-package/scanner/scanner.mjs'
);

for (const [folder, patterns] of [[root, SOURCE_FILE_PATTERNS], [process.argv[2]]]) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	console.log(passed ? 'passed' : `failed: ${message}\n${details ?? ''}`);
	if (!passed) process.exitCode = 1;
}
process.exit();
