import {
	NodeConnectionTypes,
	type IAuthenticateGeneric,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestHelper,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { defineEvent, defineQueueEvent } from '../../nodes/shared/define/event';
import {
	choice,
	choices,
	date,
	dateTime,
	file,
	flag,
	group,
	groups,
	json,
	list,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../nodes/shared/define/fields';
import {
	create,
	download,
	listAll,
	operation,
	read,
	remove,
	update,
} from '../../nodes/shared/define/operation';
import { definePicker, labelled } from '../../nodes/shared/define/picker';
import { defineResource } from '../../nodes/shared/define/resource';
import { defineVendor, type Answer } from '../../nodes/shared/define/vendor';
import { eventFields, triggerPropertiesOf } from '../../nodes/shared/emit/events';
import { methodsOf } from '../../nodes/shared/emit/methods';
import { propertiesOf } from '../../nodes/shared/emit/properties';
import { signIn } from '../../nodes/shared/http/signIn';
import { numberedPages, onePage, skippedPages, tokenPages } from '../../nodes/shared/http/paging';
import { runOperation } from '../../nodes/shared/run/execute';
import { pollOnce } from '../../nodes/shared/trigger/poll';
import type { Bench } from './engine';

/** Acme is no vendor. It has one of everything that the engine promises, and nothing else. */
export const ACME = 'https://api.acme.test';

const customer = definePicker({
	value: 'customer',
	name: 'Customer',
	plural: 'Customers',
	search: 'GET /customers',
	find: (name) => ({ name }),
	example: '1027',
	id: 'number',
	url: 'https://app\\.acme\\.test/customers/(\\d+)',
	item: ({ id, name }) => ({ name: labelled(name, id), value: Number(id) }),
});

const location = definePicker({
	value: 'location',
	name: 'Location',
	plural: 'Locations',
	search: 'GET /locations',
	within: { customerId: 'customer' },
	example: '7',
	id: 'number',
	item: ({ id, name }) =>
		id === undefined ? undefined : { name: labelled(name, id), value: Number(id) },
});

const technician = definePicker({
	value: 'technician',
	name: 'Technician',
	plural: 'Technicians',
	search: 'GET /technicians',
	example: '12',
	id: 'number',
	item: ({ id, name }) => ({ name: labelled(name, id), value: Number(id) }),
});

/** Nothing is listed before something was typed, since the vendor cannot list everything. */
const part = definePicker({
	value: 'part',
	name: 'Part',
	plural: 'Parts',
	search: 'GET /parts',
	find: (code) => ({ code }),
	findOnly: true,
	example: 'V-12',
	id: 'text',
	item: ({ code }) => ({ name: String(code), value: String(code) }),
});

/** A list inside a record: its path needs the record. */
const visit = definePicker({
	value: 'visit',
	name: 'Visit',
	plural: 'Visits',
	search: 'GET /customers/{customer}/visits',
	within: { customerId: 'customer' },
	example: '5',
	id: 'number',
	item: ({ id }) => ({ name: labelled('', id), value: Number(id) }),
});

/** What is searched for depends on another field. */
const subject = definePicker({
	value: 'subject',
	name: 'Subject',
	plural: 'Subjects',
	search: 'GET /customers',
	kinds: { field: 'kind', pickers: { R: customer, S: location } },
	example: '5',
	id: 'number',
	item: () => undefined,
});

const jobs = definePicker({
	value: 'job',
	name: 'Job',
	plural: 'Jobs',
	search: 'GET /jobs',
	find: (number_) => ({ number: number_ }),
	example: '48213',
	id: 'text',
	item: ({ id, number: shown }) => ({ name: labelled(shown, id), value: String(id) }),
});

const id = pick(jobs, { required: true });

const job = defineResource({
	value: 'job',
	name: 'Job',
	description: 'Work booked for a customer at a location',
	simple: ['id', 'summary'],
	operations: {
		cancel: operation({
			action: 'Cancel a job',
			request: 'PUT /jobs/{id}/cancel',
			path: { id },
			body: { memo: text({ required: true }), notify: flag() },
			returns: 'nothing',
		}),
		create: create({
			action: 'Create a job',
			request: 'POST /jobs',
			body: {
				customerId: pick(customer, { required: true }),
				summary: text({ required: true }),
				locationId: pick(location),
				technicianIds: pickMany(technician),
				leadId: select(technician, { label: 'Lead' }),
				start: dateTime(),
				day: date(),
				hours: number(),
				urgent: flag(),
				note: text(),
				kind: choice([
					['Repair', 'R'],
					['Service', 'S'],
				]),
				skills: choices(['gas', 'water']),
				tags: list(),
				extra: json(),
				zip: text({ as: 'address.zip' }),
				partCode: pick(part),
				poNumber: text({ also: 'po', along: { source: 'n8n' } }),
				subjectId: pick(subject),
				visitId: pick(visit),
				contact: group({ name: text({ required: true }), phone: text() }),
				lines: groups({ item: text({ required: true }), amount: number() }),
			},
			refuses: ({ urgent, hours }) =>
				urgent && hours === 0 ? 'Hours: an urgent job takes some' : undefined,
		}),
		delete: remove({ action: 'Delete a job', request: 'DELETE /jobs/{id}', path: { id } }),
		export: operation({
			action: 'Mark jobs as exported',
			notice: 'Exported jobs can no longer be edited',
			request: 'POST /jobs/exported',
			body: {
				jobs: groups({ jobId: number({ required: true }) }, { as: '[]', required: true }),
			},
			query: { code: text({ secret: true, shown: true }) },
			returns: 'nothing',
		}),
		get: read({ action: 'Get a job', request: 'GET /jobs/{id}', path: { id } }),
		getAll: listAll({
			action: 'Get many jobs',
			request: 'GET /jobs',
			query: {
				active: flag(),
				customerId: pick(customer),
				createdAfter: dateTime(),
				ids: list({ label: 'IDs' }),
				minimum: number(),
				summary: text(),
			},
			always: { query: { view: 'full' } },
		}),
		getFlagged: listAll({
			action: 'Get many jobs by flag',
			request: 'GET /flagged',
			paging: numberedPages({ page: 'page', size: 'pageSize', more: 'hasMore', largest: 2 }),
		}),
		getRounds: listAll({
			action: 'Get many jobs in rounds',
			request: 'GET /rounds',
			query: { status: text() },
			rounds: ({ status }) => (status ? [{}] : [{ status: 'open' }, { status: 'canceled' }]),
		}),
		getSkipped: listAll({
			action: 'Get many jobs by skip',
			request: 'POST /skipped',
			repeatable: true,
			paging: skippedPages({ skip: 'Skip', size: 'Take', total: 'Count', in: 'body', largest: 2 }),
			at: 'rows',
			body: { name: text() },
		}),
		getTokens: listAll({
			action: 'Get many jobs by token',
			request: 'GET /tokens',
			paging: tokenPages({ token: 'from', next: 'next', more: 'hasMore', largest: 100 }),
		}),
		getWhole: listAll({ action: 'Get many jobs at once', request: 'GET /whole', paging: onePage }),
		move: operation({
			action: 'Move a job',
			request: 'POST /jobs/{id}/move',
			path: { id },
			body: { to: dateTime({ required: true }) },
			async run(input, call) {
				const before = await call.send('GET /jobs/{id}', { path: { id: input.id } });
				const visits = await call.list('GET /whole', {}, 2);
				if (before.locked) throw call.refuse('Job: it is locked', 'Unlock it first.');
				await call.send('POST /jobs/{id}/move', { path: { id: input.id }, body: { to: input.to } });
				return { id: input.id, from: before.start, to: input.to, visits: visits.length };
			},
		}),
		update: update({
			action: 'Update a job',
			request: 'PATCH /jobs/{id}',
			path: { id },
			body: { summary: text(), urgent: flag(), hours: number() },
		}),
	},
});

const attachment = defineResource({
	value: 'attachment',
	name: 'Attachment',
	description: 'A file of a job',
	operations: {
		download: download({
			action: 'Download an attachment',
			request: 'GET /files/{id}',
			path: { id: text({ required: true }) },
		}),
		fetch: download({
			action: 'Fetch an attachment from storage',
			request: 'GET /links/{id}',
			path: { id: text({ required: true }) },
			async run(input, call) {
				const link = await call.send('GET /links/{id}', { path: { id: input.id } });
				return { json: link, binary: await call.download(String(link.url), { fileName: 'a.pdf' }) };
			},
		}),
		upload: create({
			action: 'Upload an attachment',
			request: 'POST /files',
			form: {
				theFile: file({ required: true, label: 'File Field', as: 'upload' }),
				purpose: number({ required: true }),
				visibility: list({ as: 'visibility[]' }),
			},
		}),
	},
});

const changed = defineEvent({
	value: 'jobUpdated',
	name: 'Job Updated',
	description: 'When a job changes',
	request: 'GET /jobs',
	since: (since) => ({ since }),
	changedAt: 'modified',
	id: 'id',
	filters: { customerId: pick(customer) },
	overlapSeconds: 60,
});

export const acme = defineVendor({
	name: 'Acme',
	api: {
		credentials: { acmeApi: 'API Key' },
		baseUrl: ({ baseUrl }) => String(baseUrl ?? ACME),
		secrets: ['key', 'token'],
		echoes: true,
		check: 'GET /me',
		paging: numberedPages({
			page: 'page',
			size: 'pageSize',
			total: 'total',
			count: { count: true },
			largest: 100,
		}),
		everyList: ({ branch }) => (branch ? { branch } : {}),
		none: ({ status }, route) => status === 404 && route === 'GET /rounds',
		allowance: { requests: 1000, perSeconds: 1, atOnce: 3 },
		write: {
			dateTime: (value) => new Date(String(value)).toISOString(),
			queryFlag: (value) => (value ? 1 : 0),
			queryList: (values) => (values as string[]).join(','),
		},
		one: (body) => (body as { data?: unknown } | null)?.data ?? body,
		many: (body) => (body as { data?: IDataObject[] } | null)?.data,
		failed: ({ body }) => Boolean((body as { failed?: boolean } | null)?.failed),
		explain: ({ status, body }: Answer) => {
			const said = (body ?? {}) as { title?: string; fields?: Record<string, string[]> };
			return {
				message: said.title ?? `Acme answered with status ${status}`,
				...(said.fields && { fields: said.fields }),
				...(status === 404 && { advice: 'Check the ID.' }),
			};
		},
	},
	times: {
		read: (value) => Date.parse(String(value)),
		write: (moment) => new Date(moment).toISOString(),
	},
	resources: [attachment, job],
	events: [
		changed,
		{ ...changed, value: 'jobClosed', name: 'Job Closed', only: ({ closed }) => closed === true },
		{
			...changed,
			value: 'recentJob',
			name: 'Recent Job',
			always: (now) => ({ bookedAfter: new Date(now - 86_400_000).toISOString() }),
		},
		{
			...changed,
			value: 'jobOfCustomer',
			name: 'Job of a Customer',
			filters: { customerId: pick(customer, { required: true }), branch: text() },
			refuses: ({ branch }) => (branch === 'closed' ? 'Branch: it is closed' : undefined),
		},
		{ ...changed, value: 'statusChanged', name: 'Job Status Changed', watched: ['status'] },
		{
			...changed,
			value: 'visitAdded',
			name: 'Visit Added',
			changedAt: 'at',
			async read(asked, call) {
				const changedJobs = await call.list('GET /jobs', { query: asked });
				const visits = changedJobs.map(
					async ({ id: of }) =>
						await call.list('GET /jobs/{of}/visits', { path: { of: String(of) }, paging: onePage }),
				);
				return (await Promise.all(visits)).flat();
			},
		},
		defineQueueEvent({
			value: 'signal',
			name: 'Signal',
			description: 'When a signal waits in the queue',
			request: 'GET /signals',
			clear: 'POST /signals/clear',
			through: (upTo) => ({ upTo }),
			since: (clearUpTo) => ({ clearUpTo }),
			id: 'id',
			paging: onePage,
		}),
	],
});

export class AcmeApi implements ICredentialType {
	name = 'acmeApi';

	displayName = 'Acme API';

	properties = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'hidden' as const,
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		{ key }: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const { token } = await signIn(this, {
			vendor: 'Acme',
			url: `${ACME}/token`,
			body: { key: key as string },
			advice: 'Check the key.',
		});
		return { token };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{ $credentials.token }}' } },
	};
}

