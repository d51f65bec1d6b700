import { choice, dateTime, flag, number, pick, select, text } from '../../shared/define/fields';
import { listAll, operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { actor, narrowing, words, workorderId } from '../fields';
import { inOrder, odataOptions } from '../odata';
import { attachment, note, user, workType } from '../pickers';

const coordinate = (as: string, largest: number) =>
	number({
		as,
		description: `Degrees from -${largest} to ${largest}. Needed for repair work where the subscriber goes by position.`,
	});

const ownTime = (as: string, label: string) =>
	dateTime({
		as,
		label,
		description:
			'Only for users who may set it: left out, the time is now. At most 168 hours back.',
	});

const place = {
	actor,
	latitude: coordinate('Latitude', 90),
	longitude: coordinate('Longitude', 180),
	subscriberId: narrowing,
	techsCount: number({
		as: 'TechsCount',
		default: 1,
		label: 'Technicians',
		description: 'How many there are',
	}),
	workTypeId: select(workType, {
		as: 'WorkTypeId',
		description: '1 is repair, which also holds without this field, and 2 is travel',
	}),
};

/** Where the technician is. */
const position = {
	latitude: number({ required: true, description: 'Degrees from -90 to 90' }),
	longitude: number({ required: true, description: 'Degrees from -180 to 180' }),
	workTypeId: select(workType, {
		description: '1 is repair, which also holds without this field, and 2 is travel',
	}),
	subscriberId: narrowing,
};

export const checkIn = defineResource({
	value: 'checkIn',
	name: 'Check-In',
	description: 'When technicians come to a location and leave it',
	operations: {
		checkIn: operation({
			action: 'Check in to a work order',
			request: 'POST /workorders/{workorderId}/universalCheckIn',
			path: { workorderId },
			body: {
				...place,
				checkInTime: ownTime('CheckInTime', 'Check-In Time'),
				userId: pick(user, {
					as: 'UserId',
					description:
						'Who checks in and has to check out again. Without it that is the signed-in user.',
				}),
			},
		}),
		checkOut: operation({
			action: 'Check out of a work order',
			request: 'POST /workorders/{workorderId}/universalCheckOut',
			path: { workorderId },
			body: {
				...place,
				actionStatus: choice(
					[
						['Done', 'Complete'],
						['Paused', 'Cancel'],
					],
					{
						as: 'ActionStatus',
						description: 'A pause needs no coordinates and leaves the status as it is',
					},
				),
				checkoutAll: flag({
					as: 'CheckoutAll',
					label: 'Check Out Everybody',
					description: 'Whether all technicians leave, not only this one',
				}),
				checkOutTime: ownTime('CheckOutTime', 'Check-Out Time'),
				primaryStatus: choice(
					[
						'Completed',
						'Incomplete',
						['In Progress', 'InProgress'],
						['No Change', 'NoStatusChange'],
						['Parts on Order', 'PartsOnOrder'],
						['Waiting for Quote', 'WaitingForQuote'],
					],
					{ as: 'PrimaryStatus', default: 'NoStatusChange' },
				),
				extendedStatus: text({
					as: 'ExtendedStatus',
					description: 'Not looked at where the primary status is Completed',
				}),
				resolution: text({ as: 'Resolution', rows: 3, description: 'What was done' }),
				signatureAttachmentId: pick(attachment, {
					as: 'SignatureAttachmentId',
					label: 'Signature',
					description: 'The attachment that holds the signature, where there is one',
				}),
				unableObtainSignatureNoteId: pick(note, {
					as: 'UnableObtainSignatureNoteId',
					label: 'No Signature Note',
					description: 'The note that says why nobody signed, where there is no signature',
				}),
				unableObtainSignatureNoteDocument: words(
					'UnableObtainSignatureNoteDocumentId',
					'No Signature Note Document ID',
				),
				userId: pick(user, {
					as: 'UserId',
					description: 'The same as at check-in',
				}),
			},
		}),
		getActivity: listAll({
			name: 'Get Activity',
			action: 'Get the check in activity of a work order',
			request:
				'GET /odata/workorders({workorderId})/Service.CheckInActivity(loadBlocked={loadBlocked})',
			path: {
				workorderId,
				loadBlocked: flag({
					required: true,
					label: 'Include Refused',
					description: 'Whether to return attempts that were refused as well',
				}),
			},
			always: inOrder('Date desc,Id desc'),
			query: odataOptions,
		}),
		getGpsRadius: read({
			name: 'Get GPS Radius',
			action: 'Get the GPS radius of a work order',
			description: 'How far from the location a check-in may be',
			request: 'GET /workorders/{workorderId}/GPSRadius',
			path: { workorderId },
		}),
		validateCheckIn: read({
			name: 'Validate Check-In',
			action: 'Validate a check in',
			description: 'Ask whether a check-in would be allowed at a position, without making it',
			request: 'GET /workorders/{workorderId}/validateCheckIn',
			path: { workorderId },
			query: position,
		}),
		validateCheckOut: read({
			name: 'Validate Check-Out',
			action: 'Validate a check out',
			description: 'Ask whether a check-out would be allowed at a position, without making it',
			request: 'GET /workorders/{workorderId}/validateCheckOut',
			path: { workorderId },
			query: position,
		}),
	},
});
