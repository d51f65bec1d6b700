import { pick, select } from '../../shared/define/fields';
import { read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { theLocation, theSubscriber as subscriberId } from '../fields';
import {
	dashboard,
	problemType as problemTypes,
	providerEquipment,
	providerIssueArea,
	subscriberEquipment,
	subscriberIssueArea,
} from '../listPickers';
import { location, subscriber } from '../pickers';

const PROVIDERS = 'For providers only';
const SUBSCRIBERS = 'For subscribers only';

const problemType = pick(problemTypes, { required: true });
const ofProvider = pick(providerIssueArea, { required: true });
const ofSubscriber = pick(subscriberIssueArea, { required: true });
const setupId = select(dashboard);
const somewhere = pick(location);

export const issueList = defineResource({
	value: 'issueList',
	name: 'Issue List',
	description: 'What can be wrong, by area, problem type and equipment',
	operations: {
		getAreas: read({
			name: 'Get Areas',
			action: 'Get the areas of an issue list',
			description: PROVIDERS,
			request: 'GET /providers/current/subscribers/{subscriberId}/applicationissuelist/areas',
			path: { subscriberId },
			at: 'IssueAreas',
			query: { locationId: somewhere },
		}),
		getAreasForSubscriber: read({
			name: 'Get Areas of Own List',
			action: 'Get the areas of ones own issue list',
			description: SUBSCRIBERS,
			request: 'GET /issuelist/areas',
			at: 'IssueAreas',
			query: { locationId: somewhere, setupId },
		}),
		getItems: read({
			name: 'Get Equipment',
			action: 'Get the equipment of an issue list',
			description: PROVIDERS,
			request: 'GET /providers/current/subscribers/{subscriberId}/applicationissuelist/items',
			path: { subscriberId },
			at: 'IssueEquipmentTypes',
			query: { locationId: theLocation, areaId: ofProvider, problemType },
		}),
		getItemsForSubscriber: read({
			name: 'Get Equipment of Own List',
			action: 'Get the equipment of ones own issue list',
			description: SUBSCRIBERS,
			request: 'GET /issuelist/items',
			at: 'IssueEquipmentTypes',
			query: { locationId: theLocation, areaId: ofSubscriber, problemType, setupId },
		}),
		getProblems: read({
			name: 'Get Problems',
			action: 'Get the problems of an issue list',
			description: PROVIDERS,
			request: 'GET /providers/current/subscribers/{subscriberId}/applicationissuelist/problems',
			path: { subscriberId },
			at: 'Problems',
			query: {
				areaId: ofProvider,
				problemType,
				equipmentType: pick(providerEquipment, { required: true }),
				locationId: somewhere,
			},
		}),
		getProblemsForSubscriber: read({
			name: 'Get Problems of Own List',
			action: 'Get the problems of ones own issue list',
			description: SUBSCRIBERS,
			request: 'GET /issuelist/problems',
			at: 'Problems',
			query: {
				areaId: ofSubscriber,
				problemType,
				equipmentType: pick(subscriberEquipment, { required: true }),
				locationId: somewhere,
				setupId,
			},
		}),
		getProblemTypes: read({
			name: 'Get Problem Types',
			action: 'Get the problem types of an area',
			request: 'GET /issuelist/problemtypes',
			at: 'ProblemGroupNames',
			query: {
				areaId: ofProvider,
				locationId: somewhere,
				setupId,
				subscriberId: pick(subscriber, { description: 'A provider has to say whose list it is' }),
			},
		}),
	},
});
