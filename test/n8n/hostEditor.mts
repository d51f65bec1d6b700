import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium, type Page, selectors } from 'playwright-core';

import { ExplainedError } from '../../demo/install.mjs';
import type { Instance, Owner } from '../../demo/instance.mts';

/** n8n's editor in a real browser, signed in. */
export interface Editor {
	readonly page: Page;
	openWorkflow(id: string): Promise<void>;
	/** Opens an empty workflow. */
	newWorkflow(): Promise<void>;
	/** Opens the settings of a node of the open workflow. */
	openNode(name: string): Promise<void>;
	/** Presses "Execute workflow" and waits until the editor tells how the run went. */
	runWorkflow(): Promise<void>;
	/**
	 * Adds a community node from the list of all nodes; its settings are open then.
	 * @param label the node's display name
	 * @param action one of the actions that the list offers for it; needed if it offers any
	 */
	addNode(label: string, action?: string): Promise<void>;
	/** Saves what is to be seen as a PNG. */
	screenshot(path: string): Promise<void>;
	close(): Promise<void>;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** $CHROMIUM, or the first Chromium on PATH. */
function findChromium() {
	const given = process.env.CHROMIUM;
	if (given) {
		if (existsSync(given)) return given;
		throw new ExplainedError(`CHROMIUM is ${given}, and there is no such file.`);
	}
	const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
	const found = folders
		.flatMap((folder) => names.map((name) => join(folder, name)))
		.find(existsSync);
	if (!found) {
		throw new ExplainedError(
			'No Chromium was found. Install one (Debian and Ubuntu: sudo apt-get install chromium), or set CHROMIUM to its program file.',
		);
	}
	return found;
}

/** Waits are bounded by this; the first page load compiles a lot on a slow machine. */
const PATIENCE = 60_000;

/**
 * Starts a browser and signs in with the form, as a user does. The instance must be started and have
 * its owner.
 */
export async function openEditor(instance: Instance, owner: Owner): Promise<Editor> {
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: [
			// Chromium's own sandbox does not work for root, as whom containers run.
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
	try {
		const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
		page.setDefaultTimeout(PATIENCE);
		await page.goto(`${instance.url}/signin`);
		await page
			.locator('input[type=email], input[name=emailOrLdapLoginId]')
			.first()
			.fill(owner.email);
		await page.locator('input[type=password]').fill(owner.password);
		await page.getByTestId('form-submit-button').click();
		await page.waitForURL((url) => !url.pathname.startsWith('/signin'));

		// Playwright's own network idle is that of a page's loading, over when a node opens its lists.
		let underWay = 0;
		page.on('request', () => underWay++);
		page.on('requestfinished', () => underWay--);
		page.on('requestfailed', () => underWay--);
		const settled = async () => {
			const deadline = Date.now() + 10_000;
			for (let quiet = 0; quiet < 5 && Date.now() < deadline; ) {
				await page.waitForTimeout(100);
				quiet = underWay <= 0 ? quiet + 1 : 0;
			}
		};
		return {
			page,
			async openWorkflow(id) {
				await page.goto(`${instance.url}/workflow/${id}`);
				await page.getByTestId('canvas-node').first().waitFor();
				await settled();
			},
			async newWorkflow() {
				await page.goto(`${instance.url}/workflow/new`);
				await page.getByTestId('canvas-wrapper').waitFor();
				await settled();
			},
			async openNode(name) {
				await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
				await page.getByTestId('ndv').waitFor();
				await settled();
			},
			async addNode(label, action) {
				await page.getByTestId('node-creator-plus-button').click();
				await page.getByTestId('node-creator-search-bar').fill(label);
				const entries = page.getByTestId('node-creator-item-name');
				await entries.getByText(label, { exact: true }).first().click();
				// A community node shows who made it first; one without actions waits there for a button.
				if (action === undefined) {
					await page.getByText('Add to workflow', { exact: true }).click();
				} else {
					const entry = entries.getByText(action, { exact: true }).first();
					const heading = page
						.getByTestId('node-creator-category-item')
						.filter({ hasText: /^\s*Actions \(/ });
					await heading.waitFor();
					// Beside a trigger of the same vendor, in an empty workflow, the actions are folded away.
					if (!(await entry.isVisible())) await heading.click();
					await entry.click();
				}
				await page.getByTestId('ndv').waitFor();
				await settled();
			},
			async runWorkflow() {
				await page.getByTestId('execute-workflow-button').first().click();
				await page
					.getByText(/Workflow executed successfully|Problem in node|Workflow execution failed/)
					.first()
					.waitFor();
			},
			async screenshot(path) {
				await page.screenshot({ path });
			},
			async close() {
				await browser.close();
			},
		};
	} catch (error) {
		await browser.close();
		throw error;
	}
}
