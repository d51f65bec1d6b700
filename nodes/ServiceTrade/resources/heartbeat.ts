import { read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';

export const heartbeat = defineResource({
	value: 'heartbeat',
	name: 'Heartbeat',
	description: 'Whether ServiceTrade answers, and what time it has',
	operations: {
		get: read({ action: 'Get the heartbeat', request: 'GET /' }),
	},
});
