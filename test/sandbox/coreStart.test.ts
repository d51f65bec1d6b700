import axios from 'axios';

import { startSandbox } from '../../sandbox';
import { startVendor } from '../../sandbox/core/server';
import { serviceTitan } from '../../sandbox/ServiceTitan/vendor';
import { coreSandbox, JOBS, NOW } from '../support/coreSandbox';

const { vendor, control, signIn } = coreSandbox();

describe('the start', () => {
	it('gives the same records for the same time', async () => {
		const other = await startSandbox({ ports: 'free', now: NOW, vendors: ['ServiceTitan'] });
		try {
			const { control: twin } = other.vendors.ServiceTitan;
			for (const name of ['customers', 'jobs', 'appointments', 'technicians', 'locations']) {
				expect(twin.records(name)).toEqual(control().records(name));
			}
		} finally {
			await other.close();
		}
	});

	it('says plainly that a port is taken', async () => {
		const port = Number(new URL(vendor().baseUrl).port);
		await expect(startVendor(serviceTitan, { port })).rejects.toThrow(
			`Port ${port}, where ServiceTitan should be, is taken`,
		);
	});

	it("enforces the vendors' own rate limits where asked to", async () => {
		const strict = await startSandbox({
			ports: 'free',
			vendors: ['ServiceTitan'],
			allowance: true,
		});
		try {
			const { ServiceTitan: titan } = strict.vendors;
			const headers = await signIn(titan);
			titan.control.clock({ freeze: true });
			const answers = await Promise.all(
				Array.from(
					{ length: 61 },
					async () =>
						await axios.get(titan.baseUrl + JOBS, {
							headers,
							params: { pageSize: 1 },
							validateStatus: () => true,
						}),
				),
			);
			expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
		} finally {
			await strict.close();
		}
	});
});
