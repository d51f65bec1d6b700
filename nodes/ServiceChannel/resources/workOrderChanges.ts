import {
	choice,
	dateTime,
	flag,
	group,
	json,
	number,
	pick,
	pickMany,
	select,
	text,
	type Wire,
} from '../../shared/define/fields';
import { operation } from '../../shared/define/operation';
import {
	actor,
	amount,
	declineReason,
	moment,
	narrowing,
	numbered,
	whether,
	words,
	workorderId,
} from '../fields';
import { label, reassignReason, rescheduleReason } from '../listPickers';
import {
	category,
	categoryName,
	extendedStatus,
	location,
	priority,
	provider,
	tradeName,
	workOrder as workOrders,
} from '../pickers';

/** New values are texts, whatever they are of. */
const asText = (value: Wire) => String(value);

const customDeclineReason = text({
	as: 'CustomDeclineReason',
	description: 'In your own words, where the subscriber allows that',
});
const note = text({
	as: 'Note',
	rows: 3,
	description: 'Added to the notes of the work order',
});

export const workOrderChanges = {
	accept: operation({
		action: 'Accept a work order',
		description: 'Take an open work order; it is in progress then. For providers only.',
		request: 'PUT /workorders/{workorderId}/accept',
		path: { workorderId },
		body: { note },
		returns: 'nothing',
	}),
	decline: operation({
		action: 'Decline a work order',
		description: 'Give a work order back, or on to the next provider. For providers only.',
		request: 'PUT /workorders/{workorderId}/decline',
		path: { workorderId },
		body: {
			declineReasonId: choice(declineReason, {
				as: 'DeclineReasonId',
				label: 'Decline Reason',
				description: 'Needed where the subscriber keeps a history of them',
			}),
			customDeclineReason,
			note,
		},
		returns: 'nothing',
	}),
	updateStatus: operation({
		name: 'Update Status',
		action: 'Update the status of a work order',
		description: 'Which statuses may be set depends on the subscriber and on the side of the user',
		request: 'PUT /workorders/{workorderId}/status',
		path: { workorderId },
		// The extended status has to be there; an empty one means none.
		always: { body: { Status: { Extended: '' } } },
		body: {
			primary: choice(['COMPLETED', 'IN PROGRESS', 'OPEN'], {
				required: true,
				as: 'Status.Primary',
				label: 'Primary Status',
			}),
			extended: select(extendedStatus, {
				as: 'Status.Extended',
				shown: true,
				description: 'It has to go with the primary status. Left empty, there is none.',
			}),
			note,
			actor,
			declineReasonId: choice(declineReason, {
				as: 'DeclineReasonId',
				label: 'Decline Reason',
				description: 'Only where the new status is OPEN with the extended status DECLINED',
			}),
			customDeclineReason,
		},
	}),
	updateScheduledDate: operation({
		name: 'Update Scheduled Date',
		action: 'Update the scheduled date of a work order',
		description: 'A provider needs the permission of the subscriber to move it',
		request: 'PUT /workorders/{workorderId}/scheduledate',
		path: { workorderId },
		query: {
			rescheduleReasonCode: select(rescheduleReason, {
				description: 'Some subscribers ask for one',
			}),
			subscriberId: narrowing,
		},
		body: { scheduledDate: dateTime({ required: true, as: 'Value' }), actor },
	}),
	updateNte: operation({
		name: 'Update Not to Exceed',
		action: 'Update the limit of a work order',
		description: 'Providers are refused unless the subscriber allows it to them',
		request: 'PUT /workorders/{workorderId}/nte',
		path: { workorderId },
		body: {
			value: number({
				as: 'Value',
				label: 'Not to Exceed',
				description: 'Left out where the parts make it up',
				write: asText,
			}),
			details: group(
				{
					price: amount('Price'),
					tax: amount('Tax'),
					tax2: amount('Tax2', 'Second Tax'),
					tax2Type: words('Tax2Type', 'Second Tax Type'),
				},
				{ as: 'Details', label: 'Parts' },
			),
			currency: numbered('CurrencyId', 'Currency ID'),
			providerEmail: words('ProviderEmail'),
			actor,
		},
		refuses: ({ value, details }) =>
			value === undefined && details === undefined
				? 'Not to Exceed or its parts: one of them is needed'
				: undefined,
	}),
	updatePriority: operation({
		name: 'Update Priority',
		action: 'Update the priority of a work order',
		description: 'It takes the right to edit the whole work order, which providers seldom have',
		request: 'PUT /workorders/{workorderId}/priority',
		path: { workorderId },
		body: {
			priority: select(priority, { required: true, as: 'Value' }),
			actor,
			subscriberId: narrowing,
		},
	}),
	updateCategory: operation({
		name: 'Update Category',
		action: 'Update the category of a work order',
		request: 'PUT /workorders/{workorderId}/category',
		path: { workorderId },
		body: {
			category: select(categoryName, { required: true, as: 'Value' }),
			actor,
			subscriberId: narrowing,
			again: numbered('Id', 'Work Order ID Again', 'The body may name the work order too'),
		},
	}),
	updateTrade: operation({
		name: 'Update Trade',
		action: 'Update the trade of a work order',
		request: 'PUT /workorders/{workorderId}/trade',
		path: { workorderId },
		body: {
			tradeName: pick(tradeName, { required: true, as: 'Value' }),
			actor,
			subscriberId: narrowing,
		},
	}),
	updateDescription: operation({
		name: 'Update Description',
		action: 'Update the description of a work order',
		request: 'PUT /workorders/{workorderId}/description',
		path: { workorderId },
		body: { description: text({ required: true, as: 'Value', rows: 4 }), actor },
	}),
	updatePurchaseNumber: operation({
		name: 'Update Purchase Number',
		action: 'Update the purchase number of a work order',
		request: 'PUT /workorders/{workorderId}/ponumber',
		path: { workorderId },
		body: { purchaseNumber: text({ required: true, as: 'Value' }), actor },
	}),
	updateNumber: operation({
		name: 'Update Number',
		action: 'Update the number of a work order',
		request: 'PUT /workorders/{workorderId}/wonumber',
		path: { workorderId },
		body: {
			number: text({
				required: true,
				as: 'Value',
				description: '20 characters at most, and no other work order of the provider may have it',
			}),
			actor,
		},
	}),
	reassign: operation({
		action: 'Reassign a work order',
		description: 'Hand a work order to another provider',
		request: 'PUT /workorders/{workorderId}/reassign',
		path: { workorderId },
		body: {
			providerId: pick(provider, { required: true, as: 'ProviderId' }),
			reasonId: select(reassignReason, { required: true, as: 'ReasonId' }),
			actor,
			additionalApprovalCodes: json({ as: 'AdditionalApprovalCodes' }),
			apiRequest: whether('ApiRequest', 'API Request', 'Whether it counts as a request by an API'),
			category: select(categoryName, { as: 'Category' }),
			categoryId: select(category, { as: 'CategoryId', label: 'Category by ID' }),
			currency: numbered('CurrencyId', 'Currency ID'),
			deleteLabel: flag({ as: 'DeleteLabel', description: 'Whether the label is taken off' }),
			glCode: words('GlCode', 'GL Code'),
			label: words('Label', 'Label by Name'),
			labelId: select(label, { as: 'LabelId' }),
			labelIds: pickMany(label, { as: 'LabelIds' }),
			locationId: pick(location, { as: 'LocationId' }),
			note,
			notifyProvider: flag({ as: 'NotifyProvider', description: 'Whether the provider is told' }),
			nte: amount('Nte', 'Not to Exceed'),
			originalEta: moment('OriginalETA', 'Original ETA'),
			priority: select(priority, { as: 'Priority' }),
			problem: words('Problem'),
			problemCode: words('ProblemCode'),
			processName: words('ProcessName'),
			purchaseOrder: words('PurchaseOrder'),
			recallWorkOrder: pick(workOrders, { as: 'RecallWorkOrderId', label: 'Recall Of' }),
			refreshApprovalCodes: flag({
				as: 'RefreshApprovalCodes',
				description: 'Whether approval codes are read anew',
			}),
			requestEmail: words('RequestEmail'),
			requestEmailCopy: words('RequestEmailCopy'),
			scheduledDate: moment('ScheduledDate'),
			subscriberId: narrowing,
			tradeName: pick(tradeName, { as: 'Trade' }),
			again: numbered('WorkorderId', 'Work Order ID Again', 'The body may name the work order too'),
		},
	}),
	link: operation({
		action: 'Link a work order to others',
		description: 'Make other work orders follow-ups of this one',
		request: 'PUT /workorders/{workorderId}/link',
		path: { workorderId },
		query: {
			workorderIdToLink: pick(workOrders, {
				label: 'Only This Work Order',
				description: 'Taken instead of the list',
			}),
		},
		body: {
			workOrders: pickMany(workOrders, { as: 'WorkorderIds' }),
			unlinkOthers: flag({
				as: 'UnlinkLinkedWorkorders',
				description: 'Whether those that are linked already are taken off',
			}),
		},
		returns: 'nothing',
	}),
	unlink: operation({
		action: 'Unlink a work order from others',
		request: 'PUT /workorders/{workorderId}/unlink',
		path: { workorderId },
		query: {
			linkedWorkorderId: pick(workOrders, {
				label: 'Only This Work Order',
				description: 'Taken instead of the list',
			}),
		},
		body: {
			workOrders: pickMany(workOrders, { as: 'WorkorderIds' }),
			unlinkAll: flag({
				as: 'UnlinkAllLinkedWorkorders',
				description: 'Whether all of them are taken off',
			}),
		},
		returns: 'nothing',
	}),
	addResolution: operation({
		name: 'Add Resolution',
		action: 'Add a resolution to a work order',
		description: 'Say what was done, which many subscribers want before an invoice',
		request: 'POST /workorders/{workorderId}/resolution',
		path: { workorderId },
		body: { resolution: text({ required: true, as: 'Resolution', rows: 4 }), actor },
	}),
};
