import { operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';

export const authentication = defineResource({
	value: 'authentication',
	name: 'Authentication',
	description: 'The user and the session of the credential',
	operations: {
		getCurrentUser: read({
			action: 'Get the current user',
			description: 'See as whom the credential is signed in',
			request: 'GET /auth',
		}),
		logOut: operation({
			action: 'Log out',
			description: 'End the session of the credential; the next request begins a new one',
			request: 'DELETE /auth',
			returns: 'nothing',
		}),
	},
});
