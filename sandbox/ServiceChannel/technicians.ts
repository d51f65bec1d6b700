import { Answer } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { CodedRefusal, CODES } from './refusals';
import { callerOf } from './signIn';
import { workOrderOf } from './states';

/** What a technician has said of a work order: nothing yet, or yes. */
type Said = 'assigned' | 'accepted';

/** Here a user goes by the id of the log-in service, and not by the one of check-ins. */
function technicianOf(request: SandboxRequest): Row {
	const { userId } = request.query;
	const [user] = request.store.collection('users').where('AuthUserId', userId);
	if (!user || user.ProviderId === null) {
		throw new CodedRefusal(CODES.notFound, `Technician ${String(userId)} was not found`);
	}
	return user;
}

const shown = ({ AuthUserId, FullName, Email, UserName, EmployeeId }: Row): Row => {
	const [FirstName, ...rest] = String(FullName).split(' ');
	return {
		FirstName,
		LastName: rest.join(' '),
		LoginName: UserName,
		UserId: AuthUserId,
		Email,
		MobileNumber: null,
		TechnicianAccessLevel: ['Technician'],
		EmployeeId,
	};
};

function thoseWho(said: readonly Said[]): Handler {
	return (request) => {
		const { store } = request;
		return store
			.collection('assignments')
			.where('WorkOrderId', workOrderOf(request).Id)
			.filter((row) => said.includes(row.Said as Said))
			.map(({ UserId }) => shown(store.collection('users').require(UserId)));
	};
}

/** Carries out a step for one technician of the work order. */
function step(work: (request: SandboxRequest, user: Row, assignment: Row | undefined) => unknown) {
	return (request: SandboxRequest) => {
		const { Id } = workOrderOf(request);
		const user = technicianOf(request);
		const assignment = request.store
			.collection('assignments')
			.where('WorkOrderId', Id)
			.find(({ UserId }) => UserId === user.Id);
		return work(request, user, assignment);
	};
}

function needed(assignment: Row | undefined, said: readonly Said[]): Row {
	if (assignment && said.includes(assignment.Said as Said)) return assignment;
	throw new CodedRefusal(CODES.badRequest, `The technician has not ${said[0]} it`);
}

const assign = step((request, user, assignment) => {
	if (assignment) throw new CodedRefusal(CODES.badRequest, 'The technician is assigned already');
	request.store.collection('assignments').add({
		WorkOrderId: workOrderOf(request).Id,
		UserId: user.Id,
		Said: 'assigned',
	});
	return new Answer(201);
});

const unassign = step(({ store }, _user, assignment) => {
	store.collection('assignments').remove(needed(assignment, ['assigned', 'accepted']).Id);
});

const accept = step(({ store }, _user, assignment) => {
	store.collection('assignments').change(needed(assignment, ['assigned']).Id, { Said: 'accepted' });
	return new Answer(201);
});

const decline = step(({ store }, _user, assignment) => {
	store.collection('assignments').remove(needed(assignment, ['assigned']).Id);
	return new Answer(201);
});

const rescind = step((request, user, assignment) => {
	const own = needed(assignment, ['accepted']);
	const last = request.store
		.collection('checkIns')
		.where('WorkOrderId', own.WorkOrderId)
		.filter(({ UserId }) => UserId === user.Id)
		.at(-1);
	if (last?.Action === 'Check In') {
		throw new CodedRefusal(CODES.badRequest, 'The technician is checked in');
	}
	request.store.collection('assignments').change(own.Id, { Said: 'assigned' });
});

const createProfile: Handler = (request) => {
	const { body, store } = request;
	const { FullName, Email } = body;
	if (!FullName || !Email) throw new CodedRefusal(CODES.badRequest, 'FullName, Email are needed');
	const users = store.collection('users');
	if (users.where('Email', Email).length > 0) {
		throw new CodedRefusal(CODES.badRequest, `Email ${String(Email)} is taken`);
	}
	const user = users.add({
		SubscriberId: null,
		ProviderId: callerOf(request).ProviderId,
		UserName: Email,
		FullName,
		Email,
		EmployeeId: null,
		Disabled: false,
		IsLocked: false,
		Roles: [],
		Permissions: [],
		UserType: 'Corporate',
	});
	users.change(user.Id, { AuthUserId: 900_000 + Number(user.Id) });
	return new Answer(201, { Id: user.Id });
};

const base = '/ctools/workorder/{workOrderId}';

export const technicianRoutes: Readonly<Record<string, Handler>> = {
	[`GET ${base}/assignedtechnicians`]: thoseWho(['assigned', 'accepted']),
	[`GET ${base}/acceptedtechnicians`]: thoseWho(['accepted']),
	[`POST ${base}/assigntechnician`]: assign,
	[`DELETE ${base}/unassigntechnician`]: unassign,
	[`PUT ${base}/accept`]: accept,
	[`PUT ${base}/decline`]: decline,
	[`PUT ${base}/rescindacceptance`]: rescind,
	'POST /tradesmen': createProfile,
};
