import { workOrderCreated, workOrderUpdated } from './workOrder';

export const events = [workOrderCreated, workOrderUpdated];
