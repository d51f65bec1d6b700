import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../support/picker';
import { from, type Step } from '../workflow';
import type { Case, Gives } from './case';

/** The sandbox's user on the other side. */
export const SUBSCRIBER = 'serviceChannelApi:subscriber';

/** A case in one line. */
export const given = (
	operation: string,
	gives: Gives,
	parameters: IDataObject = {},
	more: Partial<Case> = {},
): Case => ({ operation, gives, parameters, ...more });

/** The same by the subscriber's user. */
export const bySubscriber = (
	operation: string,
	gives: Gives,
	parameters: IDataObject = {},
	more: Partial<Case> = {},
): Case => given(operation, gives, parameters, { ...more, credential: SUBSCRIBER });

/** A node of n8n that makes a file of what reaches it. */
export const aFile = (name: string): Step => ({
	name,
	type: 'n8n-nodes-base.convertToFile',
	typeVersion: 1.1,
	parameters: { operation: 'toJson', options: {} },
});

export const the = (node: string, path = 'Id') => byId(from(node, path));

/** The work order that was made in the course of the cases, and whose it is. */
export const workorderId = the('workOrder.create', 'id');
export const subscriberId = the('user.getCurrent', 'SubscriberId');
export const locationId = the('workOrder.get', 'Location.Id');
export const providerId = the('workOrder.get', 'Provider.Id');
export const tradeId = the('workOrder.get', 'TradeId');
export const storeId = from('workOrder.get', 'Location.StoreId');
