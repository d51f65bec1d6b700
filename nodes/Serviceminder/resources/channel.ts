import { listAll } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { wholeList } from '../wire';

const paging = wholeList;

export const channel = defineResource({
	value: 'channel',
	name: 'Channel',
	description: 'A way by which leads come in',
	id: 'Id',
	operations: {
		getAll: listAll({ action: 'Get many channels', request: 'POST /channels/all', paging }),
		getCampaigns: listAll({
			name: 'Get Many Campaigns',
			action: 'Get many campaigns',
			description: 'Each with the channel it belongs to',
			request: 'POST /channels/campaigns',
			paging,
		}),
	},
});
