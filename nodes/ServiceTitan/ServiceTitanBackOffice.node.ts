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
import { backOfficeResources } from './resources';
import { serviceTitan } from './vendor';

const vendor = { ...serviceTitan, resources: backOfficeResources };

export class ServiceTitanBackOffice implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ServiceTitan Back Office',
		name: 'serviceTitanBackOffice',
		icon: {
			light: 'file:../../icons/serviceTitan.svg',
			dark: 'file:../../icons/serviceTitan.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Keep the pricebook, stock, payroll and books of ServiceTitan',
		defaults: { name: 'ServiceTitan Back Office' },
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
