import { defineSnapshotEvent } from '../../shared/define/event';
import { limitedPages } from '../wire';
import { overlapSeconds } from './days';

export const contactCreated = defineSnapshotEvent({
	value: 'contactCreated',
	name: 'Contact Created',
	description:
		'When a contact is added. Changes of contacts cannot be seen, because the vendor tells neither their time nor lists them.',
	request: 'POST /contacts/locate',
	since: (day) => ({ CreatedFrom: day }),
	finds: 'created',
	id: 'Id',
	overlapSeconds,
	paging: limitedPages,
});
