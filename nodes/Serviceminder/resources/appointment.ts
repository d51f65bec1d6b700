import {
	choice,
	date,
	dateTime,
	flag,
	groups,
	number,
	pick,
	select,
	text,
} from '../../shared/define/fields';
import { listAll, operation, read, update, type Call } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { allFields, FIELDS_UNKNOWN, inPascalCase, UNPROVEN } from '../bodies';
import {
	appointment as appointments,
	cancelReason,
	contact,
	part,
	radiusCity,
	radiusPostalCode,
	service,
	serviceAgent,
	serviceName,
} from '../pickers';
import { pascalCased, wallTime } from '../wire';

const DAY = 86_400_000;

const CANCELED = 4;

const id = pick(appointments, { required: true });
const minutes = number({ label: 'Duration', description: 'In minutes' });
const units = number({ label: 'Quantity', default: 1, description: 'Units of the service' });
const unstoredNote = text({
	rows: 3,
	description: 'Accepted by the vendor, but seen not to be stored in one account',
});

/** A cancellation is only told of by third parties, so the appointment is looked at afterwards. */
async function canceled(appointmentId: string, { send, refuse }: Call) {
	const look = 'Look at the appointment in serviceminder before you run this again.';
	const stored = await send('POST /appointments/find', {
		body: { AppointmentId: Number(appointmentId), IncludeCompleted: true },
		repeatable: true,
		at: 'Slots[0]',
	}).catch((error: Error) => {
		throw refuse(
			`serviceminder accepted the cancellation, but the appointment could not be read to confirm it: ${error.message}`,
			look,
		);
	});
	if (Number(stored.Status) === CANCELED) return stored;
	throw refuse(
		`serviceminder accepted the cancellation, but the appointment has the status ${String(stored.Status ?? 'unknown')} instead of ${CANCELED}`,
		look,
	);
}

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
		addTip: operation({
			action: 'Add a tip to an appointment',
			notice: UNPROVEN,
			request: 'POST /appointments/addtip',
			body: pascalCased({
				appointmentId: id,
				amount: number({ required: true }),
			}),
			returns: 'nothing',
		}),
		book: operation({
			action: 'Book an appointment',
			description: 'For a contact that there is already. Quick Book and then Update is proven.',
			notice: UNPROVEN,
			request: 'POST /appointments/book',
			body: pascalCased({
				contactId: pick(contact, { required: true }),
				targetDate: dateTime({
					required: true,
					label: 'Start',
					description: 'Sent on the clock of the organization, by the time zone in the credential',
					write: (start, credential) =>
						wallTime(String(start), credential).slice(0, 16).replace('T', ' '),
				}),
				serviceId: select(service),
				serviceName: text({ description: 'In place of the service' }),
				duration: minutes,
				quantity: units,
				notes: text({ rows: 3 }),
			}),
			refuses: ({ serviceId, serviceName: name }) =>
				serviceId === undefined && name === undefined
					? 'Service: choose one, or give its name'
					: undefined,
		}),
		cancel: operation({
			action: 'Cancel an appointment',
			description: 'Reads the appointment afterwards, and fails unless it is canceled then',
			notice: UNPROVEN,
			request: 'POST /appointments/cancel',
			body: pascalCased({
				appointmentId: id,
				cancelReasonId: pick(cancelReason, {
					description: 'The vendor often lists reasons without ID and name; then type the ID',
				}),
				updateNote: text({ rows: 3 }),
			}),
			async run({ appointmentId, cancelReasonId, updateNote }, call) {
				await call.send('POST /appointments/cancel', {
					body: {
						AppointmentId: Number(appointmentId),
						...(cancelReasonId !== undefined && { CancelReasonId: Number(cancelReasonId) }),
						...(updateNote !== undefined && { UpdateNote: updateNote }),
					},
				});
				return await canceled(appointmentId, call);
			},
		}),
		get: read({
			action: 'Get an appointment',
			description: 'Status is 0 for tentative, 1 or 2 scheduled, 3 completed, 4 canceled',
			request: 'POST /appointments/find',
			always: { body: { IncludeCompleted: true } },
			// Beside it stands what was asked for, and a cancel reason that is always 0.
			at: 'Slots[0]',
			body: pascalCased({
				appointmentId: id,
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
		leaveFeedback: operation({
			action: 'Leave feedback for an appointment',
			description:
				'Record what a customer says. Needs the add-on Feedback+Issues on the organization.',
			request: 'POST /appointments/feedback',
			body: pascalCased({
				appointmentId: pick(appointments, { as: 'Id', shown: true }),
				hashKey: text({ shown: true, description: 'In place of the appointment' }),
				contactMe: flag({ description: 'Whether the customer wants to be called back' }),
				note: text({ rows: 3 }),
				score: choice([1, 2, 3, 4, 5], {
					default: 5,
					description: 'Left out, it asks for a call back without a rating',
				}),
			}),
			refuses: ({ appointmentId, hashKey }) =>
				appointmentId === undefined && hashKey === undefined
					? 'Appointment: choose one, or give its hash key'
					: undefined,
			returns: 'nothing',
		}),
		queue: operation({
			action: 'Queue an appointment',
			description: 'Ask for an appointment without a time',
			notice: FIELDS_UNKNOWN,
			request: 'POST /appointments/queue',
			body: { allFields },
			run: async ({ allFields: body }, { send }) =>
				await send('POST /appointments/queue', { body }),
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
				city: pick(radiusCity, { description: 'Listed are those in the service radius' }),
				state: text(),
				zip: pick(radiusPostalCode, {
					label: 'ZIP',
					description: 'Listed are those in the service radius',
				}),
				duration: minutes,
				quantity: units,
				customerNotes: text({ rows: 3, description: 'For the customer to read' }),
				internalNotes: unstoredNote,
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
				duration: minutes,
				quantity: units,
				// inferred: only ever seen empty, and shown with these members in an appointment. Two further
				// lists, Slots and NotificationOptions, were never seen with anything in them.
				addOnParts: groups(
					pascalCased({
						partId: pick(part, { required: true }),
						quantity: number({ default: 1 }),
					}),
				),
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
						...(input.addOnParts !== undefined && {
							AddOnParts: inPascalCase(input.addOnParts),
						}),
					},
				});
				return (records ?? []) as [];
			},
		}),
		update: update({
			action: 'Update an appointment',
			description:
				'Move it to another time or service agent. Contact and service have to be those it has.',
			request: 'POST /appointments/update',
			body: pascalCased({
				appointmentId: id,
				contactId: pick(contact, { required: true }),
				serviceId: select(service, { required: true }),
				start: dateTime({
					required: true,
					as: 'Slots[0].DateTime',
					description: 'Sent on the clock of the organization, by the time zone in the credential',
				}),
				serviceAgentId: select(serviceAgent, { as: 'Slots[0].ServiceAgentId' }),
				duration: minutes,
				notes: unstoredNote,
				updateNote: unstoredNote,
			}),
		}),
	},
});
