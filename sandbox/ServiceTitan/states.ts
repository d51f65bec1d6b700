import { instant } from '../core/pieces';
import { conflict, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';

export const CLOSED_JOB: readonly unknown[] = ['Completed', 'Canceled'];
export const CLOSED_APPOINTMENT: readonly unknown[] = ['Done', 'Canceled'];

/** An appointment that can still be changed. */
export function openAppointment(store: Store, id: unknown): Row {
	const appointment = store.collection('appointments').require(id);
	if (CLOSED_APPOINTMENT.includes(appointment.status)) {
		throw conflict(`The appointment is ${String(appointment.status)}`);
	}
	return appointment;
}

/** An appointment ends after it starts, and so does its arrival window. */
export function checkTimes(
	{ start, end, arrivalWindowStart, arrivalWindowEnd }: Row,
	prefix = '',
): void {
	if (!(instant(start) < instant(end))) {
		throw wrongValue(`${prefix}end`, 'must be later than the start');
	}
	const windowStart = arrivalWindowStart ?? start;
	const windowEnd = arrivalWindowEnd ?? end;
	if (instant(windowStart) > instant(windowEnd)) {
		throw wrongValue(`${prefix}arrivalWindowEnd`, 'must not be before the start of the window');
	}
}
