import axios from 'axios';

import { startSandbox, type Row, type Sandbox } from '../../sandbox';
import { endpointFacts, membersOf, typeFacts } from '../../sandbox/ServiceTitan/facts';
import contract from '../vendors/ServiceTitan/contract.json';

const TENANT = '4100200300';

let sandbox: Sandbox<'ServiceTitan'>;
let call: (method: string, path: string) => Promise<{ status: number; data: unknown }>;

beforeAll(async () => {
	sandbox = await startSandbox({
		ports: 'free',
		now: '2026-03-10T15:00:00.000Z',
		vendors: ['ServiceTitan'],
	});
	const { baseUrl, clientId, clientSecret, appApiKey } =
		sandbox.vendors.ServiceTitan.credentials.serviceTitanApi;
	const { data } = await axios.post<{ access_token: string }>(
		`${baseUrl}/connect/token`,
		new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: clientId,
			client_secret: clientSecret,
		}),
	);
	const headers = { authorization: `Bearer ${data.access_token}`, 'st-app-key': appApiKey };
	call = async (method, path) =>
		await axios.request({
			method,
			url: baseUrl + path,
			headers,
			maxRedirects: 0,
			validateStatus: () => true,
		});
});
afterAll(async () => await sandbox.close());

/** What a list must be asked with. */
const ASKED: Readonly<Record<string, string>> = {
	'/crm/v2/tenant/{tenant}/customers/contacts': 'modifiedOnOrAfter=2020-01-01T00:00:00Z',
	'/crm/v2/tenant/{tenant}/locations/contacts': 'modifiedOnOrAfter=2020-01-01T00:00:00Z',
	'/jpm/v2/tenant/{tenant}/jobs/cancel-reasons': 'ids=50006,50023',
	'/equipmentsystems/v2/tenant/{tenant}/installed-equipment/attachments': 'path=9001/nameplate.png',
	'/inventory/v2/tenant/{tenant}/return-types': 'activeOnly=false',
	'/memberships/v2/tenant/{tenant}/invoice-templates': 'ids=21001,21002',
	'/pricebook/v2/tenant/{tenant}/images': 'path=images/valve.png',
};

/** Where the ids of a path come from, if not from the list before the placeholder: collection and member. */
const ID_SOURCES: Readonly<Record<string, readonly [collection: string, member: string]>> = {
	booking_provider: ['bookings', 'bookingProviderId'],
	relationshipId: ['contactRelationships', 'id'],
	employee: ['employees', 'id'],
	technician: ['technicians', 'id'],
	job: ['jobSplits', 'jobId'],
	'/payroll/v2/tenant/{tenant}/jobs/{job}/timesheets': ['jobTimesheets', 'jobId'],
	'/jpm/v2/tenant/{tenant}/jobs/{id}/canceled-log': ['jobCancellations', 'jobId'],
	'/forms/v2/tenant/{tenant}/jobs/attachment/{id}': ['jobAttachments', 'id'],
	'/forms/v2/tenant/{tenant}/jobs/{jobId}/attachments': ['jobAttachments', 'jobId'],
	'/marketing/v2/tenant/{tenant}/costs/{id}': ['campaignCosts', 'id'],
};

const url = (path: string) => path.replace('{tenant}', TENANT);
const rowsOf = (data: unknown) =>
	(Array.isArray(data) ? data : (data as { data: unknown[] }).data) as Row[];

/** The path with ids of records that are there. */
async function filled(path: string): Promise<string> {
	let done = url(path);
	for (;;) {
		const [placeholder, name] = /\{([^}]+)\}/.exec(done) ?? [];
		if (placeholder === undefined) return done;
		const source = ID_SOURCES[path] ?? ID_SOURCES[name];
		let id: unknown;
		if (source) id = sandbox.vendors.ServiceTitan.control.records(source[0])[0][source[1]];
		else {
			const before = done.slice(0, done.indexOf(placeholder) - 1);
			const key = before.replace(TENANT, '{tenant}');
			const { data } = await call('GET', `${before}?${ASKED[key] ?? ''}`);
			id = rowsOf(data)[0].id;
		}
		done = done.replace(placeholder, String(id));
	}
}

/** What does not fit the documents, in words. */
function misfits(value: unknown, text: string, module: string, at = ''): string[] {
	const type = typeFacts(text);
	if (value === null) return type.nullable ? [] : [`${at} is null`];
	switch (type.kind) {
		case 'list':
			if (!Array.isArray(value)) return [`${at} is no list`];
			return value.flatMap((one, index) => misfits(one, itemOf(text), module, `${at}[${index}]`));
		case 'structure': {
			if (typeof value !== 'object' || Array.isArray(value)) return [`${at} is no structure`];
			const members = membersOf(type.name, module);
			const given = value as Row;
			return [
				...Object.keys(given)
					.filter((name) => !Object.hasOwn(members, name))
					.map((name) => `${at}.${name} is not documented`),
				...Object.entries(members).flatMap(([name, member]) => {
					if (given[name] !== undefined)
						return misfits(given[name], member, module, `${at}.${name}`);
					return typeFacts(member).required ? [`${at}.${name} is missing`] : [];
				}),
			];
		}
		case 'words':
			return type.words.includes(String(value)) ? [] : [`${at} is ${JSON.stringify(value)}`];
		default:
			return fits(value, type.name) ? [] : [`${at} is ${JSON.stringify(value)}, not ${type.name}`];
	}
}

const itemOf = (text: string) => text.replace(/[?!]*$/, '').slice(1, -1);

function fits(value: unknown, name: string): boolean {
	switch (name) {
		case 'integer':
			return Number.isInteger(value);
		case 'number':
			return typeof value === 'number';
		case 'boolean':
			return typeof value === 'boolean';
		case 'date-time':
			return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(value));
		case 'object':
			return typeof value === 'object';
		case 'any':
			return true;
		default:
			return typeof value === 'string';
	}
}

const endpoints = contract.endpoints.map(({ method, path }) => ({ method, path }));

it.each(endpoints.filter(({ method }) => method === 'GET'))(
	'GET $path answers as documented, with something in it',
	async ({ path }) => {
		const { status, data } = await call('GET', `${await filled(path)}?${ASKED[path] ?? ''}`);
		if (status >= 400) throw new Error(`${status} ${JSON.stringify(data)}`);
		const { kind, answer } = endpointFacts(`GET ${path}`);
		if (answer === undefined) return;
		const records = kind === 'one' || kind === 'value' ? [data as Row] : rowsOf(data);
		expect(records).not.toEqual([]);
		const module = path.split('/')[1];
		expect(records.flatMap((row) => misfits(row, answer, module)).slice(0, 5)).toEqual([]);
	},
);

it.each(endpoints.filter(({ method }) => method !== 'GET'))(
	'$method $path is there',
	async ({ method, path }) => {
		const { status, data } = await call(method, url(path).replace(/\{[^}]+\}/g, '0'));
		if (status >= 500) throw new Error(`${status} ${JSON.stringify(data)}`);
	},
);
