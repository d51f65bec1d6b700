import { number } from '../../shared/define/fields';

/** Filters by the exact point on the map. */
export const coordinates = { latitude: number(), longitude: number() };
