const JOBS = '/jpm/v2/tenant/{tenant}/jobs';
const APPOINTMENTS = '/jpm/v2/tenant/{tenant}/appointments';
const CUSTOMERS = '/crm/v2/tenant/{tenant}/customers';
const LOCATIONS = '/crm/v2/tenant/{tenant}/locations';

export const APPOINTMENT_STATUSES = [
	'Scheduled',
	'Dispatched',
	'Working',
	'Hold',
	'Done',
	'Canceled',
] as const;
const CONTACT_TYPES = ['Phone', 'Email', 'Fax', 'MobilePhone'];
const CUSTOMER_TYPES = ['Residential', 'Commercial'];
const PATCH_MODES = ['Replace', 'Merge'];

/** From the OpenAPI documents of 2025. */
export const enumerations: Readonly<Record<string, readonly string[]>> = {
	active: ['True', 'Any', 'False'],
	appointmentStatus: APPOINTMENT_STATUSES,
	jobStatus: ['Scheduled', 'Dispatched', 'InProgress', 'Hold', 'Completed', 'Canceled'],
	// A plain string in the schema; the text of the jobs filter names these four.
	priority: ['Low', 'Normal', 'High', 'Urgent'],
	orderByDirection: ['asc', 'ascending', 'desc', 'descending'],
	[`GET ${APPOINTMENTS} status`]: APPOINTMENT_STATUSES,
	[`POST ${CUSTOMERS} type`]: CUSTOMER_TYPES,
	[`PATCH ${CUSTOMERS}/{id} type`]: CUSTOMER_TYPES,
	[`POST ${CUSTOMERS} contacts.type`]: CONTACT_TYPES,
	[`POST ${CUSTOMERS} locations.contacts.type`]: CONTACT_TYPES,
	[`POST ${LOCATIONS} contacts.type`]: CONTACT_TYPES,
	[`PATCH ${CUSTOMERS}/{id} externalData.patchMode`]: PATCH_MODES,
	[`PATCH ${LOCATIONS}/{id} externalData.patchMode`]: PATCH_MODES,
	[`PATCH ${JOBS}/{id} externalData.patchMode`]: PATCH_MODES,
};
