import { appointment } from './appointment';
import { blog, cancelReason, customField, part, service, serviceAgent, user } from './catalog';
import { contact } from './contact';
import { feed, forecast } from './dataSubscriber';
import { brandDownloads, download } from './download';
import { invoice } from './invoice';
import { connection, organization } from './organization';
import { payment } from './payment';
import { proposal, proposalTemplate } from './proposal';
import { channel, setting } from './setting';

export const resources = [
	appointment,
	blog,
	brandDownloads,
	cancelReason,
	channel,
	connection,
	contact,
	customField,
	download,
	feed,
	forecast,
	invoice,
	organization,
	part,
	payment,
	proposal,
	proposalTemplate,
	service,
	serviceAgent,
	setting,
	user,
];
