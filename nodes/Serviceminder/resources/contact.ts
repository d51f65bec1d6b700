import type { IDataObject } from 'n8n-workflow';

import { date, flag, groups, list, pick, select, text } from '../../shared/define/fields';
import { listAll, operation, read, type Call } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { UNPROVEN } from '../bodies';
import { campaign, channel, contact as contacts, customField } from '../pickers';
import { limitedPages, pascalCased, wholeList } from '../wire';

const id = pick(contacts, { required: true });

/** One contact with its notes. contacts/get is only known by name; searching by ID reads the same record. */
async function contactWith(contactId: string, call: Call): Promise<IDataObject | undefined> {
	const { records } = await call.send('POST /contacts/locate', {
		body: { IdSearch: Number(contactId) },
		repeatable: true,
		at: 'Matches',
	});
	return (Array.isArray(records) ? (records as IDataObject[]) : []).find(
		(record) => String(record.Id) === String(contactId),
	);
}

/** Letters and digits only: a service may write blanks, quotes and lines of a text in its own way. */
const bare = (text: unknown): string => String(text ?? '').replace(/[^\p{L}\p{N}]+/gu, '');

/** Notes are known to be accepted and lost, so the contact is read and the note looked for. */
async function storedNote(
	{ contactId, body }: { contactId: string; body: string },
	call: Call,
): Promise<IDataObject> {
	const look = 'Look at the contact in serviceminder before you run this again.';
	const contact = await contactWith(contactId, call).catch((error: Error) => {
		throw call.refuse(
			`serviceminder accepted the note, but the contact could not be read to confirm it: ${error.message}`,
			look,
		);
	});
	const notes = Array.isArray(contact?.Notes) ? (contact.Notes as IDataObject[]) : [];
	const note = notes.filter((one) => bare(one.Body) === bare(body)).pop();
	if (note !== undefined) return { ContactId: Number(contactId), ...note };
	throw call.refuse(
		`serviceminder accepted the note and did not store it: contact ${contactId} has no such note`,
		look,
	);
}

const createdWindow = pascalCased({
	createdFrom: date({
		description: 'Created on this day or later, as the organization counts days',
	}),
	createdThrough: date({
		description: 'Created on this day or earlier, as the organization counts days',
	}),
});

const searches = pascalCased({
	nameSearch: text({ label: 'Name' }),
	phoneSearch: text({ label: 'Phone' }),
	emailSearch: text({ label: 'Email', placeholder: 'name@example.com' }),
	addressSearch: text({ label: 'Address' }),
	idSearch: pick(contacts, { label: 'Contact ID' }),
	digitalTrackingIdSearch: text({ label: 'Digital Tracking ID' }),
});

