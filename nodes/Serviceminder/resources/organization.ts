import { flag, pick, text } from '../../shared/define/fields';
import { listAll, operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { organization as organizations } from '../pickers';
import { pascalCased, wholeList } from '../wire';

/** By what organizations are found. */
export const organizationSearch = pascalCased({
	nameSearch: text({ label: 'Name' }),
	publicName: text(),
	internalName: text(),
	locationCode: text({ label: 'Location ID', as: 'LocationId' }),
	postalCode: text({ description: 'Finds the organization that owns it' }),
});

export const organization = defineResource({
	value: 'organization',
	name: 'Organization',
	description: 'A franchise or branch of the brand',
	id: 'OrganizationId',
	operations: {
		get: read({
			action: 'Get an organization',
			description: 'With its users, services, service agents and custom fields',
			request: 'POST /organizations/details',
			body: pascalCased({
				organizationId: pick(organizations, {
					description: 'Left out, it is the one that the key belongs to',
				}),
			}),
		}),
		getAll: listAll({
			action: 'Get many organizations',
			description: 'Needs a brand key',
			request: 'POST /organizations/query',
			body: {
				...organizationSearch,
				...pascalCased({
					includeInactive: flag({ description: 'Whether to return inactive ones too' }),
				}),
			},
			paging: wholeList,
		}),
	},
});

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
