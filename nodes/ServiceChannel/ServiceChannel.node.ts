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
import { serviceChannel } from './vendor';

export class ServiceChannel implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ServiceChannel',
		name: 'serviceChannel',
		icon: {
			light: 'file:../../icons/serviceChannel.svg',
			dark: 'file:../../icons/serviceChannel.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Receive, update and check in to work orders in ServiceChannel',
		defaults: { name: 'ServiceChannel' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'serviceChannelApi',
				required: true,
				displayOptions: { show: { authentication: ['serviceChannelApi'] } },
			},
			{
				name: 'serviceChannelOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['serviceChannelOAuth2Api'] } },
			},
		],
		properties: propertiesOf(serviceChannel),
	};

	methods = methodsOf(serviceChannel);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation.call(this, serviceChannel);
	}
}
