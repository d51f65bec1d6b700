import { read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';

export const accountSettings = defineResource({
	value: 'accountSettings',
	name: 'Account Setting',
	description: 'What the account has enabled and what it uses by default',
	operations: {
		get: read({ action: 'Get the account settings', request: 'GET /accountsettings' }),
	},
});
