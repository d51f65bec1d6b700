import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { checkIns } from './entities';
import { entityList } from './odata';
import { CodedRefusal, CODES } from './refusals';
import { callerOf } from './signIn';
import { nowText, setStatus, statusOf, workOrderOf, type Status } from './states';

const REPAIR = 1;
const TRAVEL = 2;

// The radius is the client's choice; nothing states a usual one.
const RADIUS_MILES = 0.5;
const MILES_PER_DEGREE = 69;

type Direction = 'CheckIn' | 'CheckOut';

const DENIED: Readonly<Record<Direction, { code: number; tooFar: number }>> = {
	CheckIn: { code: CODES.checkInDenied, tooFar: CODES.checkInTooFar },
	CheckOut: { code: CODES.checkOutDenied, tooFar: CODES.checkOutTooFar },
};

/** What a check-out makes of the status; a provider's "completed" waits for the client. */
const STATUS_AFTER: Readonly<Record<string, Status | undefined>> = {
	NoStatusChange: undefined,
	InProgress: { Primary: 'IN PROGRESS', Extended: '' },
	Completed: { Primary: 'COMPLETED', Extended: 'PENDING CONFIRMATION' },
	WaitingForQuote: { Primary: 'IN PROGRESS', Extended: 'WAITING FOR QUOTE' },
	PartsOnOrder: { Primary: 'IN PROGRESS', Extended: 'PARTS ON ORDER' },
	Incomplete: { Primary: 'IN PROGRESS', Extended: 'INCOMPLETE' },
};

function milesApart(place: Row, technician: Row): number {
	const [latitude, longitude] = [Number(place.Latitude), Number(place.Longitude)];
	const apart = Math.hypot(
		latitude - Number(technician.Latitude),
		(longitude - Number(technician.Longitude)) * Math.cos((latitude * Math.PI) / 180),
	);
	return apart * MILES_PER_DEGREE;
}

/** Refuses what the state of the work order or the place of the technician does not allow. */
function checkAllowed(request: SandboxRequest, row: Row, direction: Direction): void {
	const { body, store, clock } = request;
	const { code, tooFar } = DENIED[direction];
	const deny = (message: string) => new CodedRefusal(code, message);
	const { Primary, Extended } = statusOf(row);
	if (row.IsInvoiced === true) throw deny('Already invoiced');
	if (Primary === 'VOID') throw deny('The work order is void');
	if (Primary === 'COMPLETED' && Extended !== 'PENDING CONFIRMATION') throw deny('Completed');
	if (Date.parse(String(row.CallDate)) > clock.now()) throw deny('Before the call date');
	// The right to set the time covers both directions, and this provider does not have it.
	if (body.CheckInTime !== undefined || body.CheckOutTime !== undefined) {
		throw new CodedRefusal(CODES.noRights, 'The time cannot be set without the permission', {
			kind: 'forbidden',
			status: 401,
		});
	}
	const isGps = (body.WorkTypeId ?? REPAIR) === REPAIR && body.ActionStatus !== 'Cancel';
	if (!isGps) return;
	const { Latitude, Longitude } = body;
	if (typeof Latitude !== 'number' || typeof Longitude !== 'number') {
		throw new CodedRefusal(CODES.badRequest, 'Latitude and Longitude are needed for a repair');
	}
	const place = store.collection('locations').get(row.LocationId) ?? {};
	if (typeof place.Latitude !== 'number' || typeof place.Longitude !== 'number') {
		throw deny('The location has no coordinates');
	}
	if (milesApart(place, { Latitude, Longitude }) > RADIUS_MILES) {
		throw new CodedRefusal(tooFar, 'Outside the GPS radius of the location');
	}
}

/** The check-in of a technician that no check-out has ended. */
function openCheckIn(request: SandboxRequest, row: Row, userId: unknown): Row | undefined {
	const own = request.store
		.collection('checkIns')
		.where('WorkOrderId', row.Id)
		.filter(({ UserId }) => UserId === userId);
	const last = own.at(-1);
	return last?.Action === 'Check In' ? last : undefined;
}

function technicianOf(request: SandboxRequest): unknown {
	const id = request.body.UserId ?? callerOf(request).Id;
	if (!request.store.collection('users').get(id)) {
		throw new CodedRefusal(CODES.badRequest, `User ${String(id)} does not exist`);
	}
	return id;
}

