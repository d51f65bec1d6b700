import { jobCreated, jobUpdated } from './job';

export const events = [jobCreated, jobUpdated];
