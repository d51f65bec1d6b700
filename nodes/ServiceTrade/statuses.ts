/** Every status of an appointment. A list that is asked for none leaves out the unscheduled ones. */
export const appointmentStatuses = [
	'canceled_by_customer',
	'canceled_by_vendor',
	'completed',
	'no_show',
	'scheduled',
	'unscheduled',
] as const;

/** Every status of a job that is still in use; `invoiced` is deprecated. */
export const jobStatuses = [
	'bidding',
	'canceled',
	'closed',
	'completed',
	'new',
	'pending_invoice',
	'scheduled',
	'sending_invoice',
] as const;
