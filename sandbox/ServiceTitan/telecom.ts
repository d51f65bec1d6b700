import { after, contains, equals, type Filter, type Ordering } from '../core/pieces';
import { notFound, wrongValue } from '../core/refusal';
import { Answer } from '../core/refusal';
import { fictionalPhone } from '../core/fiction';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { membersOf } from './facts';
import { sortedBy } from './lists';
import { emptyRecord, records } from './records';
import { requireAll } from './references';
import { does, feeds, lists, routesOf, type Show } from './tables';

/** A structure of the documents, filled with what is known and empty otherwise. */
function filled(structure: string, values: Row): Row {
	const members = membersOf(`telecom.${structure}`);
	const empty = emptyRecord(members, 'telecom');
	const known = Object.entries(values).filter(
		([name, value]) => Object.hasOwn(members, name) && value !== null && value !== undefined,
	);
	return { ...empty, ...Object.fromEntries(known) };
}

interface Parts {
	readonly customer: Row;
	readonly campaign: Row;
	readonly reason: Row;
	readonly agent: Row;
	readonly job: Row;
	readonly jobType: Row;
	readonly businessUnit: Row;
}

const NOBODY: Row = { id: 0, name: '' };

function partsOf(store: Store, call: Row): Parts {
	const one = (collection: string, id: unknown): Row =>
		store.collection(collection).get(id) ?? NOBODY;
	const job = one('jobs', call.jobId);
	return {
		customer: one('customers', call.customerId),
		campaign: one('campaigns', call.campaignId),
		reason: one('callReasons', call.reasonId),
		agent: one('employees', call.agentId),
		job,
		jobType: one('jobTypes', job.jobTypeId),
		businessUnit: one('businessUnits', job.businessUnitId ?? 101),
	};
}

const nameOf = ({ id, name }: Row): Row => ({ id, name });

/** The call itself, without what stands around it. */
function plain(call: Row, { reason, agent }: Parts): Row {
	return {
		...call,
		receivedOn: call.createdOn,
		createdBy: { id: 900, name: 'api' },
		agent: { ...nameOf(agent), externalId: call.agentExternalId ?? null },
		reason: {
			id: reason.id,
			name: reason.name,
			lead: reason.isLead ?? false,
			active: reason.active ?? false,
		},
	};
}

const MODEL = 'Module.Telecom.Shared';

function leadCall(structure: string, call: Row, parts: Parts): Row {
	const { customer, campaign } = parts;
	return filled(structure, {
		...plain(call, parts),
		customer: filled('Crm.Contracts.Customers.CustomerModel', {
			...customer,
			address: filled('AddressOutput', (customer.address ?? {}) as Row),
			contacts: [],
			createdOn: customer.createdOn ?? call.createdOn,
			modifiedOn: customer.modifiedOn ?? call.createdOn,
		}),
		campaign: filled('Marketing.Core.CampaignModel', {
			...campaign,
			createdOn: campaign.createdOn ?? call.createdOn,
			modifiedOn: campaign.modifiedOn ?? call.createdOn,
		}),
	});
}

/** The second version shows everything around a call at length. */
const showAtLength =
	(structure: string): Show =>
	(call, { store }) => {
		const parts = partsOf(store, call);
		const { businessUnit, job, jobType } = parts;
		return {
			id: call.id,
			jobNumber: job.jobNumber ?? '',
			projectId: job.projectId ?? 0,
			businessUnit: filled(`${MODEL.replace('Telecom', 'Admin')}.BusinessUnitModel`, {
				...businessUnit,
				address: filled(
					'Module.Admin.Shared.BusinessUnitAddressModel',
					(businessUnit.address ?? {}) as Row,
				),
				tenant: filled('Module.Admin.Shared.BusinessUnitTenantModel', {
					modifiedOn: call.createdOn,
				}),
				modifiedOn: businessUnit.modifiedOn ?? call.createdOn,
			}),
			type: { ...nameOf(jobType), modifiedOn: jobType.modifiedOn ?? call.createdOn },
			leadCall: leadCall(structure, call, parts),
		};
	};

