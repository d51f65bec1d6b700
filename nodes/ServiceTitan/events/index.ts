import { billingEvents } from './billing';
import { customerEvents } from './customers';
import { dispatchEvents } from './dispatch';
import { feedEvents } from './feeds';
import { jobEvents } from './jobs';
import { officeEvents } from './office';
import { pricebookEvents } from './pricebook';
import { settingsEvents } from './settings';

export const events = [
	...jobEvents,
	...customerEvents,
	...dispatchEvents,
	...officeEvents,
	...settingsEvents,
	...billingEvents,
	...pricebookEvents,
	...feedEvents,
];
