/**
 * Filters count whole days on the clock of the organization, which may be up to a day behind UTC. So
 * a look begins at least one whole day before the last one.
 */
export const overlapSeconds = 24 * 3_600;
