import { pathPattern } from './contract';

export const FAULT_KINDS = [
	'status',
	'dropBefore',
	'dropAfter',
	'html',
	'empty',
	'notJson',
	'delay',
	'hang',
] as const;

/** Something that goes wrong with the next requests that fit. */
export interface Fault {
	readonly kind: (typeof FAULT_KINDS)[number];
	/** Any method unless said. */
	readonly method?: string;
	/**
	 * Any path unless said. With a leading slash it is a path with `{placeholders}`, with or without
	 * the vendor's base path; else it is the source of a regular expression.
	 */
	readonly path?: string;
	/** How many requests it strikes; 1 unless said. */
	readonly times?: number;
	/** How many fitting requests it lets by first; 0 unless said. */
	readonly skip?: number;
	/** For `status` (500 unless said), `html` (502), `empty` (200) and `notJson` (200). */
	readonly status?: number;
	/** For `status`: instead of the body that the vendor sends with such a status. */
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
	/** For `delay`: milliseconds. */
	readonly ms?: number;
}

interface ArmedFault {
	readonly fault: Fault;
	readonly fits: (method: string, path: string) => boolean;
	left: number;
	skip: number;
}

export function createFaults(basePath: string) {
	let armed: ArmedFault[] = [];

	return {
		add(fault: Fault): void {
			if (!FAULT_KINDS.includes(fault.kind)) {
				throw new Error(`"${String(fault.kind)}" is none of ${FAULT_KINDS.join(', ')}`);
			}
			const { path, method } = fault;
			const pattern = path === undefined ? /^/ : pathPattern(path);
			armed.push({
				fault,
				fits: (requestMethod, requestPath) =>
					(method === undefined || method.toUpperCase() === requestMethod) &&
					(pattern.test(requestPath) ||
						(requestPath.startsWith(basePath) &&
							pattern.test(requestPath.slice(basePath.length) || '/'))),
				left: fault.times ?? 1,
				skip: fault.skip ?? 0,
			});
		},
		/** The fault that strikes this request, if any; the one that was set first goes first. */
		next(method: string, path: string): Fault | undefined {
			for (const one of armed) {
				if (!one.fits(method, path)) continue;
				if (one.skip > 0) {
					one.skip--;
					continue;
				}
				one.left--;
				if (one.left <= 0) armed = armed.filter((other) => other !== one);
				return one.fault;
			}
			return undefined;
		},
		clear(): void {
			armed = [];
		},
	};
}

export type Faults = ReturnType<typeof createFaults>;
