import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { DateTime } from 'luxon';
import upperFirst from 'lodash/upperFirst';

import type { Fields } from '../shared/define/fields';
import type { Paging } from '../shared/define/vendor';
import { onePage, skippedPages } from '../shared/http/paging';

/** Sends each field under its key in Pascal case, which is how the service writes every name. */
export const pascalCased = <F extends Fields>(fields: F, under = ''): F =>
	Object.fromEntries(
		Object.entries(fields).map(([key, field]) => [
			key,
			{ ...field, as: under + (field.as ?? upperFirst(key)) },
		]),
	) as F;

/** `YYYY-MM-DDTHH:mm:ss` on the clock of the organization, from ISO 8601 with an offset. */
export function wallTime(iso: string, { timezone }: ICredentialDataDecryptedObject): string {
	const zone = String(timezone ?? '').trim();
	if (zone === '') return iso.slice(0, 19);
	const local = DateTime.fromISO(iso, { setZone: true }).setZone(zone);
	if (!local.isValid) {
		throw new UserError(
			`"${zone}" is not a time zone. Correct it in the credential, for example to America/Chicago.`,
		);
	}
	return local.toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

/** Queries count with `Take` and tell how many rows there are in all. */
export const takenPages = skippedPages({
	skip: 'Skip',
	size: 'Take',
	total: 'Count',
	largest: 100,
	in: 'body',
});

/** Contacts are counted with `Limit`, and there is no total. */
export const limitedPages = skippedPages({ skip: 'Skip', size: 'Limit', largest: 100, in: 'body' });

export const wholeList: Paging = { ...onePage, in: 'body' };
