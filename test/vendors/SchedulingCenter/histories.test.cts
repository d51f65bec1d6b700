import { playAll } from '../../support/playing/suite';

playAll('SchedulingCenter', {}, process);
