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
import { workOrderCreated, workOrderCreatedOrUpdated, workOrderUpdated } from './workOrder';

export const events = [
	assetCreated,
	assetCreatedOrUpdated,
	assetUpdated,
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
	workOrderCreated,
	workOrderCreatedOrUpdated,
	workOrderUpdated,
];
