import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { serviceminder } from '../../../nodes/Serviceminder/vendor';
import type { Field, Fields } from '../../../nodes/shared/define/fields';
import { extrasName, fieldsOf } from '../../../nodes/shared/define/operation';
import { operationsOf } from '../../support/definitions';
import { runNode } from '../../support/engine';
import { byId } from '../../support/picker';
import { benchOfFile } from './bench';

const { control, own, bench, pollerFor } = benchOfFile();

const key = () => String(own().apiKey);

/** Something that fits a field; the number 1 where a record is meant. */
function fitting({ kind, choices = [], fields = {} }: Field): unknown {
	switch (kind) {
		case 'picker':
			return byId('1');
		case 'number':
		case 'dropdown':
			return 1;
		case 'flag':
			return true;
		case 'date':
		case 'dateTime':
			return '2031-03-03T10:00:00';
		case 'choice':
			return choices[0].value;
		case 'json':
			return '{}';
		case 'group':
			return { values: filled(fields) };
		case 'groups':
			return { values: [filled(fields)] };
		default:
			return '1';
	}
}

const filled = (fields: Fields): INodeParameters =>
	Object.fromEntries(
		Object.entries(fields).map(([name, field]) => [name, fitting(field)]),
	) as INodeParameters;

/** A row that fits every list and every look at what became of a call, with the key wherever text can stand. */
const row = (secret: string): IDataObject => ({
	Id: 1,
	AppointmentId: 1,
	OrganizationId: 1,
	Status: 4,
	Name: secret,
	ApiKey: `Booked with ${secret}`,
	Notes: [{ Id: 1, Body: '1', Author: { Name: `by ${secret}` } }],
});

const LISTS =
	'Appointments Slots Channels TagList Events Organizations Invoices Payments Templates Proposals Features Cities PostalCodes LeadSourceCategories NamedTaxRates Matches';

const echo = (secret: string, code: number): IDataObject => ({
	...row(secret),
	ApiKey: secret,
	ResultCode: code,
	Message: code === 0 ? '' : `The key ${secret} may not do this`,
	Count: 1,
	DownloadId: '1',
	Ready: true,
	Invoice: row(secret),
	...Object.fromEntries(LISTS.split(' ').map((list) => [list, [row(secret)]])),
});

const answerAll = (body: unknown, path = '.*') =>
	control().fault({ kind: 'status', path, status: 200, body, times: 99 });

describe.each(operationsOf(serviceminder).map(({ name, operation }) => [name, operation] as const))(
	'%s',
	(name, operation) => {
		const [resource, verb] = name.split('.');
		const entries = Object.entries(fieldsOf(operation));
		const alone = entries.filter(([, { required, shown }]) => required || shown);
		const waiting = entries.filter(([, { required, shown }]) => !required && !shown);
		const run = async () =>
			await runNode(bench(), {
				resource,
				operation: verb,
				simplify: false,
				...filled(Object.fromEntries(alone)),
				[extrasName(operation.extras)]: filled(Object.fromEntries(waiting)),
			} as INodeParameters);

		it('gives out no key that an answer repeats', async () => {
			answerAll(`Id,Name\r\n1,${key()}\r\n`, 'getdownload$');
			answerAll(echo(key(), 0));
			const { items, error } = await run();
			expect(error).toBeUndefined();
			expect(items.length).toBeGreaterThan(0);
			expect(JSON.stringify(items)).not.toContain(key());
		});

		it('shows none in an error', async () => {
			answerAll(echo(key(), 7));
			const { error } = await run();
			expect(error?.message).toBe('The key [hidden] may not do this');
			const { message, description, stack } = error ?? {};
			expect(JSON.stringify([error, message, description, stack])).not.toContain(key());
		});
	},
);

describe.each(serviceminder.events.map(({ value }) => value))('%s', (event) => {
	it('hands over no key that an answer repeats', async () => {
		answerAll(`Id,Name\r\n1,${key()}\r\n`, 'getdownload$');
		// Paid, so that it is handed over as an invoice too; completed is what one event waits for.
		const body = echo(key(), 0);
		const status = event === 'appointmentCompleted' ? 3 : 4;
		const rows = [{ ...row(key()), Status: status, BalanceDue: 0 }];
		answerAll({
			...body,
			...Object.fromEntries(LISTS.split(' ').map((list) => [list, rows])),
		});
		const poller = pollerFor(event, {
			...(event === 'contactCreatedOrUpdated' && {
				userId: byId('1'),
			}),
		});
		const items = await poller.poll({ manual: true });
		expect(items.length).toBeGreaterThan(0);
		expect(JSON.stringify(items)).not.toContain(key());
	});
});
