/** Values that the vendor's pages and live callers name. */
export const enumerations: Readonly<Record<string, readonly unknown[]>> = {
	Timeframe: ['Anytime', 'Morning', 'Afternoon', 'Evening'],
	'POST /proposal/query Scope': ['', 'open', 'accepted', 'expired', 'all'],
	'POST /invoice/query Status': ['Open', 'Paid', 'Voided'],
	'POST /appointments/feedback Score': [1, 2, 3, 4, 5],
};
