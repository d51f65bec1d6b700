import { checkIn } from './checkIn';
import { note } from './note';
import { workOrder } from './workOrder';

export const resources = [checkIn, note, workOrder];
