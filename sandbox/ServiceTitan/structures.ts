import type { ContractParameter } from '../core/contract';

type Members = Readonly<Record<string, ContractParameter>>;

const must = (type: string): ContractParameter => ({ in: 'body', type, required: true });
const may = (type: string): ContractParameter => ({ in: 'body', type });

/** The same members below another name. */
function below(prefix: string, members: Members): Members {
	return Object.fromEntries(
		Object.entries(members).map(([name, parameter]) => [`${prefix}.${name}`, parameter]),
	);
}

const address: Members = {
	street: must('string'),
	unit: may('string'),
	city: must('string'),
	state: must('string'),
	zip: must('string'),
	country: must('string'),
	latitude: may('number'),
	longitude: may('number'),
};
const customField: Members = { typeId: must('integer'), value: may('string') };
const contact: Members = {
	type: must('string'),
	value: must('string'),
	memo: may('string'),
};
const externalData: Members = {
	applicationGuid: must('string'),
	'externalData[].key': must('string'),
	'externalData[].value': may('string'),
};
const externalDataChange: Members = { ...externalData, patchMode: may('string') };
const appointment: Members = {
	start: must('datetime'),
	end: must('datetime'),
	arrivalWindowStart: may('datetime'),
	arrivalWindowEnd: may('datetime'),
	technicianIds: may('array of integer'),
};
const leadSource: Members = { jobId: may('integer'), employeeId: may('integer') };

const place: Members = {
	...below('address', address),
	...below('contacts[]', contact),
	...below('customFields[]', customField),
	...below('externalData', externalData),
	tagTypeIds: may('array of integer'),
};

/** What the contract leaves open inside bodies, from the OpenAPI documents of 2025. */
export const structures: Readonly<Record<string, Members>> = {
	'POST /crm/v2/tenant/{tenant}/customers': {
		...place,
		...below('locations[]', {
			name: must('string'),
			address: must('object'),
			contacts: may('array'),
			customFields: may('array'),
			externalData: may('object'),
			...place,
		}),
	},
	'PATCH /crm/v2/tenant/{tenant}/customers/{id}': {
		// On a change of a customer all eight are marked as required.
		...below('address', {
			...address,
			unit: must('string'),
			latitude: must('number'),
			longitude: must('number'),
		}),
		...below('customFields[]', customField),
		...below('externalData', externalDataChange),
		tagTypeIds: may('array of integer'),
	},
	'POST /crm/v2/tenant/{tenant}/locations': place,
	'PATCH /crm/v2/tenant/{tenant}/locations/{id}': {
		...below('address', { ...address, unit: must('string') }),
		...below('customFields[]', customField),
		...below('externalData', externalDataChange),
		tagTypeIds: may('array of integer'),
	},
	'POST /jpm/v2/tenant/{tenant}/jobs': {
		...below('appointments[]', appointment),
		...below('customFields[]', customField),
		...below('externalData', externalData),
		...below('jobGeneratedLeadSource', leadSource),
		tagTypeIds: may('array of integer'),
	},
	'PATCH /jpm/v2/tenant/{tenant}/jobs/{id}': {
		...below('customFields[]', customField),
		...below('externalData', externalDataChange),
		...below('jobGeneratedLeadSource', leadSource),
		tagTypeIds: may('array of integer'),
	},
	'GET /jpm/v2/tenant/{tenant}/jobs/cancel-reasons': {
		ids: { in: 'query', type: 'string', required: true },
	},
	'POST /jpm/v2/tenant/{tenant}/appointments': { technicianIds: may('array of integer') },
	'POST /dispatch/v2/tenant/{tenant}/appointment-assignments/assign-technicians': {
		technicianIds: must('array of integer'),
	},
	'POST /dispatch/v2/tenant/{tenant}/appointment-assignments/unassign-technicians': {
		technicianIds: must('array of integer'),
	},
};
