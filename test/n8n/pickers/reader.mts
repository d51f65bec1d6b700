import type { ImportedCredential } from '../../../demo/instance.mts';
import type { Rest } from '../rest.mts';
import { ask, chosen, type Given, type Listing, type NodeAsked } from './asking.mts';
import {
	type ChoicePlace,
	isWithinReach,
	type Place,
	type Places,
	type Shown,
	shownTogether,
} from './places.ts';

/** Rows of a list of which one has to have something below it, and how many where several lists have to fit together. */
const PARENTS = 40;
const EACH = 4;
const COMBINATIONS = 40;

/** A list with something in it, and how it was come by. */
export interface Found extends Listing {
	readonly place: Place;
	readonly shown: Shown;
	readonly given: Given;
	readonly asked: NodeAsked;
}

export interface Above {
	readonly name: string;
	readonly parent: Place;
	/** For what both are shown. */
	readonly shown: Shown;
	/** Whether it was asked for already, before others were chosen. */
	readonly again?: boolean;
}

/** Looks through the lists of one node, as somebody who fills in its form from the top. */
export class Reader {
	private readonly found = new Map<string, Promise<Found>>();

	/**
	 * @param accounts credentials to try one after the other: some lists are for one side only
	 * @param typedFor what is typed into a list that shows nothing before
	 */
	constructor(
		private readonly rest: Rest,
		private readonly node: string,
		private readonly places: Places,
		private readonly accounts: readonly ImportedCredential[],
		private readonly typedFor: (method: string) => readonly string[],
	) {}

	/** The lists that narrow this one, as far as they can be seen beside it. */
	parents({ parents }: Place, shown: Shown): Above[] {
		return parents.flatMap((name) => {
			const beside = this.places.pickers.flatMap((parent) => {
				const both = shownTogether(shown, parent.shown);
				return parent.name === name && isWithinReach(parent) && both !== undefined
					? [{ name, parent, shown: both }]
					: [];
			});
			return beside.slice(0, 1);
		});
	}

	/** The parameter that says of which kind of record this list is. */
	kindOf({ parents, shown }: Place): ChoicePlace | undefined {
		for (const choice of this.places.choices) {
			const both = shownTogether(shown, choice.shown);
			if (parents.includes(choice.name) && isWithinReach(choice) && both !== undefined) {
				return { ...choice, shown: both };
			}
		}
		return undefined;
	}

	/** What is wrong where a list must show nothing, unless something is typed. */
	async silence(place: Place): Promise<string | undefined> {
		const [credential] = this.accounts;
		const { rows } = await ask(this.asked(credential), place, place.shown, []);
		return rows.length === 0 ? undefined : `${rows.length} rows where there should be none`;
	}

	/** A list with something in it: as it is, or below records that narrow it. */
	async list(place: Place, shown: Shown): Promise<Found> {
		const key = JSON.stringify([place.method, place.path, shown]);
		const known = this.found.get(key) ?? this.search(place, shown);
		this.found.set(key, known);
		return await known;
	}

	/** What stands below some record of another list, and of further ones where it takes several. */
	async below(place: Place, parent: Place, shown: Shown): Promise<Found> {
		const above = await this.list(parent, shown);
		for (const row of above.rows.slice(0, PARENTS)) {
			const given: Given = [...above.given, [parent.path, chosen(parent, row)]];
			try {
				const listing = await ask(above.asked, place, shown, given);
				if (listing.rows.length > 0) return { ...listing, place, shown, given, asked: above.asked };
			} catch {
				// A list that wants more than this one record wants it of each.
				return await this.fill(place, shown, above.given);
			}
		}
		throw new Error(`all of ${Math.min(PARENTS, above.rows.length)} lists are empty`);
	}

	/** A list for which all others that narrow it were chosen before, one inside the other. */
	async fill(place: Place, shown: Shown, given: Given): Promise<Found> {
		let problem = 'an empty list';
		let asked = 0;
		for (const credential of this.accounts) {
			const by = this.asked(credential);
			const from = async (
				above: readonly Above[],
				before: Given,
				seen: Shown,
			): Promise<Found | undefined> => {
				const [next, ...others] = above;
				if (next === undefined) {
					if (++asked > COMBINATIONS) return undefined;
					const listing = await this.answer(by, place, seen, before);
					if (typeof listing === 'string') problem = listing;
					else if (listing.rows.length > 0) {
						return { ...listing, place, shown: seen, given: before, asked: by };
					}
					return undefined;
				}
				const both = shownTogether(seen, next.shown) ?? seen;
				const rows = before.some(([path]) => path === next.parent.path)
					? []
					: await this.rowsOf(by, next.parent, both, before);
				// It may itself be narrowed by one of the others, and have something then.
				if (rows.length === 0 && next.again) return await from(others, before, both);
				if (rows.length === 0) {
					return await from([...others, { ...next, again: true }], before, both);
				}
				for (const row of rows.slice(0, EACH)) {
					const found = await from(
						others,
						[...before, [next.parent.path, chosen(next.parent, row)]],
						both,
					);
					if (found !== undefined) return found;
				}
				return undefined;
			};
			const found = await from(this.parents(place, shown), given, shown);
			if (found !== undefined) return found;
		}
		throw new Error(problem);
	}

	private asked(credential?: ImportedCredential): NodeAsked {
		return { rest: this.rest, node: this.node, ...(credential && { credential }) };
	}

	private async answer(
		asked: NodeAsked,
		place: Place,
		shown: Shown,
		given: Given,
		filter?: string,
	): Promise<Listing | string> {
		try {
			return await ask(asked, place, shown, given, filter === undefined ? {} : { filter });
		} catch (error) {
			return error instanceof Error ? error.message : String(error);
		}
	}

	private async rowsOf(asked: NodeAsked, parent: Place, shown: Shown, given: Given) {
		const listing = await this.answer(asked, parent, shown, given);
		return typeof listing === 'string' ? [] : listing.rows;
	}

	private async search(place: Place, shown: Shown): Promise<Found> {
		let problem = 'an empty list';
		const texts = place.typedOnly ? this.typedFor(place.method) : [undefined];
		for (const credential of this.accounts) {
			const asked = this.asked(credential);
			for (const filter of texts) {
				const listing = await this.answer(asked, place, shown, [], filter);
				if (typeof listing === 'string') problem = listing;
				else if (listing.rows.length > 0) return { ...listing, place, shown, given: [], asked };
			}
		}
		for (const { parent, shown: both } of this.parents(place, shown)) {
			try {
				return await this.below(place, parent, both);
			} catch {
				// Another one may do.
			}
		}
		throw new Error(problem);
	}
}
