import { playAll } from '../../support/playing/suite';

playAll('ServiceTitan', {}, process.env);