const showBriefly: Show = (call, { store }) => {
	const parts = partsOf(store, call);
	const { businessUnit, job, jobType, customer, campaign } = parts;
	return {
		jobNumber: job.jobNumber ?? '',
		projectId: job.projectId ?? 0,
		businessUnit: nameOf(businessUnit),
		type: { ...nameOf(jobType), modifiedOn: jobType.modifiedOn ?? call.createdOn },
		leadCall: filled('Telecom.V3.CallModelResponse', {
			...plain(call, parts),
			customer: nameOf(customer),
			campaign: nameOf(campaign),
		}),
	};
};

const orNull = (row: Row): Row | null => (row === NOBODY ? null : nameOf(row));

const showInFeed: Show = (call, { store }) => {
	const { reason, customer, campaign, job, agent } = partsOf(store, call);
	return {
		type: call.callType,
		voiceMailPath: call.voiceMailUrl === '' ? null : call.voiceMailUrl,
		reason: orNull(reason),
		customer: orNull(customer),
		location: null,
		campaign: orNull(campaign),
		job: job === NOBODY ? null : { id: job.id, number: job.jobNumber },
		agent: orNull(agent),
		createdBy: { id: 900, name: 'api' },
	};
};

const seconds = (duration: unknown) =>
	String(duration)
		.split(':')
		.reduce((sum, part) => sum * 60 + Number(part), 0);

const digits = (text: unknown) => String(text ?? '').replace(/\D/g, '');

const agentFilters: Readonly<Record<string, Filter>> = {
	campaignId: equals('campaignId'),
	agentId: equals('agentId'),
	agentName: (value, { store }) => {
		const test = contains('name')(value, {} as SandboxRequest);
		return (row) => test(store.collection('employees').get(row.agentId) ?? {});
	},
	agentIsExternal: (value) => (row) => (row.agentExternalId != null) === value,
	agentExternalId: equals('agentExternalId'),
	minDuration: (value) => (row) => seconds(row.duration) >= Number(value),
	phoneNumberCalled: (value) => (row) => digits(row.to) === digits(value),
	callerPhoneNumber: (value) => (row) => digits(row.from) === digits(value),
	// Exclusive, unlike `…OnOrAfter`.
	createdAfter: after('createdOn'),
	modifiedAfter: after('modifiedOn'),
};

const FIELDS = { Id: 'id', CreatedOn: 'createdOn', ModifiedOn: 'modifiedOn' };

/** The third version sorts upwards by the bare name of a field, a minus turns it round. */
const bareSort: Ordering = {
	parameters: ['sort'],
	read(request) {
		const { sort } = request.query;
		if (sort === undefined || /^[+-]/.test(String(sort))) return sortedBy(FIELDS).read(request);
		return sortedBy(FIELDS).read({
			...request,
			query: { ...request.query, sort: `+${String(sort)}` },
		});
	},
};

const updateCall: Handler = ({ store, path, body }) => {
	const call = store.collection('calls').require(path.id);
	const { customer, location, reason, ...rest } = body;
	requireAll(store, rest, { agentId: 'employees' });
	const customerId = (customer as Row).id;
	if (!store.collection('customers').get(customerId)) {
		throw wrongValue('customer.id', `Customer ${String(customerId)} does not exist`);
	}
	if (!store.collection('locations').get((location as Row).id)) {
		throw wrongValue('location.id', `Location ${String((location as Row).id)} does not exist`);
	}
	const [known] = store.collection('callReasons').where('name', (reason as Row).name);
	const changes: Row = { customerId, reasonId: known?.id ?? null };
	for (const name of ['callType', 'campaignId', 'jobId', 'agentId']) {
		if (body[name] != null) changes[name] = body[name];
	}
	const changed = store.collection('calls').change(call.id, changes);
	return leadCall(`${MODEL}.DetailedCallModel`, changed, partsOf(store, changed));
};

/** Half a second of nothing, for what callers left. */
const SILENCE = Buffer.alloc(4000);

const sound =
	(member: 'recordingUrl' | 'voiceMailUrl'): Handler =>
	({ store, path }) => {
		const call = store.collection('calls').require(path.id);
		if (call[member] === '') throw notFound('Sound', path.id);
		return new Answer(200, SILENCE, { 'content-type': 'audio/mpeg' });
	};

/** `+13035550142`, or a refusal. */
function e164(number: unknown, at: string): string {
	const text = digits(number);
	if (text.length === 10) return `+1${text}`;
	if (text.length >= 11 && text.length <= 15) return `+${text}`;
	throw wrongValue(at, 'is not a telephone number');
}

