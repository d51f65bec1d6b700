import type { IDataObject } from 'n8n-workflow';

/**
 * What stands in an answer that the document calls a text: the text itself may have come as JSON
 * already, or as a JSON text that holds another one.
 */
export function fromText(answer: IDataObject): unknown {
	const keys = Object.keys(answer);
	if (keys.length !== 1 || keys[0] !== 'value') return answer;
	const { value } = answer;
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return undefined;
	}
}

const recordIn = (form: IDataObject, name: string): IDataObject =>
	(form[name] ?? {}) as IDataObject;

/** The form with what was given. A labor line of the form is filled where it is named, else added. */
export function withLines(form: IDataObject, given: IDataObject): IDataObject {
	const put = (into: IDataObject, name: string, value: unknown) => {
		if (value !== undefined) into[name] = value as IDataObject;
	};
	const expenses = { ...recordIn(form, 'nonInstallationExpenses') };
	const travel = { ...recordIn(expenses, 'travel') };
	put(travel, 'ofTrips', given.travelTrips);
	put(travel, 'charge', given.travelCharge);
	put(expenses, 'travel', travel);
	put(expenses, 'fees', given.fees);
	put(expenses, 'nonInstallationLabor', given.otherLabor);
	const filled: IDataObject = {
		...form,
		nonInstallationExpenses: expenses,
		tax: { ...recordIn(form, 'tax'), ...(given.tax as IDataObject | undefined) },
	};
	for (const name of [
		'subscriberId',
		'providerId',
		'locationId',
		'tradeId',
		'currency',
		'proposalNumber',
		'description',
		'notificationEmails',
		'materials',
		'materialsAnswer',
		'freight',
		'freightOther',
	]) {
		put(filled, name, given[name]);
	}
	put(filled, 'costsIncurredToDate', given.costsIncurred);
	put(filled, 'installationLaborFlatFeeLabor', given.flatFee);
	put(filled, 'nonInstallationExpensesOther', given.otherExpenses);
	const lines = (form.installationLabor ?? []) as IDataObject[];
	const labor = (given.labor ?? []) as IDataObject[];
	const named = (description: unknown) => labor.find((line) => line.description === description);
	filled.installationLabor = [
		...lines.map((line) => ({ ...line, ...named(line.description) })),
		...labor.filter(({ description }) => !lines.some((line) => line.description === description)),
	];
	return filled;
}
