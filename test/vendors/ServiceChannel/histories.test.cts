import { playAll } from '../../support/playing/suite';
import { histories } from './histories';

playAll('ServiceChannel', histories, process);
