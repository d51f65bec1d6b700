import { pick } from '../../shared/define/fields';
import { read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { part as parts } from '../pickers';

export const part = defineResource({
	value: 'part',
	name: 'Part',
	description: 'Material or an extra of a service. Get Many of services lists parts.',
	id: 'Id',
	operations: {
		get: read({
			action: 'Get a part',
			request: 'POST /part/details',
			body: { partId: pick(parts, { required: true, as: 'Id' }) },
		}),
		getDimensions: read({
			action: 'Get the dimensions of a part',
			request: 'POST /part/getpartdimensions',
			body: { partId: pick(parts, { required: true, as: 'PartId' }) },
		}),
	},
});
