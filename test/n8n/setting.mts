import type { VendorCases } from './cases/case.ts';
import type { Checks } from './checks.mts';
import type { Collector } from './collector.mts';
import type { TestHost } from './host.mts';

/** What every part of the test works with. */
export interface Setting {
	readonly host: TestHost;
	readonly vendors: readonly VendorCases[];
	readonly collector: Collector;
	readonly checks: Checks;
	/** Parts, vendors and events to test alone, as they were named. */
	readonly asked: readonly string[];
}
