import schedulingCenter from '../vendors/SchedulingCenter/contract.json';
import serviceChannel from '../vendors/ServiceChannel/contract.json';
import serviceminder from '../vendors/Serviceminder/contract.json';
import serviceTitan from '../vendors/ServiceTitan/contract.json';
import serviceTrade from '../vendors/ServiceTrade/contract.json';

/** What the documents of each vendor say, by the name of its folder. */
export const contracts: { readonly [folder: string]: { readonly endpoints: readonly object[] } } = {
	SchedulingCenter: schedulingCenter,
	ServiceChannel: serviceChannel,
	Serviceminder: serviceminder,
	ServiceTitan: serviceTitan,
	ServiceTrade: serviceTrade,
};
