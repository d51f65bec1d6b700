import { choice, flag, text } from '../../shared/define/fields';
import { read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';

const legacy = text({ required: true, label: 'Legacy ID' });

export const legacyLookup = defineResource({
	value: 'legacyLookup',
	name: 'Legacy Lookup',
	description: 'The ID of a record that had another one in an earlier system',
	operations: {
		findCompany: read({
			action: 'Find a company by its legacy ID',
			request: 'GET /legacylookup/company/{legacy}',
			path: { legacy },
			query: {
				reverse: flag({
					description: 'Whether the ID is the new one and the legacy ID is wanted',
				}),
				type: choice([
					['Customer', 'customer'],
					['Vendor', 'vendor'],
				]),
			},
		}),
		findJob: read({
			action: 'Find a job by its legacy ID',
			request: 'GET /legacylookup/job/{legacy}',
			path: { legacy },
		}),
		findLocation: read({
			action: 'Find a location by its legacy ID',
			request: 'GET /legacylookup/location/{legacy}',
			path: { legacy },
		}),
		findServiceLine: read({
			action: 'Find a service line by its legacy ID',
			request: 'GET /legacylookup/serviceline/{legacy}',
			path: { legacy },
		}),
		findUser: read({
			action: 'Find a user by the legacy ID',
			request: 'GET /legacylookup/user/{legacy}',
			path: { legacy },
		}),
	},
});
