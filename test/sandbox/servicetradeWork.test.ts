import { NOW_SECONDS, tradeSandbox, type Sent } from '../support/tradeSandbox';

const { vendor, request, status, done, read } = tradeSandbox();

interface Named {
	readonly id: number;
	readonly content: string;
}
const ids = (rows: readonly Named[]) => rows.map(({ id }) => id);

describe('what is refused about work', () => {
	test.each<readonly [string, string, Sent, number]>([
		// Compulsory filters, each in its own way.
		['GET', '/comment', {}, 405],
		['GET', '/comment', { params: { entityId: 10_001 } }, 405],
		['GET', '/comment', { params: { entityType: 3 } }, 405],
		['GET', '/clock', {}, 403],
		['GET', '/jobitem', {}, 400],
		['GET', '/serviceitem', {}, 404],
		// Comments.
		['POST', '/comment', { data: { content: 'Hello' } }, 403],
		['POST', '/comment', { data: { content: 'Hello', entityType: 3, entityId: 7 } }, 403],
		['POST', '/comment', { data: { entityType: 3, entityId: 10_001 } }, 400],
		['POST', '/job/10001/comment', { data: { content: 'x', visibility: ['secret'] } }, 400],
		[
			'POST',
			'/comment',
			{ data: { content: 'x', entityType: 2, entityId: 601, visibility: ['schedule'] } },
			400,
		],
		['GET', '/job/10002/comment/50001', {}, 404],
		['GET', '/job/10001/comment?visibility=secret', {}, 400],
		// The clock.
		['GET', '/clock', { params: { openClockEvents: 1 } }, 400],
		['GET', '/clock', { params: { paired: 1, userId: 54 } }, 400],
		['GET', '/job/10001/clockin/90002', {}, 404],
		['POST', '/job/10001/clockin', { data: { activity: 'offsite', started: true } }, 400],
		['POST', '/job/10001/clockin', { data: { appointmentId: 20_002 } }, 400],
		['POST', '/job/10001/clockout', {}, 403],
		['PUT', '/clock/90001', { data: { eventType: 'lunch' } }, 400],
		['PUT', '/clock/90001', { data: { jobId: 10_002 } }, 400],
		// Assets and what is wrong with them.
		['POST', '/asset', { data: { type: 'boat', locationId: 1003, properties: {} } }, 400],
		['POST', '/asset', { data: { type: 'extinguisher', locationId: 1003 } }, 400],
		[
			'POST',
			'/asset',
			{ data: { type: 'extinguisher', locationId: 1003, properties: { color: 'red' } } },
			400,
		],
		[
			'POST',
			'/asset',
			{ data: { type: 'sprinkler_head', locationId: 1003, properties: {}, parentId: 601 } },
			400,
		],
		['PUT', '/asset/601', { data: { locationId: 1004 } }, 400],
		['DELETE', '/asset/601', {}, 409],
		['DELETE', '/asset/602', {}, 409],
		['GET', '/asset/602/deficiency/3001', {}, 404],
		['POST', '/deficiency', { data: { assetId: 601, severity: 'awful' } }, 400],
		['POST', '/deficiency', { data: { description: 'Broken' } }, 400],
		['GET', '/deficiency', { params: { quoteRequestId: 'maybe' } }, 400],
		// Files.
		['GET', '/job/10001/paperwork/40001', {}, 404],
		['POST', '/job/10001/blankpaperwork', {}, 405],
		// What comes round again.
		['POST', '/servicerecurrence', { data: { locationId: 1003, description: 'x' } }, 400],
		[
			'POST',
			'/servicerecurrence',
			{ data: { locationId: 1003, description: 'x', serviceLineId: 1, firstStart: 5 } },
			400,
		],
		['POST', '/servicerecurrence', { data: { serviceRecurrenceId: 4 } }, 400],
		['PUT', '/servicerecurrence/1', { data: { frequency: 'weekly' } }, 400],
		[
			'PUT',
			'/servicerecurrence/2',
			{ data: { preferredTechIds: [54], preferredVendorId: 102 } },
			400,
		],
		['PUT', '/servicerecurrence/1', { data: { assetId: 602 } }, 400],
		['POST', '/servicetemplate', { data: { name: 'x', description: 'x' } }, 400],
		['DELETE', '/servicetemplate/1', {}, 409],
		// Parts used on jobs.
		['POST', '/jobitem', { data: { jobId: 10_001, name: 'x', quantity: 1 } }, 400],
		[
			'POST',
			'/jobitem',
			{ data: { jobId: 10_001, name: 'x', libItemId: 801, quantity: 1, source: { type: 'tech' } } },
			400,
		],
		[
			'POST',
			'/jobitem',
			{
				data: {
					jobId: 10_001,
					name: 'x',
					libItemId: 801,
					quantity: 1,
					source: { type: 'refnumber', value: 'R-1', warehouseId: 1 },
				},
			},
			400,
		],
		['PUT', '/jobitem/80001', { data: { serviceRequestId: 30_005 } }, 400],
		['PUT', '/jobitem/80001', { data: { jobId: 10_002 } }, 400],
		['POST', '/serviceitem', { data: { quantity: 1, description: 'x' } }, 400],
		['DELETE', '/serviceitem/35001', {}, 405],
	])('%s %s %j is %i', async (method, path, sent, wanted) => {
		expect(await status(method, path, sent)).toBe(wanted);
	});

	test('reasons are a list where the form is wrong, and text where a value is', async () => {
		const form = await request('POST', '/servicetemplate', { data: { name: 5 } });
		expect(form.data.messages.validation.name).toEqual([expect.any(String)]);
		const value = await request('DELETE', '/asset/601');
		expect(value.data.messages).toEqual({ error: [expect.any(String)] });
		const text = await request('PUT', '/asset/601', { data: { properties: { color: 'red' } } });
		expect(text.data.messages.validation['properties.color']).toEqual(expect.any(String));
	});
});

