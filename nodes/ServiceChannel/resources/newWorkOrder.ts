import {
	choice,
	dateTime,
	flag,
	group,
	groups,
	json,
	list,
	number,
	pick,
	select,
	text,
} from '../../shared/define/fields';
import { amount, moment, numbered, visibility, whether, words } from '../fields';
import { dashboard, label } from '../listPickers';
import {
	category,
	categoryName,
	location,
	priority,
	priorityId,
	provider,
	subscriber,
	subscriberStatus,
	trade,
	user,
	workOrder as workOrders,
} from '../pickers';
import { asset } from '../recordPickers';

/** For whom and where the work is: one of two ways of each will do, so that none is always needed. */
export const forWhom = {
	subscriberId: pick(subscriber, {
		as: 'ContractInfo.SubscriberId',
		shown: true,
		description: 'A provider has to say for whom the work is',
	}),
	locationId: pick(location, {
		as: 'ContractInfo.LocationId',
		shown: true,
		description: 'Where the work is to be done, unless a store ID says it',
	}),
};

export const needed = {
	category: select(categoryName, { required: true, as: 'Category' }),
	priority: select(priority, {
		required: true,
		as: 'Priority',
		description: 'It says when the work is due, unless a scheduled date does',
	}),
	nte: number({
		required: true,
		as: 'Nte',
		label: 'Not to Exceed',
		description: 'The most that the work may cost',
	}),
	callDate: dateTime({
		required: true,
		as: 'CallDate',
		description: 'When the work was asked for',
	}),
	description: text({ required: true, as: 'Description', rows: 4 }),
};

const dispatch = group(
	{
		notificationDisabled: whether(
			'NotificationDisabled',
			'No Notification',
			'Whether nobody is notified',
		),
		emailHeader: words('EmailHeader'),
		sendAlertToFM: whether(
			'SendAlertToFM',
			'Alert Facility Manager',
			'Whether the facility manager is alerted',
		),
		showLastServiceCall: whether(
			'ShowLastServiceCall',
			'Show Last Service Call',
			'Whether the last call at the location is shown',
		),
		isTest: whether('IsTest', 'Test', 'Whether it is only a test'),
		ccRecipients: words('CcRecipients', 'CC'),
		invalidRecipients: words('InvalidRecipients'),
	},
	{ as: 'DispatchSettingsInfo', label: 'Dispatch' },
);

const further = group(
	{
		expirationDate: moment('ExpirationDate'),
		gracePeriod: amount('GracePeriod'),
		price: amount('Price', undefined, 'With the taxes it has to make up Not to Exceed'),
		tax: amount('Tax'),
		tax2: amount('Tax2', 'Second Tax'),
		tax2Type: words('Tax2Type', 'Second Tax Type'),
		autoInvoice: whether('AutoInvoice', 'Auto Invoice', 'Whether it is invoiced by itself'),
		autoComplete: whether('AutoComplete', 'Auto Complete', 'Whether it is completed by itself'),
		autoDispatch: whether('AutoDispatch', 'Auto Dispatch', 'Whether it is dispatched by itself'),
		callerIdMatch: whether(
			'CallerIdMatch',
			'Caller ID Match',
			'Whether the number of the caller fits the location',
		),
		isTransferAsset: whether(
			'IsTransferAsset',
			'Transfer Asset',
			'Whether the asset moves to another location',
		),
		newLocation: numbered('NewLocationIdForAssetTransfer', 'New Location ID of Asset'),
		assetTransferCode: amount('AssetTransferCode'),
	},
	{ as: 'ExtendedInfo', label: 'Further Details' },
);

/** Files that are in storage already; an upload to a work order is an operation of its own. */
const storedFiles = groups(
	{
		name: words('Name'),
		path: words('Path', undefined, 'As an upload without a work order tells it'),
		type: choice(
			[
				['File', 'File'],
				['Remote Storage', 'RemoteStorage'],
			],
			{
				as: 'Type',
				default: 'RemoteStorage',
			},
		),
		description: words('Description'),
		mediaType: words('MediaType'),
		visibility,
		isInvoiceDigitalCopy: whether(
			'IsInvoiceDigitalCopy',
			'Copy of the Invoice',
			'Whether the file is the copy of an invoice',
		),
		isLocationAttachment: whether(
			'IsLocationAttachment',
			'Of the Location',
			'Whether the file belongs to the location',
		),
	},
	{ as: 'Attachments', label: 'Stored Files' },
);

