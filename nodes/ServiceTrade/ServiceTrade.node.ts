import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { methodsOf } from '../shared/emit/methods';
import { propertiesOf } from '../shared/emit/properties';
import { runOperation } from '../shared/run/execute';
import { work } from './resources';
import { serviceTrade } from './vendor';

/** The other resources are in the node ServiceTrade Administration, for one node of all would be slow. */
const vendor = { ...serviceTrade, resources: work };

export class ServiceTrade implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ServiceTrade',
		name: 'serviceTrade',
		icon: {
			light: 'file:../../icons/serviceTrade.svg',
			dark: 'file:../../icons/serviceTrade.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with jobs, quotes, invoices and more in ServiceTrade',
		defaults: { name: 'ServiceTrade' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
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
		properties: propertiesOf(vendor),
	};

	methods = methodsOf(vendor);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation.call(this, vendor);
	}
}
