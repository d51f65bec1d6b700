import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { ServiceChannelApi } from '../../../credentials/ServiceChannelApi.credentials';
import { ServiceChannel } from '../../../nodes/ServiceChannel/ServiceChannel.node';
import { runNode, type Bench, type RunOptions } from '../../support/engine';
import { noNetwork } from '../../support/network';
import { byId } from '../../support/picker';

export const API = 'https://api.servicechannel.com';
export const LOGIN = 'https://login.servicechannel.com';

/** Milliseconds for a test that waits as ServiceChannel makes its users wait. */
export const LONG = 20_000;

/** The condition on the date of the call that a list of work orders begins with. */
export const WINDOW = 'CallDate ge 20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z';

interface Sent {
	readonly call: string;
	readonly query: Record<string, string>;
	readonly body: unknown;
	readonly authorization: string | undefined;
}

export interface Reply {
	readonly status?: number;
	readonly body?: unknown;
	readonly headers?: Record<string, string>;
	readonly times?: number;
}

/** What the tests of a file share: nodes that get the answers which a test announces. Call it once, at its top. */
export function benchOfFile() {
	noNetwork();

	const sent: Sent[] = [];
	beforeEach(() => sent.splice(0));

	/** Announces one call and how it is answered. What arrived is kept in `sent`. */
	function answer(call: string, { status = 200, body = {}, headers = {}, times = 1 }: Reply): void {
		const [method, path] = call.split(' ');
		nock(path.startsWith('/oauth') ? LOGIN : API)
			.intercept(path.startsWith('/oauth') ? path : `/v3${path}`, method)
			.query(true)
			.times(times)
			.reply(function (uri, received) {
				sent.push({
					call,
					query: Object.fromEntries(new URLSearchParams(uri.split('?')[1])),
					body: received,
					authorization: this.req.headers.authorization as unknown as string,
				});
				const text = typeof body === 'string' ? body : JSON.stringify(body);
				return [status, text, { 'Content-Type': 'application/json', ...headers }];
			});
	}

	const signIn = (token: string) =>
		answer('POST /oauth/token', {
			body: { access_token: token, token_type: 'bearer', expires_in: 599, refresh_token: 'r' },
		});

	let users = 0;
	/** A credential of its own for each test, so that sign-ins are not shared between them. */
	const account = (changes: IDataObject = {}) =>
		({
			type: new ServiceChannelApi(),
			values: {
				environment: 'production',
				clientId: 'app',
				clientSecret: 'app-secret',
				username: `dana${++users}@example.com`,
				password: 'pass-phrase',
				accessToken: 'token-0',
				...changes,
			},
		}) as Bench['credential'];
	const bench = (changes: IDataObject = {}): Bench => ({
		node: new ServiceChannel(),
		credential: account(changes),
	});

	const run = async (
		resource: string,
		operation: string,
		parameters: INodeParameters = {},
		options: RunOptions = {},
		on = bench(),
	) => await runNode(on, { resource, operation, ...parameters }, options);

	return { sent, answer, signIn, account, bench, run };
}

export const jsons = ({ items }: { items: Array<{ json: IDataObject }> }) =>
	items.map(({ json }) => json);

/** The work order that most tests are about. */
export const workorderId = byId(4711);