const materials = groups(
	{
		quantity: amount('Quantity'),
		description: words('Description'),
		price: amount('Price'),
		reason: words('Reason'),
		supplierPart: words('SupplierPartId', 'Supplier Part'),
		supplierPartAuxiliary: words('SupplierPartAuxiliaryId', 'Supplier Part Addition'),
		supplierName: words('SupplierName'),
		nteMultiplier: amount('NteMultiplier', 'Not to Exceed Multiplier'),
		defaultNte: amount('DefaultNte', 'Default Not to Exceed'),
	},
	{ as: 'Materials' },
);

const materialsUsed = groups(
	{
		asset: numbered('AssetId', 'Asset ID'),
		workOrder: numbered('RecId', 'Work Order ID'),
		quantity: amount('Quantity'),
		unitCost: amount('UnitCost'),
		isRefrigerant: whether('IsRefrigerant', 'Refrigerant', 'Whether it is a refrigerant'),
		isInventoryPart: whether(
			'IsInventoryPart',
			'From Inventory',
			'Whether it comes from an inventory',
		),
		useDate: moment('UseDate'),
		useDateText: words('UseDateStr', 'Use Date as Text'),
		reasonCode: amount('ReasonCode'),
		reason: numbered('ReasonCodeId', 'Reason Code ID'),
		partNumber: words('PartNumber'),
		partName: words('PartName'),
		partGroup: words('PartGroup'),
		partGroupNumber: numbered('PartGroupId', 'Part Group ID'),
		supplierName: words('SupplierName'),
		description: words('Description'),
		chargeOptions: numbered('RefrigerantChargeOptionsId', 'Refrigerant Charge Options ID'),
		chargeVendor: words('RefrigerantChargeVendor'),
		inventoryLocation: numbered('InventoryLocationId', 'Inventory Location ID'),
		inventoryLocationGuid: words('InventoryLocationGuid', 'Inventory Location GUID'),
		inventoryPart: numbered('InventoryPartId', 'Inventory Part ID'),
		useReason: json({ as: 'RefrigerantUseReason', label: 'Refrigerant Use Reason' }),
		removalStatus: choice(
			['Banked', ['Charge Lost', 'ChargeLost'], 'Destroyed', 'Reclaimed', 'Reused', 'Sold'],
			{ as: 'RefrigerantRemovalStatus' },
		),
		refrigerantType: numbered('RefrigerantTypeId', 'Refrigerant Type ID'),
		refrigerantTypeName: words('RefrigerantTypeName'),
		submitMoeQtyExceeded: whether(
			'SubmitMoeQtyExceeded',
			'Submit Exceeded Quantity',
			'Whether an exceeded quantity is submitted',
		),
		moeNumber: words('MoeNumber', 'MOE Number'),
		isRetrofit: words('IsRetrofit', 'Retrofit'),
	},
	{ as: 'MaterialsUsed' },
);

const anomaly = group(
	{
		tradeAnomalous: whether('TradeAnomalous', 'Trade', 'Whether the trade is unusual'),
		tradeScore: amount('TradeScore'),
		nteAnomalous: whether('NTEAnomalous', 'Not to Exceed', 'Whether the limit is unusual'),
		nteScore: amount('NTEScore', 'Not to Exceed Score'),
		firstTimeFixAnomalous: whether(
			'FirstTimeFixAnomalous',
			'First Time Fix',
			'Whether the rate is unusual',
		),
		firstTimeFixScore: amount('FirstTimeFixScore'),
		primaryTrade: words('Top1PrimaryTrade', 'Likeliest Trade'),
		without25: amount('InvoiceTotalWithoutProposal25', 'Invoice Total Without Proposal (25%)'),
		withoutMedian: amount(
			'InvoiceTotalWithoutProposalMedian',
			'Invoice Total Without Proposal (Median)',
		),
		with75: amount('InvoiceTotalWithProposal75', 'Invoice Total With Proposal (75%)'),
	},
	{ as: 'Anomaly' },
);

