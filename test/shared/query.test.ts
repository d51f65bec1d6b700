import type { IDataObject, IHttpRequestHelper } from 'n8n-workflow';

import { dateTime, number, text, type Fields } from '../../nodes/shared/define/fields';
import { joined, withAlways } from '../../nodes/shared/http/query';
import { signIn } from '../../nodes/shared/http/signIn';
import { writeAll, type Place } from '../../nodes/shared/run/values';
import { changeTracker } from '../../nodes/shared/trigger/tracker';

const api = { joins: { $filter: ' and ' }, write: { dateTime: (value: unknown) => String(value) } };

describe('the parts of a query', () => {
	it('are joined where the vendor says how, and otherwise the later one wins', () => {
		const parts = [{ $filter: 'a eq 1', sort: 'a' }, { $filter: 'b eq 2', sort: 'b' }, { page: 1 }];
		expect(joined(api, ...parts)).toEqual({ $filter: 'a eq 1 and b eq 2', sort: 'b', page: 1 });
		expect(joined({}, ...parts)).toEqual({ $filter: 'b eq 2', sort: 'b', page: 1 });
		expect(parts[0]).toEqual({ $filter: 'a eq 1', sort: 'a' });
	});

	it('begin with what is always sent, which may depend on the time and on the rest', () => {
		const asked = { $filter: 'b eq 2', sort: 'b' };
		expect(withAlways(api, undefined, asked, 5)).toEqual(asked);
		expect(withAlways(api, { $filter: 'a eq 1', sort: 'a' }, asked, 5)).toEqual({
			$filter: 'a eq 1 and b eq 2',
			sort: 'b',
		});
		const always = (now: number, { sort }: IDataObject) => ({ at: now, by: sort });
		expect(withAlways(api, always, asked, 5)).toEqual({ ...asked, at: 5, by: 'b' });
	});
});

describe('a field', () => {
	const write = (fields: Fields, values: IDataObject, place: Place) =>
		writeAll(fields, values, place, { api, credential: {}, clears: false, timezone: 'UTC' });
	const is = (member: string) => ({
		as: '$filter',
		write: (value: unknown) => `${member} eq ${String(value)}`,
	});

	it('may be one of several conditions in a parameter', () => {
		const fields = { a: number(is('A')), b: number(is('B')), top: number() };
		expect(write(fields, { a: 1, b: 2, top: 3 }, 'query')).toEqual({
			$filter: 'A eq 1 and B eq 2',
			top: 3,
		});
		expect(write(fields, { b: 2 }, 'query')).toEqual({ $filter: 'B eq 2' });
	});

	it('may take another value along, but only when it is sent itself', () => {
		const fields = { due: dateTime({ along: { DueChanged: true } }), note: text() };
		expect(write(fields, { due: 'd', note: 'n' }, 'body')).toEqual({
			due: 'd',
			DueChanged: true,
			note: 'n',
		});
		expect(write(fields, { note: 'n' }, 'body')).toEqual({ note: 'n' });
	});

	it('may be there for a list only', () => {
		expect(write({ parent: text({ write: () => undefined }) }, { parent: '1' }, 'body')).toEqual(
			{},
		);
	});
});

describe('a time that has to be sent back as it came', () => {
	const event = {
		value: 'e',
		name: 'E',
		description: '',
		request: 'GET /records' as const,
		since: () => ({}),
		changedAt: 'truth',
		sentBack: 'shown',
		id: 'id',
		overlapSeconds: 60,
	};
	const tracker = changeTracker(event, {
		read: (value) => Date.parse(String(value)),
		write: (moment) => moment,
		earlier: (written, milliseconds) => `${written} minus ${milliseconds}`,
	});
	const at = (minute: number) => Date.UTC(2026, 2, 31, 12) + minute * 60_000;
	const record = (id: number, minute: number) => ({
		id,
		truth: new Date(at(minute)).toISOString(),
		shown: `shown ${minute}`,
	});

	it('is that of the latest change, less the overlap', () => {
		const start = tracker.begin('s', [], at(0));
		expect(tracker.from(start)).toBe(at(0));
		const { to } = tracker.advance(start, [record(1, 5), record(2, 9), record(3, 7)], at(10));
		expect(tracker.from(to)).toBe('shown 9 minus 60000');
	});

	it('stays where nothing later came, and never goes back before the beginning', () => {
		const start = tracker.begin('s', [], at(0));
		const { to } = tracker.advance(start, [record(1, 0.5)], at(10));
		expect(tracker.from(to)).toBe('shown 0.5 minus 30000');
		const next = tracker.advance(to, [record(1, 0.5), record(2, 0.25)], at(11));
		expect(next.fresh).toEqual([record(2, 0.25)]);
		expect(tracker.from(next.to)).toBe('shown 0.5 minus 30000');
	});
});

describe('a sign-in that wants a rest', () => {
	let asked: number[];
	let answers: Array<{ statusCode: number; body: IDataObject; headers?: IDataObject }>;
	const helper = {
		helpers: {
			async httpRequest() {
				asked.push(Date.now());
				return { headers: {}, ...answers[Math.min(asked.length, answers.length) - 1] };
			},
		},
	} as unknown as IHttpRequestHelper;
	const token = (name: string) => ({ statusCode: 200, body: { access_token: name } });
	const ask = async (user: string, refused: string) =>
		await signIn(helper, {
			vendor: 'Acme',
			url: 'https://acme.test/token',
			body: { user },
			rest: { seconds: 0.2, refused },
			advice: 'Look.',
		});
	beforeEach(() => (asked = []));

	it('is made once for all who lost the same token', async () => {
		answers = [token('new')];
		const given = await Promise.all(['old', 'old', ''].map(async (old) => await ask('ada', old)));
		expect(given).toEqual(Array(3).fill({ access_token: 'new' }));
		expect(asked).toHaveLength(1);
	});

	it('is made again after the rest where the new token was refused too', async () => {
		answers = [token('one'), token('two')];
		expect(await ask('ben', '')).toEqual({ access_token: 'one' });
		expect(await ask('ben', 'one')).toEqual({ access_token: 'two' });
		expect(asked[1] - asked[0]).toBeGreaterThanOrEqual(190);
	});

	it('is not shared with another user', async () => {
		answers = [token('one'), token('two')];
		expect(await ask('cy', '')).toEqual({ access_token: 'one' });
		expect(await ask('di', '')).toEqual({ access_token: 'two' });
	});

	it('is tried once more where somebody else came first, and then says what the vendor said', async () => {
		answers = [{ statusCode: 429, body: {}, headers: { 'Error-Message': 'Too often.' } }];
		await expect(ask('ed', '')).rejects.toThrow(
			'Acme refused the sign-in (status 429): Too often. Look.',
		);
		expect(asked).toHaveLength(2);
	});
});
