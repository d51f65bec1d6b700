import { playAll } from '../../support/playing/suite';
import { histories } from './histories';

playAll('ServiceTitan', histories, process);
