import {
	choice,
	date,
	dateTime,
	file,
	flag,
	group,
	number,
	pick,
	text,
} from '../shared/define/fields';
import { location, note, provider, subscriber, workOrder } from './pickers';

export const workorderId = pick(workOrder, { required: true });
export const noteId = pick(note, { required: true });

export const actor = text({ as: 'Actor', description: 'On whose behalf it is done' });

/** A subscriber is only named by providers, who work for several. */
export const forSubscriber = pick(subscriber, {
	shown: true,
	description: 'A provider has to say whose list it is',
});
export const theSubscriber = pick(subscriber, { required: true });
export const theLocation = pick(location, { required: true });
export const theProvider = pick(provider, { required: true });

/** Narrows the lists of other fields in the editor, and goes nowhere. */
export const narrowing = pick(subscriber, {
	description: 'Only fills the lists of other fields, for a provider. It is not sent.',
	write: () => undefined,
});

export const days = (as: string) =>
	number({ as, default: 30, label: 'Days', description: 'How far back to count' });

export const declineReason = [
	['Cannot Arrive in Time', 1],
	['Location Not Serviced', 3],
	['Not to Exceed Too Low', 6],
	['Not Under Warranty', 4],
	['Other', 5],
	['Trade Not Serviced', 2],
] as const;

const visibilities = [
	['Everybody', 0],
	['Subscriber and External Subscriber', 2],
	['Subscriber and Provider', 1],
	['Subscriber Only', 3],
] as const;

/** Who may see a file. */
export const visibility = choice(visibilities, { as: 'Visibility' });

/** Who may read a note. */
export const noteVisibility = choice(visibilities, {
	as: 'Visibility',
	description: 'Who may read the note',
});

export const inputFile = file({
	as: 'file',
	required: true,
	label: 'Input Binary Field',
	description: 'Name of the field of the input item that holds the file',
});

const FILE_IN_THIS_REQUEST = 1;

/** What is said about the file beside it, in a part of its own that holds JSON. */
export const fileDetails = group(
	{
		name: text({ as: 'Name', label: 'File Name' }),
		description: text({ as: 'Description' }),
		mediaType: text({ as: 'MediaType', placeholder: 'image/jpeg' }),
		visibility,
		isInvoiceDigitalCopy: flag({
			as: 'IsInvoiceDigitalCopy',
			label: 'Copy of the Invoice',
			description: 'Whether the file is the copy of an invoice',
		}),
	},
	{
		as: 'AddAttachmentsRequest',
		label: 'Details',
		write: (given) => {
			const {
				name,
				description,
				mediaType,
				visibility: seenBy,
				isInvoiceDigitalCopy,
			} = given as {
				[member: string]: string | number | boolean | undefined;
			};
			return {
				Attachments: [
					{
						Name: name,
						Description: description,
						MediaType: mediaType,
						Visibility: seenBy,
						IsInvoiceDigitalCopy: isInvoiceDigitalCopy,
						Type: FILE_IN_THIS_REQUEST,
					},
				],
			} as never;
		},
	},
);

/** A flag by the vendor's own name. */
export const whether = (as: string, label: string, description: string) =>
	flag({ as, label, description });
/** A text, a number and a date by the vendor's own name. */
export const words = (as: string, label?: string, description?: string) =>
	text({ as, ...(label && { label }), ...(description && { description }) });
export const amount = (as: string, label?: string, description?: string) =>
	number({ as, ...(label && { label }), ...(description && { description }) });
export const moment = (as: string, label?: string, description?: string) =>
	dateTime({ as, ...(label && { label }), ...(description && { description }) });
export const day = (as: string, label?: string, description?: string) =>
	date({ as, ...(label && { label }), ...(description && { description }) });

/** Number of a record that no call lists. */
export const numbered = (as: string, label: string, description?: string) =>
	number({ as, label, ...(description && { description }) });
