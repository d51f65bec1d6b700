import { assetCreated, assetCreatedOrUpdated, assetUpdated } from './asset';
import {
	invoiceCreated,
	invoiceCreatedOrUpdated,
	invoiceUpdated,
	proposalCreated,
	proposalCreatedOrUpdated,
	proposalUpdated,
	providerAssignmentCreated,
	providerAssignmentCreatedOrUpdated,
	providerAssignmentUpdated,
	rfpCreated,
	rfpCreatedOrUpdated,
	rfpUpdated,
} from './money';
import { attachmentAdded, checkInAdded, noteAdded } from './ofWorkOrder';
import { workActivityAdded, workActivityAddedOrChanged, workActivityEnded } from './workActivity';
import {
	workOrderCreated,
	workOrderCreatedOrUpdated,
	workOrderStatusChanged,
	workOrderUpdated,
} from './workOrder';

export const events = [
	assetCreated,
	assetCreatedOrUpdated,
	assetUpdated,
	attachmentAdded,
	checkInAdded,
	invoiceCreated,
	invoiceCreatedOrUpdated,
	invoiceUpdated,
	noteAdded,
	proposalCreated,
	proposalCreatedOrUpdated,
	proposalUpdated,
	providerAssignmentCreated,
	providerAssignmentCreatedOrUpdated,
	providerAssignmentUpdated,
	rfpCreated,
	rfpCreatedOrUpdated,
	rfpUpdated,
	workActivityAdded,
	workActivityAddedOrChanged,
	workActivityEnded,
	workOrderCreated,
	workOrderCreatedOrUpdated,
	workOrderStatusChanged,
	workOrderUpdated,
];
