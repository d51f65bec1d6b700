import { billingEvents } from './billing';
import { customerEvents } from './customers';
import { feedEvents } from './feeds';
import { jobEvents } from './jobs';
import { officeEvents } from './office';
import { pricebookEvents } from './pricebook';

export const events = [
	...jobEvents,
	...customerEvents,
	...officeEvents,
	...billingEvents,
	...pricebookEvents,
	...feedEvents,
];
