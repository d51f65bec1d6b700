import type { IDataObject } from 'n8n-workflow';

import { defineSnapshotEvent } from '../../shared/define/event';
import { pick } from '../../shared/define/fields';
import type { Call } from '../../shared/define/operation';
import { MOST_IN_FILE, oneFile, organizationDownload } from '../downloads';
import { user } from '../pickers';
import { limitedPages, pascalCased, wholeList } from '../wire';
import { overlapSeconds } from './days';

export const contactCreated = defineSnapshotEvent({
	value: 'contactCreated',
	name: 'Contact Created',
	description: 'When a contact is added. Changes of contacts cannot be seen by this one.',
	request: 'POST /contacts/locate',
	resource: 'contact',
	since: (day) => ({ CreatedFrom: day }),
	finds: 'created',
	id: 'Id',
	overlapSeconds,
	paging: limitedPages,
});

/** Seconds that a poll may wait for the file: n8n gives a poll half a minute. */
const PATIENCE = 18;

/**
 * The contacts of a download, each with all its columns in one member, since the columns of this
 * table are documented nowhere and a change of any of them counts.
 */
async function changedContacts(
	asked: IDataObject,
	call: Pick<Call, 'answer' | 'send'>,
): Promise<IDataObject[]> {
	const records: IDataObject[] = [];
	for (let from = 0; ; ) {
		const rows = await oneFile(organizationDownload, { ...asked, RowId: from }, PATIENCE, call);
		records.push(...rows.map((row) => ({ Id: Number(row.Id), Contact: row })));
		const next = Number(rows[rows.length - 1]?.Id) + 1;
		if (rows.length < MOST_IN_FILE || !(next > from)) return records;
		from = next;
	}
}

export const contactCreatedOrUpdated = defineSnapshotEvent({
	value: 'contactCreatedOrUpdated',
	name: 'Contact Created or Updated',
	description:
		'When a contact is added or changed, by a download of the contacts that changed since the day before. Poll no more often than every few minutes: each poll queues a download. Bulk changes may not be seen.',
	request: organizationDownload.start,
	always: { Kind: 'contacts' },
	since: (day) => ({ UpdatedFrom: day }),
	read: changedContacts,
	finds: 'changed',
	id: 'Id',
	compared: ['Contact'],
	filters: pascalCased({
		userId: pick(user, {
			required: true,
			description: 'A user with permission for reports, which the download needs',
		}),
	}),
	overlapSeconds,
	paging: wholeList,
});
