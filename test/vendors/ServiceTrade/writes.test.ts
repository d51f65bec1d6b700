import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../../support/picker';
import { tradeNode } from '../../support/tradeNode';

const { administration, asked, control, records, refusal, upload } = tradeNode();

const place = {
	addressStreet: '12 Fennel Lane',
	addressCity: 'Maplewick',
	addressState: 'OH',
	addressPostalCode: '00011',
};

const bodiesOf = (path: string, method = 'POST') => asked(path, method).map(({ body }) => body);

describe('find or create', () => {
	const company = { ...place, name: 'Fennel Lane Mills' };

	it('finds what is there, whatever the case of its name, and makes nothing', async () => {
		const [made] = await records('company', 'findOrCreate', company);
		const [found] = await records('company', 'findOrCreate', {
			...company,
			name: ' fennel lane MILLS ',
		});
		expect([made.isNew, found.isNew]).toEqual([true, false]);
		expect(found.id).toBe(made.id);
		expect(asked('/company', 'POST')).toHaveLength(1);
	});

	it('takes a longer name for another company', async () => {
		await records('company', 'findOrCreate', { ...company, name: 'Fennel Lane Mills and Sons' });
		const [made] = await records('company', 'findOrCreate', company);
		expect(made.isNew).toBe(true);
	});

	it('goes by the reference number where there is one', async () => {
		const given = { ...company, additionalFields: { refNumber: 'F-1' } };
		const [made] = await records('company', 'findOrCreate', given);
		const [found] = await records('company', 'findOrCreate', { ...given, name: 'Renamed' });
		expect(found).toMatchObject({ id: made.id, isNew: false });
	});

	it('looks for a location at its company only', async () => {
		const mill = { ...place, name: 'Mill 1' };
		const at = async (companyId: number) =>
			await records('location', 'findOrCreate', { ...mill, companyId: byId(companyId) });
		const [[first], [other], [again]] = [await at(104), await at(105), await at(104)];
		expect([first.isNew, other.isNew, again.isNew]).toEqual([true, true, false]);
		expect(again.id).toBe(first.id);
	});

	it('does not guess which of two contacts is meant', async () => {
		const twin = { firstName: 'Odette', lastName: 'Quillfeather', additionalFields: { type: 'x' } };
		await records('contact', 'create', twin);
		await records('contact', 'create', twin);
		const said = await refusal('contact', 'findOrCreate', twin);
		expect(said).toMatch(/^2 records fit/);
		expect(asked('/contact', 'POST')).toHaveLength(2);
	});
});

describe('what cannot be undone', () => {
	it('sends the one that loses in the address and the one that stays in the body', async () => {
		await records('company', 'merge', { companyId: byId(110), replacementId: byId(111) });
		expect(bodiesOf('/company/110/merge')).toEqual([{ replacementId: 111 }]);
		const ids = control()
			.records('companies')
			.map(({ id }) => id);
		expect([ids.includes(110), ids.includes(111)]).toEqual([false, true]);
	});

	it('takes a tag off one record, and off every record only where that was chosen', async () => {
		const record = { entityType: 5, entityId: byId(104), tagName: 'loading dock' };
		const [tag] = await records('tag', 'addToRecord', record);
		await records('tag', 'addToRecord', { ...record, entityId: byId(105) });
		await records('tag', 'removeFromRecord', record);
		await records('tag', 'delete', { tag: byId(Number(tag.id)) });
		const [first, second] = asked('/tag', 'DELETE').map(({ query }) => query);
		expect(first).toEqual({ entityType: '5', entityId: '104', name: 'loading dock' });
		expect(second).toEqual({ id: String(tag.id) });
	});

	it.each(['addToRecord', 'removeFromRecord', 'delete'])(
		'%s needs either the tag or its name',
		async (operation) => {
			const record = { entityType: 5, entityId: byId(104) };
			const both = { ...record, tag: byId(401), tagName: 'x' };
			expect(await refusal('tag', operation, record)).toMatch(/^Tag: choose it or give its name/);
			expect(await refusal('tag', operation, both)).toMatch(/^Tag: choose it or give its name/);
			expect(control().requests()).toEqual([]);
		},
	);
});

describe('invoice', () => {
	it.each<[string, INodeParameters, RegExp]>([
		['a job and a customer', { jobId: byId(10001), customerId: byId(104) }, /^Job: the customer/],
		['neither', { type: 'invoice', status: 'ok' }, /^Customer and Vendor: give both, or a job/],
		['no status', { jobId: byId(10001), type: 'invoice' }, /^Type and Status: give both/],
	])('is refused with %s', async (_, additionalFields, said) => {
		expect(await refusal('invoice', 'create', { additionalFields })).toMatch(said);
		expect(control().requests()).toEqual([]);
	});

	it('leaves out of its lines what was left empty', async () => {
		const line = { quantity: 2, price: '', cost: '12.5', description: 'Valve', serviceLineId: 1 };
		await records('invoice', 'create', {
			additionalFields: {
				type: 'invoice',
				status: 'ok',
				customerId: byId(104),
				vendorId: byId(101),
				contractId: byId(501),
				items: { values: [line] },
			},
		});
		const [body] = bodiesOf('/invoice') as IDataObject[];
		expect(body.items).toEqual([
			{ quantity: 2, cost: 12.5, description: 'Valve', serviceLineId: 1 },
		]);
	});

	it('sends recurrences as text with commas', async () => {
		control().fault({
			kind: 'status',
			status: 200,
			method: 'POST',
			path: '/invoice/recurring',
			body: { data: { id: 1 } },
		});
		await records('invoice', 'createFromRecurrences', { invoiceRecurrenceId: [7, 8] });
		expect(bodiesOf('/invoice/recurring')).toEqual([{ invoiceRecurrenceId: '7,8' }]);
	});
});

