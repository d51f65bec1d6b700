import { choice } from '../../shared/define/fields';
import { spaced } from './backOfficeFields';

export const billingFrequency = choice(
	spaced('OneTime', 'Monthly', 'EveryOtherMonth', 'Quarterly', 'BiAnnual', 'Annual'),
);

export const recurrenceType = choice([
	['Daily', 'Daily'],
	['Monthly', 'Monthly'],
	['Nth Weekday of Month', 'NthWeekdayOfMonth'],
	['Seasonal', 'Seasonal'],
	['Weekly', 'Weekly'],
]);

export const durationType = choice([
	['Continuous', 'Continuous'],
	['Number of Visits', 'NumberOfVisits'],
]);

export const weekdays = [
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
	'Sunday',
] as const;

export const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
] as const;