function record(request: SandboxRequest, row: Row, action: Row): void {
	const { body, store } = request;
	store.collection('checkIns').add({
		WorkOrderId: row.Id,
		CallerId: String(callerOf(request).Id),
		WorkType: (body.WorkTypeId ?? REPAIR) === TRAVEL ? 'Travel' : 'Repair',
		StatusNew: statusOf(row).Extended,
		Dnis: null,
		CheckInOutType: body.Latitude === undefined ? 'Common' : 'Gps',
		Source: 'API',
		StatusChangedTo: row.Status,
		...action,
	});
}

const checkIn: Handler = (request) => {
	const { store } = request;
	const row = workOrderOf(request);
	checkAllowed(request, row, 'CheckIn');
	const userId = technicianOf(request);
	if (openCheckIn(request, row, userId)) {
		throw new CodedRefusal(CODES.checkInDenied, 'The technician is checked in already');
	}
	const onSite = { Primary: 'IN PROGRESS', Extended: 'ON SITE' };
	setStatus(store, row, onSite, nowText(request));
	const mechanicId = 800_000 + store.collection('checkIns').size;
	record(request, row, { Action: 'Check In', UserId: userId, MechanicId: mechanicId });
	return { MechanicId: mechanicId };
};

const checkOut: Handler = (request) => {
	const { body, store } = request;
	const row = workOrderOf(request);
	checkAllowed(request, row, 'CheckOut');
	if (body.SignatureAttachmentId !== undefined && body.UnableObtainSignatureNoteId !== undefined) {
		throw new CodedRefusal(CODES.badRequest, 'A signature or a note why there is none, not both');
	}
	const userId = technicianOf(request);
	const open = openCheckIn(request, row, userId);
	if (!open) throw new CodedRefusal(CODES.checkOutDenied, 'The technician is not checked in');
	const isPause = body.ActionStatus === 'Cancel';
	const primary = String(body.PrimaryStatus ?? 'NoStatusChange');
	const after = isPause ? undefined : STATUS_AFTER[primary];
	if (after) {
		// The finer state is ignored with Completed.
		const extended = primary === 'Completed' ? undefined : body.ExtendedStatus;
		const status = { ...after, ...(extended ? { Extended: String(extended).toUpperCase() } : {}) };
		setStatus(store, row, status, nowText(request));
	}
	const changes = {
		HasWorkActivity: true,
		...(body.Resolution === undefined ? {} : { Resolution: body.Resolution }),
	};
	store.collection('workOrders').change(row.Id, changes);
	record(request, row, { Action: 'Check Out', UserId: userId, MechanicId: open.MechanicId });
	return { MechanicId: open.MechanicId };
};

/** Whether it would be allowed, told without doing it. */
const validate: Handler = (request) => {
	const { query } = request;
	const place = request.store.collection('locations').get(workOrderOf(request).LocationId) ?? {};
	const isFar =
		typeof place.Latitude !== 'number' ||
		typeof place.Longitude !== 'number' ||
		milesApart(place, { Latitude: query.latitude, Longitude: query.longitude }) > RADIUS_MILES;
	return {
		IsBadgeScanRequired: false,
		IsLoginTypeAllowed: true,
		IsOutsideAcceptableTimeframe: false,
		IsOutsideGeolocation: isFar,
		OutsideOperationalHoursMessage: null,
		IsMaskRequired: false,
		CheckInOutsideGPSAllowed: false,
		CheckOutOutsideGPSAllowed: false,
		IsCompliantNonCompliantCheckInEnabled: false,
	};
};

export const checkInRoutes: Readonly<Record<string, Handler>> = {
	'GET /workorders/{workorderId}/validateCheckIn': validate,
	'GET /workorders/{workorderId}/validateCheckOut': validate,
	'POST /workorders/{workorderId}/universalCheckIn': checkIn,
	'POST /workorders/{workorderId}/universalCheckOut': checkOut,
	'GET /odata/workorders({workorderId})/Service.CheckInActivity(loadBlocked={loadBlocked})':
		entityList('checkIns', checkIns, {
			rows: (request) => {
				if (!/^(true|false)$/.test(request.path.loadBlocked)) {
					throw new CodedRefusal(CODES.badRequest, 'loadBlocked must be true or false');
				}
				// Refused attempts are not kept, so both values give the same.
				return request.store.collection('checkIns').where('WorkOrderId', workOrderOf(request).Id);
			},
		}),
	'GET /workorders/{workorderId}/GPSRadius': (request) => {
		const row = workOrderOf(request);
		const place = request.store.collection('locations').get(row.LocationId) ?? {};
		return {
			WorkorderId: row.Id,
			LocationID: row.LocationId,
			LocLatitude: place.Latitude,
			LocLongitude: place.Longitude,
			GPSRadius: RADIUS_MILES,
		};
	},
};
