import {
	choice,
	dateTime,
	flag,
	group,
	groups,
	list,
	number,
	pick,
	select,
	text,
} from '../../shared/define/fields';
import { create, download, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { call as calls, campaign, job } from '../pickers';
import { exportOf } from './export';
import { activeFilter, figure, ids, stampFilters } from './fields';

const id = pick(calls, { required: true });

const types = ['Abandoned', 'Booked', 'Excused', ['Not a Lead', 'NotLead'], 'Unbooked'] as const;

const filters = {
	campaignId: select(campaign),
	agent: number({ as: 'agentId', label: 'Agent ID' }),
	agentName: text(),
	agentIsExternal: flag({ description: 'Whether to return only calls of external agents' }),
	externalAgent: number({ as: 'agentExternalId', label: 'External Agent ID' }),
	phoneNumberCalled: text(),
	minDuration: number({ description: 'In seconds' }),
	createdAfter: dateTime({ description: 'Later than this moment' }),
	modifiedAfter: dateTime({ description: 'Later than this moment' }),
};

/** Who called, or from where; the vendor wants either whole. */
const party = {
	id: figure({ required: true, label: 'ID' }),
	name: text({ required: true }),
	street: text({ required: true, as: 'address.street' }),
	unit: text({ required: true, as: 'address.unit' }),
	city: text({ required: true, as: 'address.city' }),
	state: text({ required: true, as: 'address.state' }),
	zip: text({ required: true, as: 'address.zip', label: 'ZIP' }),
	country: text({ required: true, as: 'address.country', default: 'USA' }),
	latitude: figure({ as: 'address.latitude' }),
	longitude: figure({ as: 'address.longitude' }),
	contacts: groups(
		{
			type: choice(['Email', 'Fax', 'MobilePhone', 'Phone'], { required: true }),
			value: text({ required: true }),
			memo: text({ required: true }),
			id: figure({ label: 'ID', description: 'Of a contact that is there already' }),
		},
		{ required: true },
	),
};

export const call = defineResource({
	value: 'call',
	name: 'Call',
	description: 'A phone call with a customer',
	// The ID at the top is not the one of the call, so two calls may share it.
	id: 'leadCall.id',
	operations: {
		downloadRecording: download({
			name: 'Download Recording',
			action: 'Download the recording of a call',
			request: 'GET /telecom/v2/tenant/{tenant}/calls/{id}/recording',
			path: { id },
		}),
		downloadVoicemail: download({
			name: 'Download Voicemail',
			action: 'Download the voicemail of a call',
			request: 'GET /telecom/v2/tenant/{tenant}/calls/{id}/voicemail',
			path: { id },
		}),
		export: exportOf('calls', 'GET /telecom/v2/tenant/{tenant}/export/calls'),
		get: read({
			action: 'Get a call',
			request: 'GET /telecom/v2/tenant/{tenant}/calls/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many calls',
			request: 'GET /telecom/v3/tenant/{tenant}/calls',
			query: {
				active: activeFilter,
				...filters,
				callerPhoneNumber: text(),
				...stampFilters,
				ids,
				// Without a sign it is ascending here; a plus is not known.
				sort: choice(
					[
						['Created, Ascending', 'CreatedOn'],
						['Created, Descending', '-CreatedOn'],
						['ID, Ascending', 'Id'],
						['ID, Descending', '-Id'],
						['Modified, Ascending', 'ModifiedOn'],
						['Modified, Descending', '-ModifiedOn'],
					],
					{ label: 'Sort By' },
				),
			},
		}),
		getAllDetailed: listAll({
			name: 'Get Many in Detail',
			action: 'Get many calls in detail',
			description: 'An older list, whose records hold the whole business unit and customer',
			request: 'GET /telecom/v2/tenant/{tenant}/calls',
			query: {
				...filters,
				activeOnly: flag({ description: 'Whether to leave out inactive calls' }),
				...stampFilters,
				ids: list({
					label: 'IDs',
					description: 'Only these records, at most 50',
					// This list wants the parameter once for each.
					write: (wanted) => wanted,
				}),
				orderBy: choice([
					['Created', 'createdOn'],
					['ID', 'Id'],
					['Modified', 'modifiedOn'],
				]),
				orderByDirection: choice([
					['Ascending', 'asc'],
					['Descending', 'desc'],
				]),
			},
		}),
		update: update({
			action: 'Update a call',
			description: 'Needs the reason, the customer and the location whole',
			request: 'PUT /telecom/v2/tenant/{tenant}/calls/{id}',
			path: { id },
			body: {
				excuseMemo: text({ required: true }),
				reason: group(
					{
						name: text({ required: true }),
						lead: flag({ required: true, description: 'Whether such a call is a lead' }),
					},
					{ required: true, default: undefined },
				),
				customer: group(party, { required: true, default: undefined }),
				location: group(party, { required: true, default: undefined }),
				callType: choice(types),
				campaignId: select(campaign),
				jobId: pick(job),
				agent: number({ as: 'agentId', label: 'Agent ID' }),
				sameCall: number({ as: 'callId', label: 'Call ID' }),
			},
		}),
	},
});

const numbers = list({
	required: true,
	as: 'contactNumbers',
	label: 'Phone Numbers',
	placeholder: '+15550142',
});

export const optOut = defineResource({
	value: 'optOut',
	name: 'Opt-Out',
	description: 'Phone numbers that want no messages',
	id: 'contactNumber',
	operations: {
		check: operation({
			action: 'Check phone numbers for opt-outs',
			description: 'Get the opt-outs of these numbers; numbers without one are left out',
			request: 'POST /telecom/v3/tenant/{tenant}/optinouts/optouts/getlist',
			body: { numbers },
			at: 'data',
			repeatable: true,
		}),
		create: create({
			action: 'Create opt-outs',
			request: 'POST /telecom/v3/tenant/{tenant}/optinouts/optouts',
			body: {
				optOutType: choice(['Global', 'Marketing', 'Other', 'Unknown'], { required: true }),
				numbers,
			},
			at: 'data',
		}),
		getAll: listAll({
			action: 'Get many opt-outs',
			request: 'GET /telecom/v3/tenant/{tenant}/optinouts/optouts',
		}),
	},
});
