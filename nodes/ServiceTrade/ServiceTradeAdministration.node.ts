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
import { administration } from './resources';
import { serviceTrade } from './vendor';

/** Daily work is in the node ServiceTrade. */
const vendor = { ...serviceTrade, resources: administration };

export class ServiceTradeAdministration implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ServiceTrade Administration',
		name: 'serviceTradeAdministration',
		icon: {
			light: 'file:../../icons/serviceTrade.svg',
			dark: 'file:../../icons/serviceTrade.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with settings, templates, taxes and other systems in ServiceTrade',
		defaults: { name: 'ServiceTrade Administration' },
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
