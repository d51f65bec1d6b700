import fc from 'fast-check';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { PollEvent } from '../../../nodes/shared/define/event';
import { startSandbox, type Sandbox, type VendorName } from '../../../sandbox';
import { pollerOf, type Bench } from '../engine';
import type { EventHistories } from '../histories';
import { credentialType, nodes, vendors } from '../vendors';
import { now, play, STARTED } from './play';
import type { Stage } from './stage';
import { history } from './steps';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	async sleep(milliseconds: number) {
		const { wait } = await import('./play');
		wait(milliseconds);
	},
}));

/** How many, and from which seed; both can be given to a run from outside. */
export interface Settings {
	readonly [name: string]: string | undefined;
	readonly HISTORIES?: string;
	readonly SEED?: string;
}

/** Of each vendor, where nobody says otherwise. */
const FEW = 40;

const SEED = 20_260_331;

/** Histories from which on each event must have handed over something, or they prove nothing. */
const ENOUGH = 30;

const credentialOf = (name: string, values: object): Bench['credential'] => {
	// With nothing to look up, which takes an eighth of the time.
	const inNumbers = JSON.stringify(values).replaceAll('//localhost:', '//127.0.0.1:');
	return {
		type: credentialType(name),
		values: JSON.parse(inNumbers) as ICredentialDataDecryptedObject,
	};
};

/** The first with which something can be done; it throws what the last one throws. */
async function firstThat<One>(all: readonly One[], can: (one: One) => Promise<void>): Promise<One> {
	const [one, ...others] = all;
	if (others.length === 0) {
		await can(one);
		return one;
	}
	try {
		await can(one);
		return one;
	} catch {
		return await firstThat(others, can);
	}
}

/** Puts an event in front of the sandbox, with an account that may see its list. */
async function stageOf(
	sandbox: Sandbox,
	name: VendorName,
	event: PollEvent,
	hints: Stage['hints'],
): Promise<Stage> {
	const { control, credentials: accounts } = sandbox.vendors[name];
	const vendor = vendors[name];
	const [type] = Object.keys(vendor.api.credentials);
	control.reset();
	hints.begin?.(control);
	control.clearRequests();
	// Some events are for accounts of another side than the first one.
	const benches = Object.entries<object>({ ...accounts })
		.filter(([key]) => key.split(':')[0] === type)
		.map(
			([, values]): Bench => ({
				node: nodes[`${name}Trigger`],
				credential: credentialOf(type, values),
			}),
		);
	const bench = await firstThat(benches, async (one) => {
		await pollerOf(one, { event: event.value, ...hints.parameters }).poll({ manual: true });
	});
	// First comes what tells the vendor's time, and then perhaps other records that lead to these.
	const collection = control.listed().at(-1);
	if (collection === undefined) throw new Error('No list of the sandbox was read');
	return { bench, control, vendor, event, collection, hints };
}

/**
 * Histories of writes, faults, crashes and polls, made up from a seed, played to every event of a
 * vendor's trigger against the sandbox: nothing may be lost and nothing repeated. `npm test` plays a
 * few, `npm run test:histories` 10,000 for each vendor.
 */
export function playAll(
	name: VendorName,
	hints: EventHistories,
	{
		env: settings,
		stdout,
	}: { readonly env: Settings; readonly stdout: { write(text: string): unknown } },
): void {
	const { events } = vendors[name];
	const each = Math.ceil(Number(settings.HISTORIES ?? FEW) / events.length);
	const seed = Number(settings.SEED ?? SEED);

	describe(name, () => {
		let sandbox: Sandbox;
		const started = performance.now();
		const all = { histories: 0, polls: 0, 'handed over': 0, lost: 0, repeated: 0 };
		beforeAll(async () => {
			jest.spyOn(Date, 'now').mockImplementation(now);
			sandbox = await startSandbox<VendorName>({
				ports: 'free',
				vendors: [name],
				now: new Date(STARTED).toISOString(),
			});
		});
		afterAll(async () => {
			await sandbox.close();
			if (settings.HISTORIES === undefined) return;
			const minutes = ((performance.now() - started) / 60_000).toFixed(1);
			const counts = Object.entries(all).map(([what, count]) => `${count} ${what}`);
			const line = [name, `${events.length} events`, ...counts, `${minutes} minutes`].join(', ');
			stdout.write(`\n${line}\n`);
		});

		it.each(events.map((event, index) => [event.value, event, index] as const))(
			'%s loses nothing and repeats nothing',
			async (_, event, index) => {
				const stage = await stageOf(sandbox, name, event, hints[event.value] ?? {});
				let handedOver = 0;
				await fc.assert(
					fc.asyncProperty(history, async (one) => {
						const ending = await play(stage, sandbox.vendors[name].answering, one);
						handedOver += ending.handedOver;
						all.histories++;
						all.polls += ending.polls;
						all['handed over'] += ending.handedOver;
						all.lost += ending.lost.length;
						all.repeated += ending.repeated.length;
						expect(ending).toMatchObject({ lost: [], repeated: [] });
					}),
					{ numRuns: each, seed: seed + index },
				);
				if (each >= ENOUGH) expect(handedOver).toBeGreaterThan(each / 2);
			},
			60_000 + each * 4_000,
		);
	});
}
