import { appointment } from './appointment';
import { blog } from './blog';
import { cancelReason } from './cancelReason';
import { channel } from './channel';
import { connection } from './connection';
import { contact } from './contact';
import { customField } from './customField';
import { feed } from './dataSubscriberFeed';
import { brandDownloads, download } from './download';
import { forecast } from './forecast';
import { invoice } from './invoice';
import { organization } from './organization';
import { part } from './part';
import { payment } from './payment';
import { proposal } from './proposal';
import { proposalTemplate } from './proposalTemplate';
import { service } from './service';
import { serviceAgent } from './serviceAgent';
import { setting } from './setting';
import { user } from './user';

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
