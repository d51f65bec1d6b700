import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/**
 * How sure a path is that the reference does not print: by its rule for every controller, by a sample
 * or sentence that leaves one reading, or no more than a guess. The rule is the reference's own: a
 * controller is the table's name in camel case, with the five usual verbs, and other actions are
 * `/controller/action/id`.
 */
type Certainty = 'rule' | 'likely' | 'guess';

interface InferredPath {
	readonly certainty: Certainty;
	/** Why it is this one. */
	readonly reason: string;
	/** What it could be instead. */
	readonly others?: readonly string[];
}

const rule = (reason: string, ...others: string[]): InferredPath => ({
	certainty: 'rule',
	reason,
	...(others.length > 0 && { others }),
});
const likely = (reason: string, ...others: string[]): InferredPath => ({
	...rule(reason, ...others),
	certainty: 'likely',
});
const guess = (reason: string, ...others: string[]): InferredPath => ({
	...rule(reason, ...others),
	certainty: 'guess',
});

const IN_ANSWER = 'Answers carry the list under the name of this controller';
const LISTED = 'The reference lists the controller by its name, without its path';
const ACTION = 'The name of the action, as in the two actions that the reference writes out';

/**
 * Every path that the vendor's reference does not print, in one place. A path stands for all that
 * begins with it, and the longest one counts.
 */
export const inferredPaths: { readonly [path: string]: InferredPath } = {
	'/appointments': rule(IN_ANSWER),
	'/campaigns': rule(IN_ANSWER),
	'/campaigns/activate': likely(
		'Franchises have an action of this name and method',
		'/campaigns/{id}/activate',
	),
	'/campaigns/hide': likely(
		'Both samples use DELETE, and the text says hide',
		'/campaigns/{id}/hide',
	),
	'/campaigns/breadcrumb': guess(
		'The heading; the samples disagree about the method, so it is that of the categories',
		'/campaigns/breadcrumbs',
	),
	'/campaignsCategories': rule(IN_ANSWER),
	'/campaignsCategories/breadcrumb': guess('The heading', '/campaignsCategories/breadcrumbs'),
	'/campaignsSubcategories': rule(LISTED),
	'/campaignsSubcategories/breadcrumb': guess(
		'All controllers about campaigns are said to have it',
		'/campaignsSubcategories/breadcrumbs',
	),
	'/categories': rule('Only its list is printed'),
	'/couponValidation': guess(
		'The heading as the name of a controller; one sample posts, the other one does not',
		'/couponValidation/validate',
		'/coupons/validate',
	),
	'/coupons': rule(LISTED),
	'/couponsPacks': rule(LISTED),
	'/couponsRules': rule(LISTED),
	'/dataExports': likely(LISTED),
	'/dataExportsFiles': likely(LISTED),
	'/dataExportsFormats': likely(LISTED),
	'/dataExportsFormatsFields': likely(LISTED),
	'/dataExportsLogs': likely(LISTED),
	'/dataExportsUploaders': likely(LISTED),
	'/dataExportsUploadsSchedules': likely(LISTED),
	'/employees': rule(IN_ANSWER),
	'/equipment': likely(LISTED, '/equipments'),
	'/franchises': rule(LISTED),
	'/franchises/activate': likely('Named with its method; where the ID goes was lost'),
	'/franchises/deactivate': likely('Named with its method; where the ID goes was lost'),
	'/groups': rule(LISTED),
	'/helpInformation': likely(LISTED, '/helpInformations'),
	'/households': guess(IN_ANSWER, '/reports/households'),
	'/invoices': rule(IN_ANSWER),
	'/invoicesStatuses': rule('The text names the controller'),
	'/landing': guess(LISTED),
	'/lineItems': guess(LISTED, '/invoiceLineItems'),
	'/lineItems/list': guess(ACTION, '/invoiceLineItems/list'),
	'/locations': rule(IN_ANSWER),
	'/locationsZipcodes': rule(IN_ANSWER),
	'/locationsZipcodes/exists': guess(`${ACTION}; neither method nor parameters are given`),
	'/locationsZipcodes/reassign': guess(`${ACTION}; neither method nor parameters are given`),
	'/locationsZipcodes/saveList': guess(`${ACTION}; neither method nor parameters are given`),
	'/marketingEmails': guess(IN_ANSWER, '/reports/marketingEmails'),
	'/messageOfTheDay': guess(LISTED, '/messagesOfTheDay', '/messageOfTheDays'),
	'/messageOfTheDayLogs': guess(LISTED),
	'/onlineSchedulingServices': likely(LISTED),
	'/onlineSchedulingServiceCategories': likely(LISTED, '/onlineSchedulingServicesCategories'),
	'/popups': likely(LISTED),
	'/popupsLogs': likely(LISTED),
	'/postalCodes/zone': guess(
		'The heading and the name in the answer; a sample ends the address with the postal code',
		'/postalCodes/getZone',
		'/postalCodes',
	),
	'/postalCodes/zoneByAddress': guess(
		'Only the heading is left; like the one by postal code',
		'/postalCodes/getZoneByAddress',
	),
	'/punchClock': guess(LISTED, '/punchClocks'),
	'/punchClock/punchTheClock': guess(ACTION, '/punchClocks/punchTheClock'),
	'/releases': guess(LISTED),
	'/reviews/averages': guess('The heading', '/reviews/average', '/reviews/getAverages'),
	'/schedules': guess('The name was lost', '/schedule', '/scheduling'),
	'/schedules/calendar': guess(ACTION, '/schedule/calendar', '/scheduling/calendar'),
	'/schedulingAssignmentsCustomDates': guess(LISTED),
	'/schedulingAssignmentsDefault': guess(LISTED, '/schedulingAssignmentsDefaults'),
	'/schedulingModulePreferences': likely(LISTED, '/schedulingModulesPreferences'),
	'/schedulingModules': likely(LISTED),
	'/schedulingTimesCustomDates': guess(LISTED),
	'/schedulingTimesDefault': guess(LISTED, '/schedulingTimesDefaults'),
	'/service/fullDelete': likely(
		'Printed like this, though every other controller is in the plural',
		'/services/fullDelete',
	),
	'/services': rule(LISTED),
	'/servicesSettings': rule('Only its action for copying is printed'),
	'/singleSignOns': likely(LISTED, '/singleSignOn'),
	'/taxRates': likely(
		'The name in the answer; a sample ends the address with the postal code',
		'/taxRates/rate',
	),
	'/todos': rule(LISTED),
};

