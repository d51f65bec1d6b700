import { pick, text } from '../../shared/define/fields';
import { create, operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { numbered, words, workorderId } from '../fields';
import { technician as technicians } from '../listPickers';

/** Another ID than the one of check-ins; the list has those who are assigned. */
const userId = pick(technicians, {
	required: true,
	description: 'By the ID of the log-in service, which is not that of check-ins',
});

export const technician = defineResource({
	value: 'technician',
	name: 'Technician',
	description: 'Who is to do a work order',
	operations: {
		accept: operation({
			action: 'Accept a work order for a technician',
			request: 'PUT /ctools/workorder/{workorderId}/accept',
			path: { workorderId },
			query: { userId },
			returns: 'nothing',
		}),
		assign: operation({
			action: 'Assign a technician',
			description: 'Assign a technician to a work order; for admins of a provider',
			request: 'POST /ctools/workorder/{workorderId}/assigntechnician',
			path: { workorderId },
			query: { userId },
			returns: 'nothing',
		}),
		createProfile: create({
			name: 'Create Profile',
			action: 'Create the profile of a technician',
			description: 'Create the profile of a technician. For providers only.',
			request: 'POST /tradesmen',
			body: {
				fullName: text({ required: true, as: 'FullName' }),
				email: text({
					required: true,
					as: 'Email',
					placeholder: 'name@example.com',
					description: 'Nobody else may have it',
				}),
				companyName: words('CompanyName'),
				fixxbookCompany: numbered('FixxbookCompanyId', 'Fixxbook Company ID'),
				mobileNumber: words('MobileNumber'),
			},
			// No answer is documented.
			returns: 'nothing',
		}),
		decline: operation({
			action: 'Decline a work order for a technician',
			request: 'PUT /ctools/workorder/{workorderId}/decline',
			path: { workorderId },
			query: { userId },
			returns: 'nothing',
		}),
		getAccepted: read({
			name: 'Get Accepted',
			action: 'Get the technicians who accepted a work order',
			request: 'GET /ctools/workorder/{workorderId}/acceptedtechnicians',
			path: { workorderId },
		}),
		getAssigned: read({
			name: 'Get Assigned',
			action: 'Get the technicians who are assigned to a work order',
			request: 'GET /ctools/workorder/{workorderId}/assignedtechnicians',
			path: { workorderId },
		}),
		rescindAcceptance: operation({
			name: 'Rescind Acceptance',
			action: 'Rescind the acceptance of a technician',
			description: 'Not possible while the technician is checked in',
			request: 'PUT /ctools/workorder/{workorderId}/rescindacceptance',
			path: { workorderId },
			query: { userId },
			returns: 'nothing',
		}),
		unassign: operation({
			action: 'Unassign a technician',
			request: 'DELETE /ctools/workorder/{workorderId}/unassigntechnician',
			path: { workorderId },
			query: { userId },
			returns: 'nothing',
		}),
	},
});
