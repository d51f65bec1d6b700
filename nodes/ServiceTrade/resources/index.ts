import { accountSettings } from './accountSettings';
import { activity } from './activity';
import { eula, masterAgreement } from './agreement';
import { appointment } from './appointment';
import { asset } from './asset';
import { assetDefinition } from './assetDefinition';
import { attachment } from './attachment';
import { authentication } from './authentication';
import { brand } from './brand';
import { budget } from './budget';
import { budgetCategory } from './budgetCategory';
import { budgetLineItem } from './budgetLineItem';
import { changeOrder } from './changeOrder';
import { changeOrderCategory } from './changeOrderCategory';
import { changeOrderLineItem } from './changeOrderLineItem';
import { clockEvent } from './clockEvent';
import { comment } from './comment';
import { company } from './company';
import { contact } from './contact';
import { contract } from './contract';
import { contractRule } from './contractRule';
import { deficiency } from './deficiency';
import { entityFilter } from './entityFilter';
import { externalId } from './externalId';
import { externalSync } from './externalSync';
import { externalSystem } from './externalSystem';
import { heartbeat } from './heartbeat';
import { history } from './history';
import { importRecord } from './importRecord';
import { invoice } from './invoice';
import { invoiceItem } from './invoiceItem';
import { invoiceRecurrence } from './invoiceRecurrence';
import { invoiceRecurrenceItem } from './invoiceRecurrenceItem';
import { job } from './job';
import { jobContext } from './jobContext';
import { jobItem } from './jobItem';
import { legacyLookup } from './legacyLookup';
import { libItem } from './libItem';
import { location } from './location';
import { message } from './message';
import { payment } from './payment';
import { paymentTerms } from './paymentTerms';
import { quote } from './quote';
import { quoteItem } from './quoteItem';
import { quoteRequest } from './quoteRequest';
import { quoteTemplate } from './quoteTemplate';
import { quoteTemplateItem } from './quoteTemplateItem';
import { region } from './region';
import { role } from './role';
import { serviceItem } from './serviceItem';
import { serviceLine } from './serviceLine';
import { serviceRecurrence } from './serviceRecurrence';
import { serviceRequest } from './serviceRequest';
import { serviceTemplate } from './serviceTemplate';
import { tag } from './tag';
import { taxGroup, taxRate } from './tax';
import { terms } from './terms';
import { token } from './token';
import { user } from './user';
import { userValue } from './userValue';
import { warehouse } from './warehouse';
import { webhook } from './webhook';

/** Daily work: what the node ServiceTrade has. */
export const work = [
	appointment,
	asset,
	assetDefinition,
	attachment,
	budget,
	budgetCategory,
	budgetLineItem,
	changeOrder,
	changeOrderCategory,
	changeOrderLineItem,
	clockEvent,
	comment,
	company,
	contact,
	contract,
	contractRule,
	deficiency,
	history,
	invoice,
	invoiceItem,
	invoiceRecurrence,
	invoiceRecurrenceItem,
	job,
	jobItem,
	libItem,
	location,
	message,
	payment,
	quote,
	quoteItem,
	quoteRequest,
	serviceItem,
	serviceLine,
	serviceRecurrence,
	serviceRequest,
	tag,
	user,
];

/** What an account is set up with, and ways to other systems: the node ServiceTrade Administration. */
export const administration = [
	accountSettings,
	activity,
	authentication,
	brand,
	entityFilter,
	eula,
	externalId,
	externalSync,
	externalSystem,
	heartbeat,
	importRecord,
	jobContext,
	legacyLookup,
	masterAgreement,
	paymentTerms,
	quoteTemplate,
	quoteTemplateItem,
	region,
	role,
	serviceTemplate,
	taxGroup,
	taxRate,
	terms,
	token,
	userValue,
	warehouse,
	webhook,
];

export const resources = [...work, ...administration];
