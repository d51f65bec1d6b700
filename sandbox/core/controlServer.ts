import fastify, { type FastifyInstance } from 'fastify';

import { act, CONTROL_ACTIONS, type VendorControl } from './control';

/** The control port: `GET /` lists what is there, `POST /<Vendor>/<action>` does it. */
export function createControlServer(
	controls: Readonly<Record<string, VendorControl>>,
	baseUrls: Readonly<Record<string, string>>,
): FastifyInstance {
	const app = fastify({ forceCloseConnections: true, bodyLimit: 64 * 1024 * 1024 });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

	app.get('/', () => ({
		vendors: baseUrls,
		use: 'POST /<Vendor>/<action> with the arguments as a JSON object',
		actions: CONTROL_ACTIONS,
	}));

	app.post<{ Params: { vendor: string; action: string } }>(
		'/:vendor/:action',
		async ({ params, body }, reply) => {
			const control = Object.hasOwn(controls, params.vendor) ? controls[params.vendor] : undefined;
			const action = CONTROL_ACTIONS.find((name) => name === params.action);
			if (!control || !action) {
				return await reply
					.code(404)
					.send({ error: `There is no ${params.vendor}/${params.action}` });
			}
			try {
				const given: unknown =
					typeof body === 'string' && body !== '' ? JSON.parse(body) : undefined;
				return await reply.send(JSON.stringify(act(control, action, given) ?? {}));
			} catch (error) {
				const message = error instanceof Error ? error.message : String(error);
				return await reply.code(400).send({ error: message });
			}
		},
	);
	app.addHook('onSend', async (_request, reply) => {
		reply.header('content-type', 'application/json; charset=utf-8');
	});
	return app;
}