/** What may be said besides. The second spellings of two dates, `…Dto`, would say the same again. */
export const moreOfNew = {
	additionalApprovalCodes: json({
		as: 'AdditionalApprovalCodesList',
		label: 'Additional Approval Codes',
	}),
	anomaly,
	apiRequest: whether('ApiRequest', 'API Request', 'Whether it counts as a request by an API'),
	approvalCode: words('ApprovalCode'),
	assetId: pick(asset, { as: 'AssetId', description: 'It also says location and trade' }),
	assetNotListed: whether('AssetNotListed', 'Asset Not Listed', 'Whether the asset is in no list'),
	assigneeUserId: pick(user, { as: 'AssigneeUserId', label: 'Assignee' }),
	callerName: words('CallerName'),
	categoryId: select(category, { as: 'CategoryId', label: 'Category by ID' }),
	comment: words('Comment'),
	completedDate: moment('CompletedDate'),
	currency: number({
		as: 'CurrencyId',
		label: 'Currency ID',
		default: 1,
		description:
			'1, the US dollar, also holds without this field. No call lists the IDs of other currencies.',
	}),
	customFields: groups({ name: words('Name'), value: words('Value') }, { as: 'AdditionalFields' }),
	decisionAnswers: groups(
		{ question: words('Id', 'Question ID'), answer: words('Answer') },
		{ as: 'DecisionAnswers' },
	),
	dispatch,
	estimatedCompletionDate: moment('EstimatedCompletionDate'),
	extendedStatus: select(subscriberStatus, { as: 'Status.Extended' }),
	floorPlansImagePath: words('FloorPlansImagePath'),
	followupWorkOrder: pick(workOrders, {
		as: 'FollowupWorkOrder',
		label: 'Follow-Up Of',
		description: 'The work order that this one follows',
	}),
	further,
	hasTruncatedDescription: whether(
		'HasTruncatedDescription',
		'Description Is Cut',
		'Whether the description was cut short',
	),
	ignoreAttachmentsRequired: whether(
		'IgnoreAttachmentsRequiredFlag',
		'Ignore Required Files',
		'Whether it goes without files that are required',
	),
	isAnomalyProviderOverwritten: whether(
		'IsAnomalyProviderOverwritten',
		'Anomaly Provider Overwritten',
		'Whether another provider was chosen than the one foreseen',
	),
	isDashboardRequest: whether(
		'IsDashboardRequest',
		'Dashboard Request',
		'Whether it comes from a dashboard',
	),
	isTradeDeleted: whether(
		'ContractInfo.IsTradeDeleted',
		'Trade Is Deleted',
		'Whether the trade was deleted',
	),
	issueListHeader: numbered('IssueListHeaderId', 'Issue List Header ID'),
	labelId: select(label, { as: 'LabelId' }),
	labels: list({ as: 'Labels', label: 'Labels by Name' }),
	leaseNote: words('LeaseNote'),
	locationPath: words('LocationPath'),
	materials,
	materialsUsed,
	notifyProvider: whether('NotifyProvider', 'Notify Provider', 'Whether the provider is told'),
	number: words('Number', undefined, 'The provider’s own number'),
	priorityId: select(priorityId, { as: 'PriorityId', label: 'Priority by ID' }),
	problemSource: text({
		as: 'ProblemSource',
		default: 'API',
		description: 'Where the request comes from',
	}),
	project: numbered('ProjectId', 'Project ID'),
	proposedNte: amount('ProposedNte', 'Proposed Not to Exceed'),
	providerId: pick(provider, {
		as: 'ContractInfo.ProviderId',
		description: 'Whom to send. Without it the subscriber’s rules choose.',
	}),
	purchaseNumber: words('PurchaseNumber', undefined, 'The subscriber’s number'),
	recallWorkOrder: pick(workOrders, {
		as: 'RecallWorkOrder',
		label: 'Recall Of',
		description: 'The work order that was not done well enough',
	}),
	replaceAsset: flag({ as: 'ReplaceAsset', description: 'Whether the asset is to be replaced' }),
	scheduledDate: moment(
		'ScheduledDate',
		undefined,
		'When the work is due: after the call and before the work order expires',
	),
	serviceNow: words('ServiceNowId', 'ServiceNow ID'),
	session: words('SessionId', 'Session ID'),
	setupId: select(dashboard, { as: 'SetupId' }),
	space: numbered('SpaceId', 'Space ID'),
	status: choice(
		['Completed', 'Incomplete', ['In Progress', 'InProgress'], ['Not Set', 'NotSet'], 'Open'],
		{ as: 'Status.Primary', default: 'Open' },
	),
	store: text({
		label: 'Store ID',
		as: 'ContractInfo.StoreId',
		description: 'The subscriber’s own code of the location, where its ID is not known',
	}),
	storedFiles,
	tradeId: pick(trade, { as: 'ContractInfo.TradeId', label: 'Trade by ID' }),
	userId: pick(user, { as: 'UserId' }),
	userName: words('UserName'),
	weatherType: numbered('WeatherTypeId', 'Weather Type ID'),
	workFlowType: numbered('WorkFlowTypeId', 'Workflow Type ID'),
};
