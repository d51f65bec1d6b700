import { appointment } from './appointment';
import { attachment } from './attachment';
import { job } from './job';
import { location } from './location';

export const resources = [appointment, attachment, job, location];
