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
import { mainResources } from './resources';
import { serviceTitan } from './vendor';

const vendor = { ...serviceTitan, resources: mainResources };

export class ServiceTitan implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ServiceTitan',
		name: 'serviceTitan',
		icon: {
			light: 'file:../../icons/serviceTitan.svg',
			dark: 'file:../../icons/serviceTitan.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Book, dispatch and follow jobs in ServiceTitan',
		defaults: { name: 'ServiceTitan' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'serviceTitanApi', required: true }],
		properties: propertiesOf(vendor),
	};

	methods = methodsOf(vendor);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation.call(this, vendor);
	}
}