describe('the two layouts', () => {
	test('a job may stand under its name, with ids, and the others beside it', async () => {
		const nested = await read('/job/10001');
		expect(nested).toMatchObject({ id: 10_001, location: { id: 1003 }, customer: { id: 104 } });
		vendor().control.change('accounts', 567, { layout: 'beside' });
		const beside = await read('/job/10001');
		expect(beside.job).toMatchObject({ id: 10_001, location: 1003, customer: 104, vendor: 101 });
		expect(ids(beside.companies)).toEqual(expect.arrayContaining([101, 104]));
		expect(ids(beside.locations)).toContain(1003);
		expect(beside.serviceRequests).toHaveLength(beside.job.serviceRequests.length);
		expect(beside.contacts).toEqual(expect.any(Array));
		const listed = await read('/appointment', { limit: 3 });
		expect(listed.appointments[0].techs.every(Number.isInteger)).toBe(true);
		expect(listed.users.length).toBeGreaterThan(0);
		expect(listed.totalPages).toBeGreaterThan(1);
	});
});

describe('comments', () => {
	test('the flat list stands outside of data and hands down those of the place and customer', async () => {
		const about = { entityId: 10_001, entityType: 3 };
		const { data } = await request('GET', '/comment', { params: about });
		expect(data.data).toBeUndefined();
		expect(ids(data.comments)).toEqual([50_001, 50_002, 50_003, 50_005]);
		expect(data.comments[2].entity).toMatchObject({ type: 11, id: 1003 });
		const tech = await request('GET', '/comment', {
			params: { ...about, visibility: 'tech,billing' },
		});
		expect(ids(tech.data.comments)).toEqual([50_002, 50_003]);
		const authored = await request('GET', '/comment', { params: { ...about, authorId: 51 } });
		expect(ids(authored.data.comments)).toEqual([50_001]);
		const related = await request('GET', '/comment', {
			params: { ...about, includeRelatedEntities: 1 },
		});
		expect(ids(related.data.comments)).toContain(50_006);
		const since = await request('GET', '/comment', { params: { entityType: 3, createdAfter: 0 } });
		expect(ids(since.data.comments)).toEqual([50_001, 50_002]);
	});

	test('nested ones need no type, and are read, changed and deleted flat', async () => {
		const made = await done('POST', '/location/1004/comment', { content: 'Ring twice' });
		expect(made).toMatchObject({
			visibility: [],
			entity: { type: 11, id: 1004 },
			author: { id: 51 },
		});
		expect((await read('/location/1004/comment')).comments).toHaveLength(1);
		const changed = await done('PUT', `/comment/${made.id}`, { visibility: ['public', 'tech'] });
		expect(changed).toMatchObject({ content: 'Ring twice', visibility: ['public', 'tech'] });
		expect(await status('DELETE', `/comment/${made.id}`)).toBe(204);
		expect(await status('GET', `/comment/${made.id}`)).toBe(404);
	});
});

