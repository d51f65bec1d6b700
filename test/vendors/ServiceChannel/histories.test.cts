import { playAll } from '../../support/playing/suite';

playAll('ServiceChannel', {}, process.env);