export const contact = defineResource({
	value: 'contact',
	name: 'Contact',
	description: 'A customer or a lead, often a household',
	id: 'Id',
	simple: [
		'Id',
		'Name',
		'Company',
		'Phone',
		'Email',
		'Address1',
		'City',
		'State',
		'Zip',
		'Channel',
		'Campaign',
		'CustomFields',
	],
	operations: {
		addNote: operation({
			action: 'Add a note to a contact',
			description: 'Reads the contact afterwards, and fails unless the note is there',
			request: 'POST /contacts/addnote',
			body: {
				contactId: { ...id, as: 'ContactId' },
				// Title and body beside the contact are accepted and lost.
				body: text({ label: 'Note', as: 'Note.Body', required: true, rows: 4 }),
				title: text({ as: 'Note.Title' }),
			},
			async run({ contactId, body, title }, call) {
				await call.send('POST /contacts/addnote', {
					body: {
						ContactId: Number(contactId),
						Note: { ...(title !== undefined && { Title: title }), Body: body },
					},
				});
				return await storedNote({ contactId, body }, call);
			},
		}),
		addTags: operation({
			action: 'Add tags to a contact',
			request: 'POST /contacts/addtags',
			body: pascalCased({
				contactId: id,
				tags: list({
					required: true,
					as: 'TagList',
					description: 'Names of tags to attach',
					// Each name in an object of its own.
					write: (names) => (names as string[]).map((Name) => ({ Name })),
				}),
			}),
			returns: 'nothing',
		}),
		addOrUpdate: operation({
			name: 'Add or Update',
			action: 'Add or update a contact',
			description:
				'Whether a contact like this one is updated, and by which fields it is recognised, is a setting of the API key',
			request: 'POST /contacts/addupdate',
			at: 'Matches[0]',
			body: {
				...pascalCased(
					{
						name: text({ required: true, description: 'The full name, or that of a household' }),
						phone: text({ placeholder: '555-0142' }),
						altPhone: text({ label: 'Alternative Phone' }),
						email: text({ placeholder: 'name@example.com' }),
						address1: text(),
						address2: text(),
						city: text(),
						state: text({ description: 'Two letters' }),
						zip: text({ label: 'ZIP', description: 'Also decides who gets a distributed lead' }),
						company: text(),
						locationID: text({
							description: 'Who gets a distributed lead; goes before the ZIP',
						}),
						category: text({ description: 'Such as Lead or Prospect' }),
						channel: select(channel, { description: 'Goes before the lead source of the key' }),
						campaign: select(campaign, { description: 'Goes before the lead source of the key' }),
						leadSource: text({ description: 'Older than channel and campaign' }),
						tags: list({ description: 'Names of tags to attach' }),
						customFields: groups(
							pascalCased({
								name: select(customField, { required: true }),
								value: text({ required: true, description: 'Always sent as text' }),
							}),
						),
						notes: groups(pascalCased({ body: text({ required: true, rows: 4 }) })),
						doNotText: flag({ description: 'Whether the contact wants no text messages' }),
						doNotEmail: flag({ description: 'Whether the contact wants no email' }),
						utmSource: text(),
						utmMedium: text(),
						utmCampaign: text(),
					},
					'Matches[0].',
				),
				...pascalCased({
					distributeLead: flag({
						description:
							'Whether to hand the lead to the organization that owns its area. Needs a brand key that has Lead Distribution.',
					}),
				}),
			},
		}),
		get: read({
			action: 'Get a contact',
			description: 'With custom fields, notes and open invoices and proposals',
			request: 'POST /contacts/locate',
			body: { contactId: { ...id, as: 'IdSearch' } },
			async run({ contactId }, call) {
				const found = await contactWith(contactId, call);
				if (found === undefined) {
					throw call.refuse(
						`Contact: serviceminder has no contact ${contactId}`,
						'Check the ID. A contact of another organization is not found with this key either.',
					);
				}
				return found;
			},
		}),
		getAll: listAll({
			action: 'Get many contacts',
			description: 'Find contacts by what is known of them, or by when they were created',
			request: 'POST /contacts/locate',
			paging: limitedPages,
			refuses(input, everything) {
				const given = (fields: object) => Object.keys(fields).some((field) => field in input);
				if (given(searches) || (everything && given(createdWindow))) return undefined;
				return given(createdWindow)
					? 'Filters: to get all contacts created in a time, turn on Return All; to get some of them, also give a name, phone, email or address'
					: 'Filters: give something to search for, because the vendor cannot list every contact';
			},
			body: {
				...searches,
				...createdWindow,
				...pascalCased({
					returnPmtOnFile: flag({
						label: 'Return Payment Method',
						description: 'Whether to ask for the payment method on file',
					}),
				}),
			},
		}),
		getDirect: read({
			name: 'Get Directly',
			action: 'Get a contact directly',
			description:
				'By a call that is known by name only. Get reads the same in a way that is proven.',
			notice: UNPROVEN,
			request: 'POST /contacts/get',
			// inferred: the reference does not list the call, so its one parameter is named as elsewhere.
			body: pascalCased({ contactId: id }),
		}),
		getTags: listAll({
			action: 'Get many tags of a contact',
			request: 'POST /contacts/listtags',
			body: pascalCased({ contactId: id }),
			paging: wholeList,
		}),
	},
});
