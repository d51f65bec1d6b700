import { asset, assetType } from './asset';
import { attachment } from './attachment';
import { checkIn } from './checkIn';
import { invoice } from './invoice';
import { issueList } from './issueList';
import { label } from './label';
import { category, currency, priority, status, trade, workType } from './lists';
import { location } from './location';
import { locationNote } from './locationNote';
import { note } from './note';
import { part } from './part';
import { provider, subscriber, user } from './people';
import { proposal } from './proposal';
import { resolutionCode } from './resolutionCode';
import { rfp } from './rfp';
import { technician } from './technician';
import { signingKey, webhook, webhookSubscription } from './webhook';
import { workActivity } from './workActivity';
import { workOrder } from './workOrder';

export const resources = [
	asset,
	assetType,
	attachment,
	category,
	checkIn,
	currency,
	invoice,
	issueList,
	label,
	location,
	locationNote,
	note,
	part,
	priority,
	proposal,
	provider,
	resolutionCode,
	rfp,
	signingKey,
	status,
	subscriber,
	technician,
	trade,
	user,
	webhook,
	webhookSubscription,
	workActivity,
	workOrder,
	workType,
];
