import serviceTrade from '../vendors/ServiceTrade/covered.json';

/**
 * Documented calls that no operation makes, because another one does the same thing: by the vendor's
 * folder, each with the operation that serves (`comment.create`), or in words why there is none.
 */
export const covered: {
	readonly [folder: string]: { readonly [route: string]: string } | undefined;
} = { ServiceTrade: serviceTrade };
