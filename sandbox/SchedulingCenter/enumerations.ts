/** Values that the reference names; all other choices are ids from the account. */
export const enumerations: Readonly<Record<string, readonly unknown[]>> = {
	'POST /categories type': ['SERVICE', 'PRODUCT'],
	'PATCH /categories/{id} type': ['SERVICE', 'PRODUCT'],
	'PUT /categories/{id} type': ['SERVICE', 'PRODUCT'],
};
