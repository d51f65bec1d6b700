import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { checkout, ExplainedError } from '../../demo/install.mjs';
import { type Editor, openEditor } from './hostEditor.mts';
import { credentialOf, operationStep } from './operations.ts';
import type { Setting } from './setting.mts';
import { chain, start } from './workflow.ts';

const WORKFLOW = 'editor';
const NODE = 'Create a job';
const folder = join(checkout, '.cache', 'screenshots');

/** One node as a user has it right after adding it. */
export function editorWorkflow({ host }: Setting) {
	const credential = credentialOf(host, 'serviceTitanApi');
	const node = operationStep(NODE, 'serviceTitan', 'job.create', {}, credential);
	return chain(WORKFLOW, 'Book a job', [start, node], { plain: true });
}

const isMissing = (error: unknown) =>
	error instanceof ExplainedError && error.message.startsWith('No Chromium');

async function openBrowser({ host: { instance, owner } }: Setting): Promise<Editor> {
	try {
		return await openEditor(instance, owner);
	} catch (error) {
		if (!isMissing(error) || !process.env.CI) throw error;
		const run = promisify(execFile);
		await run('apt-get', ['update']);
		await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
		return await openEditor(instance, owner);
	}
}

/** Opens the node, and the list of its customer picker, which has to come from the vendor. */
async function lookAtNode(setting: Setting, { page, ...editor }: Editor) {
	await page.setViewportSize({ width: 1280, height: 800 });
	await editor.openWorkflow(WORKFLOW);
	await editor.openNode(NODE);
	const picker = page.getByTestId('resource-locator-customerId');
	await picker.getByTestId('rlc-input').click();
	const entries = page.getByTestId('rlc-item');
	await entries.first().waitFor();
	const shown = await entries.allInnerTexts();
	await editor.screenshot(join(folder, 'servicetitan-job.png'));
	const customers = setting.host.sandbox.vendors.ServiceTitan.control
		.records('customers')
		.map(({ name, id }) => `${String(name)} (ID: ${String(id)})`);
	const unknown = shown.map((text) => text.trim()).filter((text) => !customers.includes(text));
	if (shown.length < 5) return `only ${shown.length} entries`;
	if (unknown.length > 0) return `these are no customers: ${unknown.join(', ')}`;

	const [first] = customers;
	await page.getByTestId('rlc-search').fill(first.slice(0, first.indexOf(' (')));
	await entries.filter({ hasText: shown[1].trim() }).waitFor({ state: 'detached' });
	await entries.first().waitFor();
	const [found, ...others] = await entries.allInnerTexts();
	return found.trim() === first && others.length === 0
		? undefined
		: `the search for ${first} gives ${[found, ...others].join(', ')}`;
}

export async function testEditor(setting: Setting): Promise<void> {
	const what = 'serviceTitan: the editor shows the node, and the customer picker lists customers';
	let editor: Editor | undefined;
	try {
		await mkdir(folder, { recursive: true });
		editor = await openBrowser(setting);
		const opened = editor;
		await setting.checks.run(what, async () => await lookAtNode(setting, opened));
	} catch (error) {
		if (isMissing(error) && !process.env.CI) {
			process.stdout.write(`not run ${what}: ${(error as Error).message}\n`);
			return;
		}
		setting.checks.say(what, error instanceof Error ? error.message : String(error));
	} finally {
		await editor?.close();
	}
}
