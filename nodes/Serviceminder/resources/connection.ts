import { operation } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';

export const connection = defineResource({
	value: 'connection',
	name: 'Connection',
	description: 'The way to serviceminder',
	operations: {
		test: operation({
			action: 'Test the connection',
			description: 'Whether serviceminder answers. It may answer to a wrong key as well.',
			request: 'POST /test/echo',
			returns: 'nothing',
			repeatable: true,
		}),
	},
});
