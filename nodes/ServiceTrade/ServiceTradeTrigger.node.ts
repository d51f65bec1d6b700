import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { eventFields, triggerPropertiesOf } from '../shared/emit/events';
import { methodsOf } from '../shared/emit/methods';
import { pollOnce } from '../shared/trigger/poll';
import { serviceTrade } from './vendor';

export class ServiceTradeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ServiceTrade Trigger',
		name: 'serviceTradeTrigger',
		icon: {
			light: 'file:../../icons/serviceTrade.svg',
			dark: 'file:../../icons/serviceTrade.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when records are added or changed in ServiceTrade',
		defaults: { name: 'ServiceTrade Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'serviceTradeApi',
				required: true,
				displayOptions: { show: { authentication: ['serviceTradeApi'] } },
			},
			{
				name: 'serviceTradeClientApi',
				required: true,
				displayOptions: { show: { authentication: ['serviceTradeClientApi'] } },
			},
		],
		properties: triggerPropertiesOf(serviceTrade),
	};

	methods = methodsOf(serviceTrade, eventFields(serviceTrade));

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollOnce.call(this, serviceTrade);
	}
}
