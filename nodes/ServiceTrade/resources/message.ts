import {
	choice,
	dateTime,
	flag,
	list,
	pick,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import { operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	appointment,
	changeOrder,
	contact,
	invoice,
	job,
	office,
	quote,
	technician,
} from '../pickers';
import { changeOrderHint } from './fields';

/** Who gets it and how. Each template has inputs of its own beside this. */
const to = {
	contactIds: pickMany(contact, {
		required: true,
		label: 'Contact',
		write: (ids) => (ids as unknown[]).join(','),
	}),
	mode: choice(
		[
			['Bulk Email', 'bulk_email'],
			['Email', 'email'],
		],
		{ required: true, default: 'email', description: 'Bulk is for more than one contact' },
	),
};

const more = {
	contactTypes: list({ description: 'Only contacts of these types get it' }),
	send: flag({
		default: true,
		label: 'Send Now',
		description: 'Whether it is sent. What was not sent at once can never be sent.',
	}),
};

const words = {
	message: text({ as: 'params.message', rows: 4, description: 'Your own words in the email' }),
	subject: text({ as: 'params.subject' }),
};

const route = 'POST /message';

/** Left to itself the vendor only keeps a message, and there is no way to send it later. */
const always = <const T extends string>(template: T) => ({ body: { send: true, template } });

const quoteId = pick(quote, { as: 'params.quoteId', required: true });
const invoiceId = pick(invoice, { as: 'params.invoiceId', required: true });
const appointmentId = pick(appointment, { as: 'params.appointmentId', required: true });

export const message = defineResource({
	value: 'message',
	name: 'Message',
	description: 'An email to contacts, made from one of the vendor’s templates',
	operations: {
		get: read({
			action: 'Get a message',
			description: 'See to whom a message was delivered',
			request: 'GET /message/{message}',
			// There is no list of messages to choose from.
			path: { message: text({ required: true, label: 'Message ID' }) },
		}),
		sendChangeOrder: operation({
			action: 'Send a change order',
			request: route,
			always: always('ChangeOrder'),
			body: {
				...to,
				changeOrderId: pick(changeOrder, {
					as: 'params.changeOrderId',
					required: true,
					description: changeOrderHint,
				}),
				...words,
				...more,
			},
		}),
		sendInvoice: operation({
			action: 'Send an invoice',
			request: route,
			always: always('Invoice'),
			body: { ...to, invoiceId, ...words, ...more },
		}),
		sendInvoiceLink: operation({
			action: 'Send a link to an invoice',
			request: route,
			always: always('InvoiceLink'),
			// The reference has no table for this template; taken to be that of Invoice.
			body: { ...to, invoiceId, ...words, ...more },
		}),
		sendQuote: operation({
			action: 'Send a quote',
			request: route,
			always: always('Quote'),
			body: {
				...to,
				quoteId,
				showTotal: flag({
					as: 'params.showTotal',
					// A text in the reference. `0` is read as no by whoever reads texts as switches.
					write: (wanted) => (wanted ? '1' : '0'),
					default: true,
					description: 'Whether the email shows the total, as it does by itself',
				}),
				...words,
				...more,
			},
		}),
		sendQuoteApproved: operation({
			action: 'Send the approval of a quote',
			request: route,
			always: always('QuoteApproved'),
			body: { ...to, quoteId, ...more },
		}),
		sendServiceLink: operation({
			action: 'Send the service link of a job',
			request: route,
			always: always('ServiceLink'),
			body: {
				...to,
				jobId: pick(job, { as: 'params.jobId', required: true }),
				serviceReviewContactId: pick(contact, {
					as: 'params.serviceReviewContactId',
					label: 'Review By',
					description: 'Asked for a review, together with the technician under review',
				}),
				serviceReviewDescription: text({
					as: 'params.serviceReviewDescription',
					label: 'Review Description',
					description: 'A few words about the work under review',
				}),
				serviceReviewTechId: pick(technician, {
					as: 'params.serviceReviewTechId',
					label: 'Technician Under Review',
					description: 'Together with the contact that reviews',
				}),
				...words,
				...more,
			},
			refuses: ({ serviceReviewContactId: by, serviceReviewTechId: of }) =>
				(by === undefined) === (of === undefined)
					? undefined
					: 'Review By and Technician Under Review belong together: give both or neither',
		}),
		sendTechEnRoute: operation({
			name: 'Send Technician En Route',
			action: 'Send word that a technician is en route',
			request: route,
			always: always('TechEnRoute'),
			body: {
				...to,
				appointmentId,
				techId: pick(technician, { as: 'params.techId', required: true }),
				arrivalTime: dateTime({ as: 'params.arrivalTime' }),
				...more,
			},
		}),
		sendWorkAcknowledgement: operation({
			action: 'Send a work acknowledgement',
			request: route,
			always: always('WorkAcknowledgement'),
			body: {
				...to,
				appointmentId,
				officeId: select(office, {
					as: 'params.officeId',
					description: 'Whose brand is the sender; the user where it is left out',
				}),
				...more,
			},
		}),
	},
});
