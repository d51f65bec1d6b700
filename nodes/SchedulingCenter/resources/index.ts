import { appointment } from './appointment';
import { invoice } from './invoice';
import { review } from './review';

export const resources = [appointment, invoice, review];
