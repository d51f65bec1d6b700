import { customerEvents } from './customers';
import { feedEvents } from './feeds';
import { jobEvents } from './jobs';
import { officeEvents } from './office';

export const events = [...jobEvents, ...customerEvents, ...officeEvents, ...feedEvents];
