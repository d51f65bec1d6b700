import { createControlServer } from './core/controlServer';
import { listen, originOf, startVendor, type RunningVendor } from './core/server';
import type { Vendor, VendorName } from './core/vendor';
import { schedulingCenter } from './SchedulingCenter/vendor';
import { serviceChannel } from './ServiceChannel/vendor';
import { serviceminder } from './Serviceminder/vendor';
import { serviceTitan } from './ServiceTitan/vendor';
import { serviceTrade } from './ServiceTrade/vendor';

export type { Allowance } from './core/allowance';
export type { LoggedRequest, VendorControl } from './core/control';
export type { Fault } from './core/faults';
export type { RunningVendor } from './core/server';
export type { Row } from './core/store';
export type { VendorName } from './core/vendor';

const VENDORS: Readonly<Record<VendorName, Vendor>> = {
	ServiceTitan: serviceTitan,
	ServiceTrade: serviceTrade,
	ServiceChannel: serviceChannel,
	SchedulingCenter: schedulingCenter,
	Serviceminder: serviceminder,
};

const CONTROL_PORT = 4010;

export interface SandboxOptions<Name extends VendorName = VendorName> {
	/** `fixed` (4010 to 4015, unless said otherwise) or `free`, whatever the machine gives. */
	readonly ports?: 'fixed' | 'free';
	/** Where the vendors' clocks start, ISO text; the real time unless said. They run on from there. */
	readonly now?: string;
	/** Which to start; all five unless said. */
	readonly vendors?: readonly Name[];
	/** Whether the vendors' own rate limits are enforced; off unless said. */
	readonly allowance?: boolean;
}

export interface Sandbox<Name extends VendorName = VendorName> {
	readonly control: { readonly url: string };
	readonly vendors: Readonly<Record<Name, RunningVendor>>;
	close(): Promise<void>;
}

/** Starts the vendors and the control port. Throws, with nothing left running, if a port is taken. */
export async function startSandbox<Name extends VendorName = VendorName>(
	options: SandboxOptions<Name> = {},
): Promise<Sandbox<Name>> {
	const { ports = 'fixed', vendors = Object.keys(VENDORS) as Name[], allowance = false } = options;
	const now = options.now === undefined ? undefined : Date.parse(options.now);
	if (Number.isNaN(now)) throw new Error(`"${options.now}" is not a time`);

	const running = new Map<Name, RunningVendor>();
	let ready = false;
	const close = async () => {
		await Promise.all([...running.values()].map(async (vendor) => await vendor.close()));
	};
	try {
		for (const name of vendors) {
			const vendor = VENDORS[name];
			running.set(
				name,
				await startVendor(vendor, {
					port: ports === 'free' ? 0 : vendor.port,
					now,
					allowance: allowance ? vendor.allowance : undefined,
				}),
			);
		}
		const entries = [...running];
		const control = createControlServer(
			Object.fromEntries(entries.map(([name, vendor]) => [name, vendor.control])),
			Object.fromEntries(entries.map(([name, { baseUrl }]) => [name, baseUrl])),
		);
		await listen(control, ports === 'free' ? 0 : CONTROL_PORT, 'the control port');
		ready = true;
		return {
			control: { url: originOf(control) },
			vendors: Object.fromEntries(entries) as Record<Name, RunningVendor>,
			async close() {
				await control.close();
				await close();
			},
		};
	} finally {
		if (!ready) await close();
	}
}
