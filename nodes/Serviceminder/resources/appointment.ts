import {
	choice,
	date,
	dateTime,
	flag,
	number,
	pick,
	select,
	text,
} from '../../shared/define/fields';
import { listAll, operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	appointment as appointments,
	contact,
	service,
	serviceAgent,
	serviceName,
} from '../pickers';
import { pascalCased } from '../wire';

const DAY = 86_400_000;

const narrowing = pascalCased({
	fromDate: date({ label: 'Scheduled From', description: 'On this day or later' }),
	throughDate: date({ label: 'Scheduled Through', description: 'On this day or earlier' }),
	updatedFrom: date({ description: 'Changed on this day or later' }),
	updatedThrough: date({ description: 'Changed on this day or earlier' }),
	contactId: pick(contact),
	serviceAgentId: select(serviceAgent),
});

export const appointment = defineResource({
	value: 'appointment',
	name: 'Appointment',
	description: 'A service booked for a contact. Times are on the clock of the organization.',
	id: 'AppointmentId',
	simple: [
		'AppointmentId',
		'ContactId',
		'ServiceId',
		'ServiceName',
		'ServiceAgentId',
		'ServiceAgentName',
		'DateTime',
		'Duration',
		'Status',
		'Total',
		'ProposalId',
		'InvoiceId',
		'Contact',
	],
	operations: {
		get: read({
			action: 'Get an appointment',
			description: 'Status is 0 for tentative, 1 or 2 scheduled, 3 completed, 4 canceled',
			request: 'POST /appointments/find',
			always: { body: { IncludeCompleted: true } },
			// Beside it stands what was asked for, and a cancel reason that is always 0.
			at: 'Slots[0]',
			body: pascalCased({
				appointmentId: pick(appointments, { required: true }),
				includeContact: flag({ description: 'Whether to add the contact' }),
			}),
		}),
		getAll: listAll({
			action: 'Get many appointments',
			description: 'Status is 0 for tentative, 1 or 2 scheduled, 3 completed, 4 canceled',
			request: 'POST /appointments/query',
			refuses: (input, everything) =>
				everything && !Object.keys(narrowing).some((field) => field in input)
					? 'Filters: to return all, give days, a contact or a service agent, because there can be very many appointments'
					: undefined,
			body: {
				...narrowing,
				...pascalCased({
					includeCompleted: flag({ description: 'Whether to return completed ones too' }),
					includeContact: flag({
						description: 'Whether to add the contact of each, without its custom fields',
					}),
				}),
			},
		}),
		quickBook: operation({
			action: 'Quick book an appointment',
			description:
				'Create contact and appointment in one call. The appointment has no service agent yet and is tentative.',
			request: 'POST /appointments/quickbook',
			body: pascalCased({
				name: text({ required: true, label: 'Contact Name' }),
				priPhone: text({ required: true, label: 'Phone', placeholder: '555-0142' }),
				service: select(serviceName, {
					required: true,
					description: 'Sent by its name',
				}),
				scheduledStart: dateTime({
					required: true,
					description: 'Sent on the clock of the organization, by the time zone in the credential',
				}),
				email: text({ placeholder: 'name@example.com' }),
				address1: text({ label: 'Address' }),
				city: text(),
				state: text(),
				zip: text({ label: 'ZIP' }),
				duration: number({ description: 'In minutes' }),
				quantity: number({ default: 1, description: 'Units of the service' }),
				customerNotes: text({ rows: 3, description: 'For the customer to read' }),
				internalNotes: text({
					rows: 3,
					description: 'Accepted by the vendor, but seen not to be stored in one account',
				}),
				confirmed: flag({ description: 'Whether the customer has confirmed' }),
			}),
		}),
		searchSlots: read({
			action: 'Search open slots for an appointment',
			request: 'POST /appointments/slotsearch',
			body: pascalCased({
				serviceId: select(service, { required: true }),
				startDate: date({ required: true, description: 'The first day to look at' }),
				finishDate: date({ required: true, description: 'The last day to look at' }),
				contactId: pick(contact),
				duration: number({ description: 'In minutes' }),
				quantity: number({ default: 1, description: 'Units of the service' }),
				timeframe: choice(['Afternoon', 'Anytime', 'Evening', 'Morning'], { default: 'Anytime' }),
			}),
			refuses: ({ startDate, finishDate }) =>
				finishDate < startDate ? 'Finish Date: this is before the start date' : undefined,
			async run(input, call) {
				const { startDate, finishDate } = input;
				const days = Math.round((Date.parse(finishDate) - Date.parse(startDate)) / DAY);
				const { records } = await call.send('POST /appointments/slotsearch', {
					repeatable: true,
					at: 'Slots',
					body: {
						ServiceId: Number(input.serviceId),
						StartDate: startDate,
						FinishDate: finishDate,
						// The vendor's documents and callers name the days in different ways, none of them
						// proven over the others, and members that the service does not know do no harm.
						SearchDate: startDate,
						SlotWindowDays: Math.max(1, days),
						ContactId: Number(input.contactId ?? 0),
						...(input.duration !== undefined && { Duration: String(input.duration) }),
						...(input.quantity !== undefined && { Quantity: input.quantity }),
						...(input.timeframe !== undefined && { Timeframe: input.timeframe }),
					},
				});
				return (records ?? []) as [];
			},
		}),
	},
});
