import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { ACME, acmeTrigger } from '../support/acme';
import { ChangingVendor } from '../support/changes';
import { pollerOf } from '../support/engine';
import { noNetwork } from '../support/network';

/**
 * What n8n itself does to a trigger. As with the vendors' faults, each story is told to a naive
 * trigger too, which must come to grief in it.
 */
noNetwork();

const SECOND = 1_000;

/** A trigger as n8n keeps it: its state, and what becomes of it. */
interface Trigger {
	readonly handedOver: string[];
	/** `forgets` is what n8n does to the state of an activation that found nothing. */
	poll(options?: { forgets?: boolean }): Promise<void>;
}

type Kind = (vendor: ChangingVendor) => Trigger;

const nameOf = ({ id, revision }: IDataObject): string => `${String(id)}.${String(revision)}`;

/** Keeps the latest time that it saw in n8n's state and nowhere else. */
const naive: Kind = (vendor) => {
	const handedOver: string[] = [];
	let state: { cursor?: number } = {};
	return {
		handedOver,
		async poll({ forgets = false } = {}) {
			const { cursor = vendor.now } = state;
			// The answer takes a moment, in which n8n may poll again.
			await Promise.resolve();
			const { data } = vendor.page('modified', { since: cursor, page: 1 });
			const fresh = data.filter(({ modified }) => Number(modified) > cursor);
			handedOver.push(...fresh.map(nameOf));
			state = { cursor: Math.max(cursor, ...fresh.map(({ modified }) => Number(modified))) };
			if (forgets) state = {};
		},
	};
};

const ours: Kind = (vendor) => {
	const iso = (record: IDataObject): IDataObject => ({
		...record,
		modified: new Date(Number(record.modified)).toISOString(),
	});
	nock(ACME)
		.persist()
		.get('/me')
		.reply(200, { id: 1 }, { Date: () => new Date(vendor.now).toUTCString() });
	nock(ACME)
		.persist()
		.get('/jobs')
		.query(true)
		.reply(200, (uri) => {
			const query = new URL(ACME + uri).searchParams;
			const since = Date.parse(query.get('since') ?? '');
			const { data } = vendor.page('modified', { since, page: 1 });
			return { total: data.length, data: data.map(iso) };
		});
	const trigger = pollerOf(acmeTrigger(), { event: 'jobUpdated' });
	const handedOver: string[] = [];
	return {
		handedOver,
		async poll({ forgets = false } = {}) {
			const items = await trigger.poll({ crash: forgets });
			handedOver.push(...items.map(({ json }) => nameOf(json)));
		},
	};
};

interface Told {
	readonly tell: (vendor: ChangingVendor, trigger: Trigger) => Promise<void>;
	readonly comes: readonly string[];
}

const stories: { readonly [title: string]: Told } = {
	'an empty first poll whose state n8n throws away': {
		async tell(vendor, { poll }) {
			await poll({ forgets: true });
			vendor.now += SECOND;
			vendor.create();
			vendor.now += SECOND;
			await poll();
			await poll();
		},
		comes: ['1.1'],
	},
	'two polls at the same time': {
		async tell(vendor, { poll }) {
			await poll();
			vendor.now += SECOND;
			vendor.create();
			await Promise.all([poll(), poll()]);
			await poll();
		},
		comes: ['1.1'],
	},
};

describe.each(Object.entries(stories))('%s', (_, { tell, comes }) => {
	const told = async (kind: Kind): Promise<string[]> => {
		const vendor = new ChangingVendor({
			grain: SECOND,
			filterGrain: SECOND,
			pageSize: 100,
			sorted: true,
		});
		const trigger = kind(vendor);
		await tell(vendor, trigger);
		return trigger.handedOver;
	};

	it('brings a naive trigger to grief', async () => {
		expect(await told(naive)).not.toEqual(comes);
	});

	it('loses nothing here and repeats nothing', async () => {
		expect(await told(ours)).toEqual(comes);
	});
});