describe('message', () => {
	const to = { contactIds: [2001, 2002], mode: 'bulk_email' };

	it('is sent at once, with its own inputs in params', async () => {
		await records('message', 'sendQuote', {
			...to,
			quoteId: byId(60001),
			additionalFields: { subject: 'Your quote', showTotal: false },
		});
		expect(bodiesOf('/message')).toEqual([
			{
				send: true,
				template: 'Quote',
				contactIds: '2001,2002',
				mode: 'bulk_email',
				params: { quoteId: 60001, subject: 'Your quote', showTotal: '0' },
			},
		]);
	});

	it('is only kept where that is wanted', async () => {
		await records('message', 'sendInvoice', {
			...to,
			invoiceId: byId(70001),
			additionalFields: { send: false },
		});
		expect(bodiesOf('/message')).toMatchObject([{ send: false, template: 'Invoice' }]);
	});

	it('asks for a review of somebody by somebody', async () => {
		const additionalFields = { serviceReviewTechId: byId(54) };
		const said = await refusal('message', 'sendServiceLink', {
			...to,
			jobId: byId(10001),
			additionalFields,
		});
		expect(said).toMatch(/^Review By and Technician Under Review belong together/);
	});
});

describe('values that are written in their own way', () => {
	it('says that a person and no phone reported or clocked in', async () => {
		const [asset] = control().records('assets');
		await records('deficiency', 'create', { assetId: byId(Number(asset.id)) });
		await records('clockEvent', 'clockIn', { jobId: byId(10001) });
		expect(bodiesOf('/deficiency')).toMatchObject([{ reportSource: 'manual' }]);
		expect(bodiesOf('/job/10001/clockin')).toEqual([{ source: 'manual' }]);
	});

	it('sends the corners of a region as pairs', async () => {
		const corners = [
			{ lat: 39.1, lon: -84.6 },
			{ lat: 39.3, lon: -84.6 },
			{ lat: 39.2, lon: -84.3 },
		];
		const region = { name: 'North bank', points: { values: corners } };
		await records('region', 'create', region, {}, administration());
		expect(bodiesOf('/region')).toMatchObject([
			{
				points: [
					[39.1, -84.6],
					[39.3, -84.6],
					[39.2, -84.3],
				],
			},
		]);
	});

	it('says of the source of a job item only what was given', async () => {
		await records('jobItem', 'create', {
			jobId: byId(10001),
			name: 'Valve',
			quantity: 1,
			additionalFields: {
				serviceLineId: 1,
				source: { values: { type: 'refnumber', value: 'B-77', status: '', warehouseId: '' } },
			},
		});
		expect(bodiesOf('/jobitem')).toMatchObject([{ source: { type: 'refnumber', value: 'B-77' } }]);
		expect((bodiesOf('/jobitem')[0] as IDataObject).source).not.toHaveProperty('status');
	});

	it('finds the record with an external ID that holds a slash', async () => {
		const [found] = await records(
			'externalId',
			'find',
			{ entityType: 'location', externalSystem: 'ledgerfox', value: 'SITE/3' },
			{},
			administration(),
		);
		expect(found.id).toBe(1003);
	});

	it('tells a change of a budget that is incomplete from one that is not', async () => {
		const line = { changeOrderId: byId(1), changeAction: 'add' };
		expect(await refusal('changeOrderLineItem', 'create', line)).toMatch(/^To add something/);
		expect(
			await refusal('changeOrderLineItem', 'create', { ...line, changeAction: 'delete' }),
		).toMatch(/^Reference Number: which part/);
		expect(control().requests()).toEqual([]);
	});

	it('gives one key to one person for one record', async () => {
		const token = async (options: INodeParameters) =>
			await refusal('token', 'create', { options }, administration());
		expect(await token({ jobId: byId(10001) })).toMatch(/^Contact or User: give one/);
		expect(await token({ contactId: byId(2001) })).toMatch(/^Job, Quote, Invoice or Change Order/);
		expect(control().requests()).toEqual([]);
	});
});

describe('answers without a record', () => {
	it('says that there is no agreement to accept', async () => {
		control().fault({ kind: 'status', status: 204, path: '/eula', body: '' });
		expect(await records('eula', 'get', {}, {}, administration())).toEqual([{ needed: false }]);
	});

	it('logs out, and in again with the next request', async () => {
		const bench = administration();
		await records('authentication', 'getCurrentUser', {}, {}, bench);
		const [ended] = await records('authentication', 'logOut', {}, {}, bench);
		expect(ended).toMatchObject({ success: true });
		const [settings] = await records('accountSettings', 'get', {}, {}, bench);
		expect(settings.jobTypes).toEqual(expect.any(Array));
		expect(asked('/auth', 'POST')).toHaveLength(2);
	});
});

describe('all files of a job', () => {
	it('adds those of its appointments, each file once', async () => {
		const [own] = await upload();
		const visit = control()
			.records('appointments')
			.find(({ jobId }) => jobId === 10002) as IDataObject;
		const other = {
			entityType: 16,
			entityId: visit.id,
			purposeId: 11,
			fileName: 'signed.pdf',
			meta: {},
		};
		const added = control().add('attachments', other as never);
		const found = await records('attachment', 'getAllOfJob', { job: byId(10002) });
		const ids = found.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining([own.id, added.id]));
		expect(new Set(ids).size).toBe(ids.length);
		const signed = await records('attachment', 'getAllOfJob', {
			job: byId(10002),
			additionalFields: { purposes: [11] },
		});
		expect(signed.map(({ id }) => id)).toEqual([added.id]);
	});
});
