import { appointment } from './appointment';
import { contact } from './contact';

export const resources = [appointment, contact];