class Acme implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Acme',
		name: 'acme',
		group: ['transform'],
		version: 1,
		description: 'Book work in Acme',
		defaults: { name: 'Acme' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'acmeApi', required: true }],
		properties: propertiesOf(acme),
	};

	methods = methodsOf(acme);

	async execute(this: IExecuteFunctions) {
		return await runOperation.call(this, acme);
	}
}

class AcmeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Acme Trigger',
		name: 'acmeTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Starts when something changes in Acme',
		defaults: { name: 'Acme Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'acmeApi', required: true }],
		properties: triggerPropertiesOf(acme),
	};

	methods = methodsOf(acme, eventFields(acme));

	async poll(this: IPollFunctions) {
		return await pollOnce.call(this, acme);
	}
}

export const KEY = 'acme-key-0001';
export const TOKEN = 'acme-token-0001';

/** An Acme node with a credential that is signed in already, unless `signedIn` says otherwise. */
export const acmeNode = ({
	signedIn = true,
	id: credentialId = undefined as string | undefined,
} = {}): Bench => ({
	node: new Acme(),
	credential: {
		type: new AcmeApi(),
		values: { key: KEY, token: signedIn ? TOKEN : '' },
		...(credentialId !== undefined && { id: credentialId }),
	},
});

export const acmeTrigger = (): Bench => ({ ...acmeNode(), node: new AcmeTrigger() });
