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
import { serviceminder } from './vendor';

export class Serviceminder implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'serviceminder',
		name: 'serviceminder',
		icon: {
			light: 'file:../../icons/serviceminder.svg',
			dark: 'file:../../icons/serviceminder.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Find contacts and book appointments in serviceminder',
		defaults: { name: 'serviceminder' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'serviceminderApi', required: true }],
		properties: propertiesOf(serviceminder),
	};

	methods = methodsOf(serviceminder);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation.call(this, serviceminder);
	}
}
