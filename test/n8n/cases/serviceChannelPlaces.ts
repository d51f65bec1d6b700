import type { IDataObject } from 'n8n-workflow';

import { from, values } from '../workflow';
import { has, type Case } from './case';
import {
	bySubscriber,
	given,
	locationId,
	providerId,
	storeId,
	subscriberId,
	the,
	tradeId,
	workorderId,
} from './serviceChannelShared';

const assetId = the('asset.create');
const newAsset = {
	tag: 'TAG-9',
	type: the('assetType.getForSubscriber', 'Name'),
	manufacturer: 'Aurelian',
	store: storeId,
};
const webhookId = the('webhook.create');
const subscriptionId = the('webhookSubscription.create');

/** Locations, companies, assets and webhooks. */
export const placeCases: readonly Case[] = [
	given('location.getAll', 'list', { subscriberId, filters: { store: storeId } }),
	given('location.get', 'record', { locationId, simplify: false }),
	bySubscriber('location.update', 'success', {
		locationId,
		updateFields: { contact: 'Hester Vane' },
	}),
	given(
		'location.get',
		'record',
		{ locationId, simplify: false },
		{
			as: 'location.get after location.update',
			check: ([place]) =>
				has({ Contact: 'Hester Vane' })([place]) ??
				(place.City === null ? 'the city was erased' : undefined),
		},
	),
	bySubscriber('locationNote.getHeaders', 'list'),
	bySubscriber('location.createOrUpdate', 'record', {
		store: 'NEW-1',
		name: 'New store',
		additionalFields: {
			city: 'Elsewhere',
			notes: values([{ header: the('locationNote.getHeaders', 'Name'), value: 'Ring twice' }]),
		},
	}),
	bySubscriber('location.getByCriteria', 'list', { filters: { city: 'Elsewhere' } }),
	given('location.checkIfOpen', 'record', { locationId }),
	given('location.getAttachments', 'list', { locationId }),
	given('location.getServed', 'list'),
	bySubscriber('locationNote.set', 'success', {
		locationId,
		header: the('locationNote.getHeaders', 'Name'),
		value: 'With the guard',
	}),
	bySubscriber('locationNote.setMany', 'success', {
		store: storeId,
		notes: values([{ header: the('locationNote.getHeaders', 'Name'), value: 'At the desk' }]),
	}),
	given('locationNote.getAll', 'list', { locationId, options: { privateNotes: true } }),
	given('provider.getAll', 'list'),
	given('provider.get', 'record', { providerId }),
	given('provider.getAssignments', 'list', { filters: { subscriberId } }),
	bySubscriber('provider.getForTrade', 'list', { tradeId }),
	given('subscriber.get', 'record', { subscriberId }),
	given('subscriber.getRules', 'list', { subscriberId }),
	given('subscriber.getRescheduleReasons', 'record', { subscriberId }),
	bySubscriber('subscriber.getDashboards', 'list', { subscriberId }),
	given('assetType.getAll', 'list'),
	given('assetType.getForSubscriber', 'list', { subscriberId }),
	given('asset.getBrands', 'list', { filters: { keyword: 'a' } }),
	given('asset.create', 'record', {
		...newAsset,
		additionalFields: { condition: 75, installDate: '2024-05-01', serialNumber: 'SN-9' },
	}),
	given('asset.get', 'record', { assetId, simplify: false }, { check: has({ Condition: 75 }) }),
	given('asset.update', 'success', {
		assetId,
		...newAsset,
		updateFields: { description: 'On the roof' },
	}),
	given('asset.updateStatus', 'success', { assetId, status: 1 }),
	given(
		'asset.getAll',
		'list',
		{
			returnAll: true,
			simplify: false,
			filters: { subscriberId, sortField: 'LastUpdatedDate', modifiedDateFrom: '2024-01-01' },
		},
		{
			check: (all) =>
				all.some(
					({ Description, AssetStatus }) =>
						Description === 'On the roof' && AssetStatus === 'Out for Repair',
				)
					? undefined
					: 'the change is not there',
		},
	),
	given('asset.getForLocation', 'list', { locationId }),
	given('asset.find', 'list', { searchCriteria: 'SN-9' }),
	given('asset.findForSubscriber', 'list', { searchCriteria: 'SN-9', subscriberId }),
	given('asset.attachToWorkOrder', 'record', { workorderId, assetId }),
	given('asset.addToWorkOrder', 'success', { workorderId, assetIds: from('asset.getAll', 'Id') }),
	given('asset.getWorkOrderHistory', 'list', { assetId }),
	given('asset.removeFromWorkOrder', 'success', {
		workorderId,
		assetIds: from('asset.getAll', 'Id'),
	}),
	given('asset.getAttachments', 'list', { assetId }),
	given('webhook.create', 'record', {
		name: 'n8n',
		url: 'https://hooks.example.com/n8n',
		subscriptions: values([{ name: 'Work', events: ['WorkOrderCreated'], statuses: 'OPEN' }]),
	}),
	given('webhook.update', 'success', { webhookId, updateFields: { enabled: false } }),
	given(
		'webhook.get',
		'record',
		{ webhookId },
		{
			check: ([hook]) =>
				has({ Enabled: false, Name: 'n8n' })([hook]) ??
				((hook.Subscriptions as IDataObject[]).length === 1 ? undefined : 'subscriptions are gone'),
		},
	),
	given('webhook.getAll', 'list'),
	given('webhook.testUrl', 'success', { url: 'https://hooks.example.com/n8n' }),
	given('webhook.delete', 'deleted', { webhookId }),
	given('webhookSubscription.create', 'record', {
		name: 'n8n',
		url: 'https://hooks.example.com/n8n',
		events: ['InvoiceCreated', 'InvoicePaid'],
	}),
	given('webhookSubscription.update', 'success', {
		subscriptionId,
		updateFields: { name: 'n8n 2' },
	}),
	given(
		'webhookSubscription.get',
		'record',
		{ subscriptionId },
		{
			check: has({ Name: 'n8n 2', Enabled: true }),
		},
	),
	given('webhookSubscription.getAll', 'list'),
	given('webhookSubscription.delete', 'deleted', { subscriptionId }),
	given('signingKey.get', 'record'),
	given('signingKey.regenerate', 'record'),
];