const isWithin = (path: string, whole: string): boolean =>
	path === whole || path.startsWith(`${whole}/`);

/** What the table says about a path, or nothing where the reference prints it. */
export function inferredFor(path: string): InferredPath | undefined {
	const fitting = Object.keys(inferredPaths).filter((known) => isWithin(path, known));
	const [longest] = fitting.sort((a, b) => b.length - a.length);
	return longest === undefined ? undefined : inferredPaths[longest];
}

/** A path that is used instead of another one, as an administrator wrote it into the credential. */
export interface OtherPath {
	readonly from: string;
	readonly to: string;
}

const LINE = /^(\/[\w/{}-]+?)\/?\s*=\s*(\/[\w/{}-]+?)\/?$/;

/**
 * The lines of the credential's field, one `/households = /reports/households` each. Throws with the
 * line that cannot be read, since a path that is passed over would only show as an answer of 404.
 */
export function otherPathsIn({ otherPaths }: ICredentialDataDecryptedObject): OtherPath[] {
	return String(otherPaths ?? '')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			const [, from, to] = LINE.exec(line) ?? [];
			if (from === undefined) {
				throw new Error(
					`Other Paths in the credential: "${line}" is not like "/households = /reports/households"`,
				);
			}
			return { from, to };
		});
}

/**
 * The path to use in the place of another one. What follows the part that is replaced stays, and
 * `{id}` stands for one part of a path, so that `/campaigns/hide/{id} = /campaigns/{id}/hide` moves it.
 */
export function reroute(path: string, others: readonly OtherPath[]): string {
	const fitting = others
		.map(({ from, to }) => ({ from, to, found: patternOf(from).exec(path) }))
		.sort((a, b) => b.from.length - a.from.length)
		.find(({ found }) => found !== null);
	if (!fitting?.found) return path;
	const { to, found } = fitting;
	const values = found.groups ?? {};
	return (
		to.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '') + path.slice(found[0].length)
	);
}

/** The beginning of a path, up to the end of one of its parts. */
const patternOf = (from: string): RegExp =>
	new RegExp(`^${from.replace(/\{(\w+)\}/g, '(?<$1>[^/?]+)')}(?=[/?]|$)`);
