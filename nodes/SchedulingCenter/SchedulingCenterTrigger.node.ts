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
import { schedulingCenter } from './vendor';

export class SchedulingCenterTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Scheduling Center Trigger',
		name: 'schedulingCenterTrigger',
		icon: {
			light: 'file:../../icons/schedulingCenter.svg',
			dark: 'file:../../icons/schedulingCenter.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when records are added or changed in Scheduling Center',
		defaults: { name: 'Scheduling Center Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'schedulingCenterApi', required: true }],
		properties: triggerPropertiesOf(schedulingCenter),
	};

	methods = methodsOf(schedulingCenter, eventFields(schedulingCenter));

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollOnce.call(this, schedulingCenter);
	}
}
