import { QueryRefusal } from './refusals';

/** What a property holds; dates are compared by their moment. */
export type PropertyKind = 'text' | 'number' | 'boolean' | 'date';

/** A property that a filter or an order names. */
export interface Property<Subject> {
	readonly kind: PropertyKind;
	/** Dates in milliseconds since 1970. */
	read(subject: Subject): unknown;
}

/** Finds `Status/Primary`; throws a QueryRefusal where there is no such thing. */
export type FindProperty<Subject> = (path: string) => Property<Subject>;

export interface ReadFilter<Subject> {
	test(subject: Subject): boolean;
	/** Every property that it names. */
	readonly names: ReadonlySet<string>;
}

interface Token {
	readonly kind: 'text' | 'number' | 'date' | 'word' | 'mark';
	readonly text: string;
}

// A date comes before a number, since it begins like one. A plus in its offset that was not
// percent-encoded has become a space by now, and so does not belong to it.
const TOKENS =
	/\s*(?:('(?:[^']|'')*')|(\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)|(-?\d+(?:\.\d+)?)|([A-Za-z_]\w*(?:\/[A-Za-z_]\w*)*)|([(),]))/y;

function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	TOKENS.lastIndex = 0;
	while (TOKENS.lastIndex < text.trimEnd().length) {
		const at = TOKENS.lastIndex;
		const found = TOKENS.exec(text);
		if (!found) throw new QueryRefusal(`Syntax error at position ${at} in '${text}'.`);
		const [, quoted, date, number, word, mark] = found;
		if (quoted !== undefined) {
			tokens.push({ kind: 'text', text: quoted.slice(1, -1).replace(/''/g, "'") });
		} else if (date !== undefined) tokens.push({ kind: 'date', text: date });
		else if (number !== undefined) tokens.push({ kind: 'number', text: number });
		else if (word !== undefined) tokens.push({ kind: 'word', text: word });
		else tokens.push({ kind: 'mark', text: mark });
	}
	return tokens;
}

type Comparable = string | number;

const COMPARISONS: Readonly<Record<string, (one: Comparable, other: Comparable) => boolean>> = {
	gt: (one, other) => one > other,
	ge: (one, other) => one >= other,
	lt: (one, other) => one < other,
	le: (one, other) => one <= other,
};

const KIND_NAMES: Readonly<Record<PropertyKind, string>> = {
	text: 'Edm.String',
	number: 'Edm.Int32',
	boolean: 'Edm.Boolean',
	date: 'Edm.DateTimeOffset',
};

/**
 * Reads `$filter` as far as it is known to work with the vendor: eq ne gt ge lt le, and or not,
 * parentheses, contains (in any case), nested names, text, numbers, dates, true, false and null.
 */
export function readFilter<Subject>(
	text: string,
	find: FindProperty<Subject>,
): ReadFilter<Subject> {
	const tokens = tokensOf(text);
	const names = new Set<string>();
	let position = 0;
	type Test = (subject: Subject) => boolean;

	const test = either();
	if (position < tokens.length) throw syntaxError();
	return { test, names };

	function syntaxError(): QueryRefusal {
		const what = tokens[position]?.text ?? 'the end';
		return new QueryRefusal(`Syntax error at ${what} in '${text}'.`);
	}
	function isNext(word: string): boolean {
		const token = tokens[position];
		return token !== undefined && token.kind !== 'text' && token.text === word;
	}
	function accept(word: string): boolean {
		if (!isNext(word)) return false;
		position++;
		return true;
	}
	function expect(word: string): void {
		if (!accept(word)) throw syntaxError();
	}
	function take(): Token {
		const token = tokens[position++];
		if (!token) throw new QueryRefusal(`Expression expected at the end of '${text}'.`);
		return token;
	}

	function either(): Test {
		let left = both();
		while (accept('or')) {
			const [one, other] = [left, both()];
			left = (subject) => one(subject) || other(subject);
		}
		return left;
	}
	function both(): Test {
		let left = negated();
		while (accept('and')) {
			const [one, other] = [left, negated()];
			left = (subject) => one(subject) && other(subject);
		}
		return left;
	}
	function negated(): Test {
		if (!accept('not')) return condition();
		const inner = negated();
		return (subject) => !inner(subject);
	}
	function condition(): Test {
		if (accept('(')) {
			const inner = either();
			expect(')');
			return inner;
		}
		const token = take();
		if (token.kind !== 'word') throw syntaxError();
		return isNext('(') ? call(token.text) : comparison(property(token.text));
	}

	function property(path: string): Property<Subject> {
		names.add(path);
		return find(path);
	}

	function call(name: string): Test {
		// The others of OData are not proven with this vendor.
		if (name !== 'contains') throw new QueryRefusal(`An unknown function with name '${name}'.`);
		expect('(');
		const { read, kind } = property(take().text);
		expect(',');
		const sought = take();
		expect(')');
		if (kind !== 'text' || sought.kind !== 'text') {
			throw new QueryRefusal('No function signature for contains matches these arguments.');
		}
		const wanted = sought.text.toLowerCase();
		return (subject) =>
			String(read(subject) ?? '')
				.toLowerCase()
				.includes(wanted);
	}

	function comparison({ read, kind }: Property<Subject>): Test {
		const operator = take().text;
		const value = literal(kind, take());
		if (operator === 'eq') return (subject) => (read(subject) ?? null) === value;
		if (operator === 'ne') return (subject) => (read(subject) ?? null) !== value;
		if (!Object.hasOwn(COMPARISONS, operator)) throw syntaxError();
		const compare = COMPARISONS[operator];
		return (subject) => {
			const own = read(subject);
			const isKnown = own !== null && own !== undefined && value !== null;
			return isKnown && compare(own as Comparable, value as Comparable);
		};
	}

	function literal(kind: PropertyKind, token: Token): unknown {
		if (token.kind === 'word' && token.text === 'null') return null;
		if (token.kind === 'word' && kind === 'boolean' && /^(true|false)$/.test(token.text)) {
			return token.text === 'true';
		}
		if (token.kind === kind && kind === 'text') return token.text;
		if (token.kind === kind && kind === 'number') return Number(token.text);
		if (token.kind === kind && kind === 'date') {
			// A moment needs its offset, and a day is no moment.
			const moment = /(Z|[+-]\d{2}:\d{2})$/.test(token.text) ? Date.parse(token.text) : NaN;
			if (!Number.isNaN(moment)) return moment;
		}
		throw new QueryRefusal(
			`A binary operator with incompatible types was detected: ${KIND_NAMES[kind]} and '${token.text}'.`,
		);
	}
}