describe('the clock', () => {
	test('a job gives pairs unless told otherwise, a user gives events', async () => {
		const pairs = await read('/clock', { jobId: 10_001 });
		expect(pairs.pairedEvents).toHaveLength(2);
		expect(pairs.pairedEvents[0]).toMatchObject({
			elapsedTime: 3600,
			start: { eventType: 'clock-in', activity: 'enroute' },
			end: { eventType: 'clock-out' },
		});
		expect(pairs.activityTime).toEqual({ onsite: 3600, offsite: 0, enroute: 3600 });
		expect((await read('/clock', { jobId: 10_001, paired: 0 })).events).toHaveLength(4);
		expect((await read('/clock', { userId: 54, type: 'clock-in' })).events).toHaveLength(6);
		const open = await read('/clock', { userIds: '54,55', openClockEvents: 1 });
		expect(open.events).toMatchObject([{ user: { id: 55 } }]);
		expect((await read('/job/10001/clockevent')).pairedEvents).toHaveLength(2);
		expect((await read('/job/10001/clockout')).events).toHaveLength(2);
	});

	test('nobody clocks in twice, and only who is in clocks out', async () => {
		const inside = await done('POST', '/job/10001/clockin', { started: true });
		expect(inside).toMatchObject({
			activity: 'onsite',
			source: 'mobile',
			started: true,
			user: { id: 51 },
		});
		expect(inside.eventTime).toBeGreaterThanOrEqual(NOW_SECONDS);
		expect(await status('POST', '/job/10001/clockin', { data: {} })).toBe(409);
		expect(await status('POST', '/job/10001/clockout', { data: { activity: 'offsite' } })).toBe(
			403,
		);
		const out = await done('POST', '/job/10001/clockout', { completed: true, redTag: true });
		expect(out).toMatchObject({ eventType: 'clock-out', completed: true, redTag: true });
		const edited = await done('PUT', `/job/10001/clockin/${inside.id}`, { source: 'manual' });
		expect(edited.source).toBe('manual');
		expect(await status('DELETE', `/clock/${out.id}`)).toBe(204);
	});
});

describe('assets and deficiencies', () => {
	test('children come along where they are asked for, inactive ones likewise', async () => {
		expect((await read('/asset', { locationId: 1004 })).assets).toHaveLength(3);
		const risers = { locationId: 1004, type: 'sprinkler_system' };
		expect((await read('/asset', risers)).assets).toHaveLength(1);
		expect((await read('/asset', { ...risers, includeChildAssets: 1 })).assets).toHaveLength(3);
		const active = (await read('/asset', { createdAfter: 0 })).assets.length;
		const all = (await read('/asset', { createdAfter: 0, status: 'active,inactive' })).assets
			.length;
		expect(all).toBeGreaterThan(active);
		expect((await read('/location/1003/asset')).assets).toMatchObject([{ id: 601 }]);
		expect((await read('/asset', { jobId: 10_001 })).assets).toMatchObject([{ id: 601 }]);
	});

	test('are made of the properties of their type, which is found by its word', async () => {
		const definition = await read('/assetdefinition/extinguisher');
		expect(definition).toMatchObject({ id: 2, parentAssetTypes: [{ type: 'location' }] });
		expect((await read('/assetdefinition', { active: 1 })).assetDefinitions).toHaveLength(5);
		const made = await done('POST', '/asset', {
			type: 'sprinkler_head',
			locationId: 1004,
			properties: { floor: '3' },
			parentId: 602,
		});
		expect(made).toMatchObject({
			status: 'active',
			parent: { id: 602 },
			properties: { floor: '3' },
		});
		expect(await status('DELETE', `/asset/${made.id}`)).toBe(204);
	});

	test('a deficiency takes its place, salesperson and defaults from where it belongs', async () => {
		const made = await done('POST', '/asset/601/deficiency', { jobId: 10_001 });
		expect(made).toMatchObject({
			severity: 'inoperable',
			status: 'new',
			lastReportedStatus: 'new',
			reportSource: 'mobile',
			location: { id: 1003 },
			reporter: { id: 51 },
			sales: { id: 52 },
		});
		expect(made.refNumber).toBe(String(made.id));
		const moved = await done('POST', `/deficiency/${made.id}`, {
			jobId: 10_002,
			status: 'verified',
		});
		expect(moved).toMatchObject({ status: 'verified', job: { id: 10_002 } });
		// The first job stays in its history.
		const reported = await read('/deficiency', { reportingJobId: 10_001 });
		expect(ids(reported.deficiencies)).toContain(made.id);
		expect((await read('/deficiency', { quoteRequestId: 'false' })).deficiencies).toHaveLength(6);
		await done('POST', '/servicerequest', {
			locationId: 1003,
			serviceLineId: 1,
			description: 'Mend it',
			deficiencyId: made.id,
		});
		expect(await status('DELETE', `/deficiency/${made.id}`)).toBe(409);
	});
});

