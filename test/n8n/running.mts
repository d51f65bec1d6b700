import { showProgress } from '../../demo/install.mjs';
import { editorWorkflow, testEditor } from './editor.mts';
import { startEvents } from './events/events.mts';
import { testPickers } from './pickers/pickers.mts';
import { pollAfterRestart, pollingWorkflow, startPolling } from './polling.mts';
import { openRest, type Rest } from './rest.mts';
import type { Setting } from './setting.mts';
import { oauth2Workflow, testCredentials, testOAuth2 } from './signIn.mts';

/** What needs n8n itself running: every list and every event, and `started`: triggers over a restart, credential tests, consent, the editor. */
export type RunningPart = 'pickers' | 'events' | 'started';

/** Starts n8n and proves the parts that are asked for. */
export async function testRunning(setting: Setting, parts: readonly RunningPart[]): Promise<void> {
	const { instance, owner } = setting.host;
	const started = parts.includes('started');
	if (started) {
		await instance.importWorkflows([
			...setting.vendors.map((vendor) => pollingWorkflow(setting, vendor)),
			oauth2Workflow(setting),
			editorWorkflow(setting),
		]);
	}
	await showProgress('Starting n8n', async () => await instance.start());
	const rest = openRest(instance.url, await instance.ownerSetup(owner));
	const events = parts.includes('events') ? await startEvents(setting, rest) : undefined;
	if (parts.includes('pickers')) {
		await showProgress('Asking for every list', async () => await testPickers(setting, rest));
	}
	const judgeEvents = async () => {
		if (events === undefined) return;
		await showProgress('Waiting for all events, which are polled once a minute', async () => {
			await events.judge();
		});
	};
	if (started) await testStarted(setting, rest, judgeEvents);
	else await judgeEvents();
}

async function testStarted(
	setting: Setting,
	rest: Rest,
	beforeRestart: () => Promise<void>,
): Promise<void> {
	const { instance, owner } = setting.host;
	// Its note changes a work order, which a trigger that was active by then would rightly report.
	await testOAuth2(setting, rest);
	// Polls come once a minute, and what only reads is done in between.
	const judged = await showProgress(
		'Activating a trigger of each vendor',
		async () => await startPolling(setting, rest),
	);
	await testCredentials(setting, rest);
	await testEditor(setting);
	const polled = await showProgress('Waiting for the triggers, which poll once a minute', judged);
	await beforeRestart();
	const restart = async (meanwhile: () => void) => {
		await instance.stop();
		meanwhile();
		await instance.start();
		return openRest(instance.url, await instance.ownerSetup(owner));
	};
	await showProgress(
		'Restarting n8n and waiting for the triggers once more',
		async () => await pollAfterRestart(setting, restart, polled),
	);
}