function numbersOf({ body }: SandboxRequest): string[] {
	const numbers = body.contactNumbers as unknown[];
	if (numbers.length === 0) throw wrongValue('contactNumbers', 'must have at least one');
	return numbers.map((number, index) => e164(number, `contactNumbers[${index}]`));
}

const shownOptOut = ({ contactNumber, optOutType }: Row): Row => ({ contactNumber, optOutType });

/** Calls of both versions, who wants no messages, and why people call. */
export const telecom: Area = {
	collections: {
		callReasons: records('Call reason', 8101, 'jbce.CallReasonResponse'),
		calls: {
			noun: 'Call',
			firstId: 31_001,
			stamps: { created: 'createdOn', modified: 'modifiedOn' },
		},
		optOuts: { noun: 'Opt-out', id: 'contactNumber' },
	},
	routes: {
		...routesOf('/jbce/v2/tenant/{tenant}', { 'GET call-reasons': lists('callReasons') }),
		...routesOf('/telecom/v2/tenant/{tenant}', {
			'GET calls': lists('calls', {
				show: showAtLength(`${MODEL}.V2.CallModel`),
				filters: {
					...agentFilters,
					activeOnly: (value) => (row) => value !== true || row.active === true,
				},
			}),
			'GET calls/{id}': (key) => (request) => {
				void key;
				const call = request.store.collection('calls').require(request.path.id);
				return showAtLength(`${MODEL}.DetailedCallModel`)(call, request);
			},
			'PUT calls/{id}': does(updateCall),
			'GET calls/{id}/recording': does(sound('recordingUrl')),
			'GET calls/{id}/voicemail': does(sound('voiceMailUrl')),
			'GET export/calls': feeds('calls', { show: showInFeed }),
		}),
		...routesOf('/telecom/v3/tenant/{tenant}', {
			'GET calls': lists('calls', { show: showBriefly, filters: agentFilters, ordering: bareSort }),
			'GET optinouts/optouts': does(({ store }) => ({
				data: store.collection('optOuts').all().map(shownOptOut),
			})),
			'POST optinouts/optouts': does((request) => {
				const { optOutType } = request.body;
				const optOuts = request.store.collection('optOuts');
				return {
					data: numbersOf(request).map((contactNumber) => {
						const known = optOuts.get(contactNumber);
						// Who wants nothing at all cannot ask for less.
						if (known?.optOutType === 'Global' && optOutType === 'Marketing') {
							return { contactNumber, status: 'LogicalError' };
						}
						if (known) optOuts.change(contactNumber, { optOutType });
						else optOuts.add({ contactNumber, optOutType });
						return { contactNumber, status: 'Ok' };
					}),
				};
			}),
			'POST optinouts/optouts/getlist': does((request) => ({
				data: numbersOf(request)
					.map((number) => request.store.collection('optOuts').get(number))
					.filter((row): row is Row => row !== undefined)
					.map(shownOptOut),
			})),
		}),
	},
	seed({ add, at, store }) {
		add('callReasons', [
			{ name: 'New work', isLead: true },
			{ name: 'Question about an invoice', isLead: false },
			{ name: 'Change of a visit', isLead: false },
			{ name: 'Old reason', isLead: false, active: false },
		]);
		const types = ['Booked', 'Unbooked', 'Excused', 'Abandoned', 'NotLead', 'Booked'];
		add(
			'calls',
			types.map((callType, index) => ({
				duration: `00:0${index}:30`,
				from: fictionalPhone(index),
				to: '(303) 555-0100',
				direction: index === 4 ? 'Outbound' : 'Inbound',
				callType,
				status: 'Completed',
				reasonId: 8101 + (index % 3),
				customerId: 1001 + index,
				campaignId: 201 + (index % 4),
				agentId: 701 + (index % 2),
				agentExternalId: index === 3 ? 77 : null,
				jobId: callType === 'Booked' ? 50_001 + index : null,
				recordingUrl: `https://recordings.example.com/${index}`,
				voiceMailUrl: index === 0 || index === 3 ? `https://recordings.example.com/v${index}` : '',
				active: index !== 5,
				createdOn: at(-7 + index, 14),
			})),
		);
		store.collection('optOuts').add({ contactNumber: '+13035550111', optOutType: 'Global' });
		store.collection('optOuts').add({ contactNumber: '+13035550112', optOutType: 'Marketing' });
	},
};
