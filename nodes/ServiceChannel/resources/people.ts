import omit from 'lodash/omit';

import { choice, flag, list, pick, text } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { onePage, skippedPages } from '../../shared/http/paging';
import { theProvider as providerId, theSubscriber as subscriberId } from '../fields';
import { between, inOrder, isNumber, isText, odataMembers, odataOptions } from '../odata';
import {
	location,
	provider as providers,
	subscriber as subscribers,
	trade,
	user as users,
} from '../pickers';

const [created, updated] = ['CreatedDate', 'UpdatedDate'].map(between);

export const provider = defineResource({
	value: 'provider',
	name: 'Provider',
	description: 'A company that does the work',
	operations: {
		get: read({
			action: 'Get a provider',
			description: 'Get a provider with its contracts and its reviews',
			request: 'GET /odata/detailedProviders/Service.Get(providerId={providerId})',
			path: { providerId },
			query: odataMembers,
		}),
		getAll: listAll({
			action: 'Get many providers',
			description: 'List the providers that are assigned to a subscriber',
			request: 'GET /odata/providerassignment/Service.GetAssigned()',
			always: inOrder('Name,Id'),
			query: { name: text(isText('Name')), ...odataOptions },
		}),
		getAssignments: listAll({
			name: 'Get Assignments',
			action: 'Get the assignments of providers',
			description: 'Which provider does which trade at which location, in which rank',
			request: 'GET /odata/GetProviderAssignments',
			always: inOrder('UpdatedDate desc,Id desc'),
			query: {
				locationId: pick(location, isNumber('Location/Id')),
				providerId: pick(providers, isNumber('Provider/Id')),
				subscriberId: pick(subscribers, isNumber('Subscriber/Id')),
				tradeId: pick(trade, isNumber('Trade/Id')),
				createdDateFrom: created.from,
				createdDateBefore: created.before,
				updatedDateFrom: updated.from,
				updatedDateBefore: updated.before,
				...odataOptions,
			},
		}),
		getForTrade: listAll({
			name: 'Get Many of a Trade',
			action: 'Get many providers of a trade',
			description: 'For subscribers only',
			request: 'GET /providers/getbytradeid',
			at: 'Providers',
			paging: onePage,
			query: { tradeId: pick(trade, { required: true }) },
		}),
	},
});

export const subscriber = defineResource({
	value: 'subscriber',
	name: 'Subscriber',
	description: 'A client that asks for work',
	operations: {
		get: read({
			action: 'Get a subscriber',
			request: 'GET /subscribers/{subscriberId}',
			path: { subscriberId },
		}),
		getDashboards: read({
			name: 'Get Dashboards',
			action: 'Get the dashboards of a subscriber',
			description: 'For subscribers only',
			request: 'GET /subscribers/{subscriberId}/dashboards',
			path: { subscriberId },
		}),
		getRescheduleReasons: read({
			name: 'Get Reschedule Reasons',
			action: 'Get the reschedule reasons of a subscriber',
			description: 'The text of each reason under its code',
			request: 'GET /subscribers/{subscriberId}/workOrderRescheduleReasons',
			path: { subscriberId },
		}),
		getRules: read({
			name: 'Get Rules',
			action: 'Get the rules of a subscriber',
			request: 'GET /subscribers/{subscriberId}/rules',
			path: { subscriberId },
		}),
	},
});

const userPages = skippedPages({ skip: 'startIndex', size: 'maxCount', largest: 200 });

export const user = defineResource({
	value: 'user',
	name: 'User',
	description: 'Somebody who signs in to ServiceChannel',
	simple: [
		'Id',
		'UserName',
		'FullName',
		'Email',
		'SubscriberId',
		'UserType',
		'Disabled',
		'IsLocked',
		'Roles',
		'User.FullName',
		'User.Roles',
	],
	operations: {
		get: read({
			action: 'Get a user',
			request: 'GET /users/{userId}',
			path: { userId: pick(users, { required: true }) },
			// The answer has a member for the password, which is nobody's business.
			async run({ userId }, call) {
				return omit(
					await call.send('GET /users/{userId}', {
						path: { userId },
					}),
					'Password',
				);
			},
		}),
		getAll: listAll({
			action: 'Get many users',
			description: 'For admins of a provider or a subscriber',
			request: 'GET /odata/users',
			always: inOrder('FullName,Id'),
			query: {
				email: text({ ...isText('Email'), placeholder: 'name@example.com' }),
				userName: text(isText('UserName')),
				...odataOptions,
			},
		}),
		getByEmployee: read({
			name: 'Get by Employee ID',
			action: 'Get the users with an employee ID',
			description: 'For providers only',
			request: 'GET /employees/{employee}/users',
			path: { employee: text({ required: true, label: 'Employee ID' }) },
		}),
		getCurrent: read({
			name: 'Get Current',
			action: 'Get the current user',
			description: 'Who is signed in, and on which side',
			request: 'GET /users/current/profile',
		}),
		getFeatures: read({
			name: 'Get Features',
			action: 'Get the features of the current user',
			request: 'GET /users/features',
		}),
		getForSubscriber: listAll({
			name: 'Get Many of a Subscriber',
			action: 'Get many users of a subscriber',
			description: 'For subscribers only',
			request: 'GET /users',
			paging: userPages,
			query: {
				feedRoles: list({ as: 'feedRolesFilter' }),
				includeMliInfo: flag({
					label: 'Include MLI',
					description: 'Whether to add levels of invoices',
				}),
				includeMlpInfo: flag({
					label: 'Include MLP',
					description: 'Whether to add levels of proposals',
				}),
				includeTotalCount: flag({ description: 'Whether to add how many there are' }),
				subscriberId: pick(subscribers),
				userType: choice(['All', 'Corporate'], { as: 'userFilterType' }),
			},
		}),
	},
});
