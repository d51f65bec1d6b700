import type { CollectionDefinition } from '../core/store';
import type { Handler } from '../core/vendor';
import { accounting } from './accounting';
import { agreements } from './agreements';
import type { Area } from './area';
import { bookings } from './bookings';
import { contacts } from './contacts';
import { dispatch } from './dispatch';
import { equipment } from './equipment';
import { estimates } from './estimates';
import { forms } from './forms';
import { inventory } from './inventory';
import { invoices } from './invoices';
import { leads } from './leads';
import { marketing } from './marketing';
import { memberships } from './memberships';
import { payroll } from './payroll';
import { pricebook } from './pricebook';
import { projects } from './projects';
import { purchasing } from './purchasing';
import { settings } from './settings';
import { tasks } from './tasks';
import { telecom } from './telecom';

/** In the order of their seeds: one may refer to what was planted before it. */
const AREAS: readonly Area[] = [
	settings,
	marketing,
	telecom,
	payroll,
	dispatch,
	contacts,
	bookings,
	leads,
	projects,
	equipment,
	forms,
	inventory,
	pricebook,
	purchasing,
	invoices,
	accounting,
	memberships,
	estimates,
	agreements,
	tasks,
];

function merged<T>(part: (area: Area) => Readonly<Record<string, T>>): Record<string, T> {
	const all: Record<string, T> = {};
	for (const area of AREAS) {
		for (const [name, value] of Object.entries(part(area))) {
			if (Object.hasOwn(all, name)) throw new Error(`Two areas have ${name}`);
			all[name] = value;
		}
	}
	return all;
}

/** All areas in one. */
export const areas = {
	collections: merged<CollectionDefinition>(({ collections }) => collections),
	routes: merged<Handler>(({ routes }) => routes),
	seed(plant: Parameters<NonNullable<Area['seed']>>[0]): void {
		for (const area of AREAS) area.seed?.(plant);
	},
} satisfies Area;
