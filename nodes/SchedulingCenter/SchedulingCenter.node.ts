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
import { schedulingCenter } from './vendor';

export class SchedulingCenter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Scheduling Center',
		name: 'schedulingCenter',
		icon: {
			light: 'file:../../icons/schedulingCenter.svg',
			dark: 'file:../../icons/schedulingCenter.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Work with campaigns, locations, employees and reviews, and follow appointments and invoices in Scheduling Center',
		defaults: { name: 'Scheduling Center' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'schedulingCenterApi', required: true }],
		properties: propertiesOf(schedulingCenter),
	};

	methods = methodsOf(schedulingCenter);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation.call(this, schedulingCenter);
	}
}
