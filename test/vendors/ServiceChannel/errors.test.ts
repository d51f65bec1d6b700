import { serviceChannel } from '../../../nodes/ServiceChannel/vendor';
import { benchOfFile, workorderId, type Reply } from './bench';

const { answer, run } = benchOfFile();

describe('errors', () => {
	const failing = async (reply: Reply) => {
		answer('GET /workorders/4711', reply);
		return (await run('workOrder', 'get', { workorderId })).error;
	};

	it.each<[string, Reply, string, string]>([
		[
			'a code as a number',
			{ status: 400, body: { ErrorCode: 917, ErrorMessage: 'Invalid Tracking Number' } },
			'Invalid Tracking Number (code 917)',
			'tracking number',
		],
		[
			'a code as a name',
			{ status: 400, body: { ErrorCodes: ['NotAllowed'], ErrorMessage: 'Not allowed' } },
			'Not allowed (code NotAllowed)',
			'Correct what the message names',
		],
		[
			'a message alone',
			{ status: 404, body: { Message: 'Nothing here' } },
			'Nothing here',
			'Check the ID',
		],
		[
			'an error of OData',
			{ status: 400, body: { error: { code: '', message: 'Bad filter' } } },
			'Bad filter',
			'Correct what',
		],
		[
			'a route of another version',
			{
				status: 400,
				body: { Error: { Code: 'UnsupportedApiVersion', Message: 'No such version' } },
			},
			'No such version',
			'ends in /v3',
		],
		['nothing to go by', { status: 500, body: {} }, 'ServiceChannel answered with status 500', ''],
		[
			'a web page',
			{ status: 500, body: '<html></html>', headers: { 'Content-Type': 'text/html' } },
			'ServiceChannel answered with a web page instead of data (status 500)',
			'base URL',
		],
		[
			'a code inside a good answer',
			{ body: { ErrorCode: 912, Message: 'Priority is unknown' } },
			'Priority is unknown (code 912)',
			'',
		],
	])('say what happened: %s', async (_, reply, message, advice) => {
		const error = await failing(reply);
		expect(error?.message).toBe(message);
		expect(error?.description ?? '').toContain(advice);
	});

	it('take a code of 0 for what it is', async () => {
		answer('GET /workorders/4711', { body: { Id: 4711, ErrorCode: 0, Message: '' } });
		expect((await run('workOrder', 'get', { workorderId })).error).toBeUndefined();
	});

	it('wait as long as a throttled call has to, even where that is given as a date', async () => {
		const body = { Reason: 'Request has been throttled.' };
		const soon = new Date(Date.now() + 1000).toUTCString();
		answer('POST /workorders/4711/notes', {
			status: 429,
			body,
			headers: { 'Retry-After': soon },
		});
		answer('POST /workorders/4711/notes', { status: 201, body: { id: 1 } });
		const { error } = await run('note', 'create', { workorderId, note: 'Hello' });
		expect(error).toBeUndefined();
		const error2 = await failing({ status: 429, body, headers: { 'Retry-After': '300' } });
		expect(error2?.message).toBe('Request has been throttled.');
		expect(error2?.description).toBe('Run this again in 5 minutes.');
	});

	it('repeat a read after a failure of the server, but never a change of status', async () => {
		answer('GET /workorders/4711', { status: 503, body: '' });
		answer('GET /workorders/4711', { body: { Id: 4711 } });
		expect((await run('workOrder', 'get', { workorderId })).error).toBeUndefined();
		answer('PUT /workorders/4711/status', { status: 503, body: '' });
		const { error } = await run('workOrder', 'updateStatus', { workorderId, primary: 'OPEN' });
		expect(error?.httpCode).toBe('503');
	});

	it('know the allowance of each environment', () => {
		const { allowance } = serviceChannel.api;
		const of = (environment: string) =>
			typeof allowance === 'function' ? allowance({ environment }).requests : 0;
		expect([of('production'), of('sandbox2')]).toEqual([280, 20]);
	});
});
