/** Words of parameters that the documents leave as plain text; see `facts` for all others. */
export const enumerations: Readonly<Record<string, readonly string[]>> = {
	// The text of the jobs filter names these four, and so do bookings, leads and tasks.
	priority: ['Low', 'Normal', 'High', 'Urgent'],
	orderByDirection: ['asc', 'ascending', 'desc', 'descending'],
};
