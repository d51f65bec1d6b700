import schedulingCenter from '../vendors/SchedulingCenter/covered.json';
import schedulingCenterLeft from '../vendors/SchedulingCenter/left.json';
import serviceChannelLeft from '../vendors/ServiceChannel/left.json';
import serviceChannelRoutes from '../vendors/ServiceChannel/routes.json';
import serviceminder from '../vendors/Serviceminder/covered.json';
import serviceminderLeft from '../vendors/Serviceminder/left.json';
import serviceTitan from '../vendors/ServiceTitan/covered.json';
import serviceTitanLeft from '../vendors/ServiceTitan/left.json';
import serviceTrade from '../vendors/ServiceTrade/covered.json';
import serviceTradeLeft from '../vendors/ServiceTrade/left.json';

interface Listed {
	readonly [folder: string]: { readonly [what: string]: string } | undefined;
}

/**
 * Documented calls that no operation makes, because another one does the same thing: by the vendor's
 * folder, each with the operation that serves (`comment.create`), or in words why there is none.
 */
export const covered: Listed = {
	SchedulingCenter: schedulingCenter,
	Serviceminder: serviceminder,
	ServiceTitan: serviceTitan,
	ServiceTrade: serviceTrade,
};

/**
 * Documented parameters that no field of an operation sends, each as `GET /jobs number` with the
 * reason, or as `* showHidden` for all calls. Vendors that are listed here are held to everything that their documents name.
 */
export const left: Listed = {
	SchedulingCenter: schedulingCenterLeft,
	ServiceChannel: serviceChannelLeft,
	Serviceminder: serviceminderLeft,
	ServiceTitan: serviceTitanLeft,
	ServiceTrade: serviceTradeLeft,
};

/** The calls that a node promises, where its vendor documents more than its users have a use for. */
export const promised: { readonly [folder: string]: readonly string[] | undefined } = {
	ServiceChannel: serviceChannelRoutes,
};
