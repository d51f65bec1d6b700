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
import { serviceTitan } from './vendor';

export class ServiceTitanTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ServiceTitan Trigger',
		name: 'serviceTitanTrigger',
		icon: {
			light: 'file:../../icons/serviceTitan.svg',
			dark: 'file:../../icons/serviceTitan.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when records are added or changed in ServiceTitan',
		defaults: { name: 'ServiceTitan Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'serviceTitanApi', required: true }],
		properties: triggerPropertiesOf(serviceTitan),
	};

	methods = methodsOf(serviceTitan, eventFields(serviceTitan));

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollOnce.call(this, serviceTitan);
	}
}
