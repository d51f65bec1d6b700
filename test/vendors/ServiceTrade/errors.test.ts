import { runNode } from '../../support/engine';
import { byId } from '../../support/picker';
import { tradeNode } from '../../support/tradeNode';

const { asked, control, refusal, session } = tradeNode();

describe('errors', () => {
	const create = {
		locationId: byId(1003),
		vendorId: byId(101),
		type: 'repair',
		additionalFields: {},
	};

	const withAnswer = async (status: number, body?: unknown) => {
		control().fault({ kind: 'status', status, method: 'POST', path: '/job', body: body ?? '' });
		return await refusal('job', 'create', create);
	};

	it('shows each reason with the label of its field, lists of texts and plain texts alike', async () => {
		const said = await withAnswer(400, {
			messages: {
				error: ['The job could not be made.'],
				validation: { locationId: ['is unknown', 'is required'], vendorId: 'may not do this' },
			},
		});
		expect(said).toBe(
			[
				'The job could not be made.',
				'Location: is unknown is required',
				'Vendor: may not do this',
				'Correct the fields named here and run it again. Some of them are only accepted together, or belong to another location or job.',
			].join('\n'),
		);
	});

	it.each([
		[400, 'did not accept the values', 'Correct the fields'],
		[403, 'does not allow this user', 'role of the user'],
		[404, 'found no such record', 'Check the ID'],
		[405, 'does not offer this call', 'one more filter'],
		[409, 'state of the record', 'what still refers to it'],
		[500, 'failed while it worked', 'Run it again later'],
	])('speaks for itself when status %d comes without a body', async (status, message, advice) => {
		const [first, ...rest] = (await withAnswer(status)).split('\n');
		expect(first).toContain(message);
		expect(rest.join(' ')).toContain(advice);
	});

	it('gives up with advice when the session is refused again and again', async () => {
		control().fault({ kind: 'status', status: 401, path: '/job/10001', times: 2 });
		const said = await refusal('job', 'get', { jobId: byId(10001) });
		expect(said).toContain('Check the credential');
		expect(asked('/job/10001')).toHaveLength(2);
	});

	it('makes no second job after an answer that was lost', async () => {
		control().fault({ kind: 'dropAfter', method: 'POST', path: '/job' });
		const before = control().records('jobs').length;
		expect(await refusal('job', 'create', create)).toContain('It was not sent again');
		expect(control().records('jobs')).toHaveLength(before + 1);
	});

	it('goes on after one bad item in three where the user wants that', async () => {
		const { items } = await runNode(
			session(),
			{
				resource: 'job',
				operation: 'get',
				jobId: byId('={{ $json.id }}'),
			},
			{
				items: [{ id: 10001 }, { id: 999 }, { id: 10002 }],
				onError: 'continueRegularOutput',
			},
		);
		expect(items.map(({ json, pairedItem }) => [json.id ?? json.error, pairedItem])).toEqual([
			[10001, { item: 0 }],
			[expect.stringContaining('999') as unknown, { item: 1 }],
			[10002, { item: 2 }],
		]);
	});
});
