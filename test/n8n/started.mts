import { showProgress } from '../../demo/install.mjs';
import { editorWorkflow, testEditor } from './editor.mts';
import { pollAfterRestart, pollingWorkflow, startPolling } from './polling.mts';
import { openRest } from './rest.mts';
import type { Setting } from './setting.mts';
import { oauth2Workflow, testCredentials, testOAuth2 } from './signIn.mts';

/** Everything that needs n8n itself running: triggers, credential tests, consent, the editor. */
export async function testStarted(setting: Setting): Promise<void> {
	const { instance, owner } = setting.host;
	await instance.importWorkflows([
		...setting.vendors.map((vendor) => pollingWorkflow(setting, vendor)),
		oauth2Workflow(setting),
		editorWorkflow(setting),
	]);
	await showProgress('Starting n8n', async () => await instance.start());
	const rest = openRest(instance.url, await instance.ownerSetup(owner));
	// Polls come once a minute, and the rest is done in between.
	const judged = await showProgress(
		'Activating a trigger of each vendor',
		async () => await startPolling(setting, rest),
	);
	await testCredentials(setting, rest);
	await testOAuth2(setting, rest);
	await testEditor(setting);
	const polled = await showProgress('Waiting for the triggers, which poll once a minute', judged);
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