describe('files under a record', () => {
	test('each shelf of a job has its own, and others need a purpose', async () => {
		const form = (purpose?: string) => {
			const body = new FormData();
			if (purpose) body.append('purposeId', purpose);
			body.append('uploadedFile', new Blob(['x'], { type: 'text/plain' }), 'x.txt');
			return { data: body };
		};
		const bill = (await request('POST', '/job/10002/vendorinvoice', form())).data.data;
		expect(bill.purposeId).toBe(2);
		expect(await status('GET', `/job/10002/vendorinvoice/${bill.id}`)).toBe(200);
		expect(await status('GET', `/job/10002/picture/${bill.id}`)).toBe(404);
		expect(await status('POST', '/deficiency/3001/attachment', form())).toBe(400);
		const file = (await request('POST', '/deficiency/3001/attachment', form('7'))).data.data;
		expect(file.entity).toMatchObject({ type: 10, id: 3001 });
		expect((await read('/deficiency/3001/attachment')).attachments).toHaveLength(1);
		expect(await read(`/deficiency/3001/attachment/${file.id}`)).toMatchObject({ id: file.id });
	});
});

describe('what comes round again', () => {
	test('a new schedule ends the old one and takes over what was not sent', async () => {
		const old = await read('/servicerecurrence/2');
		const made = await done('POST', '/servicerecurrence', {
			serviceRecurrenceId: 2,
			frequency: 'yearly',
			interval: 1,
		});
		expect(made).toMatchObject({
			description: old.description,
			frequency: 'yearly',
			parent: { id: 2 },
			location: { id: old.location.id },
			endsOn: null,
		});
		expect((await read('/servicerecurrence/2')).endsOn).toBeGreaterThanOrEqual(NOW_SECONDS);
		const going = await read('/servicerecurrence', { endsOnAfter: NOW_SECONDS + 60 });
		expect(ids(going.serviceRecurrences)).toEqual([1, 3, made.id]);
	});

	test('its end takes later services along that no job has', async () => {
		const service = await done('POST', '/servicerequest', {
			locationId: 1003,
			serviceLineId: 1,
			description: 'Later',
			windowStart: NOW_SECONDS + 900,
			windowEnd: NOW_SECONDS + 1000,
		});
		vendor().control.change('serviceRequests', service.id, { serviceRecurrenceId: 1 });
		await done('PUT', '/servicerecurrence/1', { endsOn: NOW_SECONDS });
		expect(await status('GET', `/servicerequest/${service.id}`)).toBe(404);
	});

	test('items of a template, a recurrence and a service lie in one list', async () => {
		expect((await read('/serviceitem', { serviceRecurrenceId: 2 })).serviceitems).toHaveLength(1);
		expect((await read('/servicerequest/30001/item')).serviceitems).toHaveLength(2);
		const made = await done('POST', '/serviceitem', {
			serviceTemplateId: 2,
			quantity: 1,
			libItemId: 801,
		});
		expect(made).toMatchObject({ description: 'Extinguisher, 10 lb', serviceLine: { id: 2 } });
		expect(await status('DELETE', '/servicerequest/30001/item/35001')).toBe(204);
	});
});

describe('parts of jobs', () => {
	test('name where they came from, in the members of that source', async () => {
		const made = await done('POST', '/jobitem', {
			jobId: 10_002,
			name: 'Valve',
			serviceLineId: 1,
			quantity: 1,
			source: { type: 'partsvendor', companyId: 103, status: 'ordered', value: 'PO-1' },
		});
		expect(made).toMatchObject({ job: { id: 10_002 }, source: { status: 'ordered' } });
		expect(
			(await read('/jobitem', { jobId: 10_002, libItemType: 'part,labor' })).jobItems,
		).toHaveLength(2);
		expect(await status('DELETE', `/jobitem/${made.id}`)).toBe(204);
	});
});
