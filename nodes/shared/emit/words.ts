const UPPER = new Set(['id', 'url', 'json', 'api', 'sku', 'po', 'gps', 'nte', 'iso', 'wo', 'utm']);
const LOWER = new Set(
	'a an and as at but by for from if in nor of on or the to via vs with'.split(' '),
);

/** `customerId` to `Customer ID`, `modifiedOnOrAfter` to `Modified on or After`, `LocationID` to `Location ID`. */
export function titleOf(key: string): string {
	const words = key
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
		.replace(/[_.\-[\]]+/g, ' ')
		.trim()
		.toLowerCase()
		.split(' ');
	return words
		.map((word, i) => {
			if (word === 'ids') return 'IDs';
			if (UPPER.has(word)) return word.toUpperCase();
			if (i > 0 && i < words.length - 1 && LOWER.has(word)) return word;
			return word.charAt(0).toUpperCase() + word.slice(1);
		})
		.join(' ');
}

/** The words of a label inside a sentence: `Job ID` to `job ID`, while a name like `McCall` stays as it is. */
export const inSentence = (label: string): string =>
	label
		.split(' ')
		.map((word) => (/^[A-Z][a-z]*$/.test(word) ? word.toLowerCase() : word))
		.join(' ');

/** `a job`, `an invoice`. */
export const withArticle = (noun: string): string =>
	`${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun}`;

export const searchMethod = (picker: string): string => `search${capital(picker)}`;
export const optionsMethod = (picker: string): string => `list${capital(picker)}`;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
