import type { IDataObject } from 'n8n-workflow';

import type { Always, Api } from '../define/vendor';

/**
 * Puts the parts of a query together. Where several of them have the same parameter, the later part
 * wins, unless the vendor says how its values are joined.
 */
export function joined(
	{ joins = {} }: Pick<Api, 'joins'>,
	...parts: readonly IDataObject[]
): IDataObject {
	const whole: IDataObject = {};
	for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
		const before = whole[name];
		const join = joins[name];
		whole[name] =
			join === undefined || before === undefined
				? value
				: `${String(before)}${join}${String(value)}`;
	}
	return whole;
}

/** What was asked for together with what is always sent. `now` is in milliseconds since 1970. */
export function withAlways(
	api: Pick<Api, 'joins'>,
	always: Always = {},
	asked: IDataObject,
	now: number,
): IDataObject {
	return joined(api, typeof always === 'function' ? always(now, asked) : always, asked);
}
