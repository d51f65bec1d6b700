import type { IDataObject } from 'n8n-workflow';

import { byId } from '../support/picker.ts';
import { wrongId } from './badInput.mts';
import { unlike } from './checks.mts';
import { credentialOf, operationStep } from './operations.ts';
import type { Rest } from './rest.mts';
import type { Setting } from './setting.mts';
import { chain, errorOf, from, itemsOf, start } from './workflow.ts';

const OAUTH2 = 'serviceChannelOAuth2Api';
const OAUTH2_WORKFLOW = 'operations-oauth2';
const LIST = 'workOrder.getAll';
const NOTE = 'note.create';

interface TestResult {
	readonly status: 'OK' | 'Error';
	readonly message: string;
}

/** What the button "Test" of a credential says, for right values and for wrong ones. */
export async function testCredentials({ host, vendors, checks }: Setting, rest: Rest) {
	// The editor saves a credential before it tests it, so there is always an ID.
	const test = async (id: string, type: string, data: IDataObject) =>
		await rest.post<TestResult>('credentials/test', {
			credentials: { id, name: `Test of ${type}`, type, data },
		});
	for (const vendor of vendors) {
		for (const [type, { fields, says, tested = says }] of Object.entries(vendor.wrongCredentials)) {
			const { id, data } = credentialOf(host, type);
			await checks.run(`${type}: its test accepts right values`, async () => {
				const { status, message } = await test(id, type, data);
				return status === 'OK' ? undefined : message;
			});
			await checks.run(`${type}: its test refuses wrong ones and says why`, async () => {
				const { status, message } = await test(wrongId(type), type, { ...data, ...fields });
				return status === 'Error' ? unlike(message, tested) : 'they were accepted';
			});
		}
	}
}

/** Two calls with the credential that is connected below. */
export function oauth2Workflow({ host }: Setting) {
	const oauth2 = credentialOf(host, OAUTH2);
	const authentication = { authentication: OAUTH2 };
	return chain(OAUTH2_WORKFLOW, 'ServiceChannel signed in by OAuth2', [
		start,
		operationStep(LIST, 'serviceChannel', LIST, { ...authentication, limit: 1 }, oauth2),
		operationStep(
			NOTE,
			'serviceChannel',
			NOTE,
			{ ...authentication, workorderId: byId(from(LIST, 'Id')), note: 'Seen' },
			oauth2,
		),
	]);
}

/** Goes the way of a browser: to the vendor, and back to n8n with a code. */
export async function testOAuth2({ host, checks }: Setting, rest: Rest) {
	await checks.run(`${OAUTH2}: n8n connects it through the vendor's consent`, async () => {
		const address = await rest.get<string>(
			`oauth2-credential/auth?id=${credentialOf(host, OAUTH2).id}`,
		);
		const consent = await fetch(address, { redirect: 'manual' });
		const back = consent.headers.get('location') ?? '';
		if (!back.startsWith(host.instance.url)) {
			return `the vendor answered ${consent.status} and led to "${back}"`;
		}
		const answer = await rest.visit(back);
		const page = await answer.text();
		const failed = /error/i.test(page.replace(/<(script|style)[^]*?<\/\1>/g, ''));
		return answer.ok && !failed
			? undefined
			: `n8n answered ${answer.status}: ${page.slice(0, 500)}`;
	});
	await checks.run(`${OAUTH2}: operations run with it`, async () => {
		const run = await host.instance.execute(OAUTH2_WORKFLOW, { timeoutSeconds: 60 });
		const failed = errorOf(run, LIST) ?? errorOf(run, NOTE);
		if (failed !== undefined) return failed;
		return itemsOf(run, NOTE)?.length === 1 ? undefined : 'no note came back';
	});
}
