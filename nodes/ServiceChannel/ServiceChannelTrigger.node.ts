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
import { serviceChannel } from './vendor';

export class ServiceChannelTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ServiceChannel Trigger',
		name: 'serviceChannelTrigger',
		icon: {
			light: 'file:../../icons/serviceChannel.svg',
			dark: 'file:../../icons/serviceChannel.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when records are added or changed in ServiceChannel',
		defaults: { name: 'ServiceChannel Trigger' },
		polling: true,
		inputs: [],
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
		properties: triggerPropertiesOf(serviceChannel),
	};

	methods = methodsOf(serviceChannel, eventFields(serviceChannel));

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollOnce.call(this, serviceChannel);
	}
}
