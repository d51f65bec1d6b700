/** Words of parameters that the documents leave as plain text; see `facts` for all others. */
export const enumerations: Readonly<Record<string, readonly string[]>> = {
	// The text of the jobs filter names these four, and so do bookings, leads and tasks.
	priority: ['Low', 'Normal', 'High', 'Urgent'],
	// Plain text on creation, these four on a change.
	'POST /crm/v2/tenant/{tenant}/booking-provider/{booking_provider}/bookings/{id}/contacts type': [
		'Phone',
		'Email',
		'Fax',
		'MobilePhone',
	],
	orderByDirection: ['asc', 'ascending', 'desc', 'descending'],
};
