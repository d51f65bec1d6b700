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
import { serviceminder } from './vendor';

export class ServiceminderTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'serviceminder Trigger',
		name: 'serviceminderTrigger',
		icon: {
			light: 'file:../../icons/serviceminder.svg',
			dark: 'file:../../icons/serviceminder.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when records are added or changed in serviceminder',
		defaults: { name: 'serviceminder Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'serviceminderApi', required: true }],
		properties: triggerPropertiesOf(serviceminder),
	};

	methods = methodsOf(serviceminder, eventFields(serviceminder));

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollOnce.call(this, serviceminder);
	}
}
