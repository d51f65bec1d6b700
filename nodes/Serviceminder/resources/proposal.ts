import { choice, date, flag, groups, number, pick, select, text } from '../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { inPascalCase, moreFields, UNPROVEN } from '../bodies';
import {
	contact,
	part,
	proposal as proposals,
	proposalTemplate as templates,
	service,
} from '../pickers';
import { pascalCased, wholeList } from '../wire';

const id = pick(proposals, { required: true, as: 'Id' });

/** Named as in a proposal that is read, because no document shows one that is written. */
const line = {
	partId: pick(part, { as: 'Part.Id' }),
	lineDescription: text({ label: 'Description' }),
	quantity: number({ default: 1 }),
	unitPrice: number(),
	unitCost: number(),
	isInternal: flag({
		label: 'Internal',
		description: 'Whether the customer does not see this line',
	}),
};

interface Line {
	readonly partId?: string;
}

/** The part of a line is an object of its own. */
const lineBody = ({ partId, ...others }: Line): object => ({
	...(partId !== undefined && { Part: { Id: Number(partId) } }),
	...(inPascalCase(others) as object),
});

export const proposal = defineResource({
	value: 'proposal',
	name: 'Proposal',
	description: 'An offer to a contact, with lines',
	id: 'Id',
	simple: [
		'Id',
		'ContactId',
		'Date',
		'Status',
		'Subtotal',
		'ServiceId',
		'ServiceName',
		'AcceptedDate',
		'CustomerNotes',
		'ProposalLines',
		'Contact',
	],
	operations: {
		accept: operation({
			action: 'Accept a proposal',
			description: 'On behalf of the customer',
			notice: UNPROVEN,
			request: 'POST /proposal/accept',
			body: { proposalId: id, moreFields },
			run: async ({ proposalId, moreFields: more }, { send }) =>
				await send('POST /proposal/accept', { body: { Id: Number(proposalId), ...more } }),
		}),
		create: create({
			action: 'Create a proposal',
			notice: UNPROVEN,
			request: 'POST /proposal/create',
			body: {
				...pascalCased({
					contactId: pick(contact, { required: true }),
					serviceId: select(service),
					templateId: select(templates),
					proposalLines: groups(pascalCased(line), { label: 'Lines' }),
				}),
				moreFields,
			},
			run: async (
				{ contactId, serviceId, templateId, proposalLines, moreFields: more },
				{ send },
			) =>
				await send('POST /proposal/create', {
					body: {
						ContactId: Number(contactId),
						...(serviceId !== undefined && { ServiceId: Number(serviceId) }),
						...(templateId !== undefined && { TemplateId: Number(templateId) }),
						...(proposalLines !== undefined && { ProposalLines: proposalLines.map(lineBody) }),
						...more,
					},
				}),
		}),
		get: read({
			action: 'Get a proposal',
			description: 'With lines, notes, change orders and custom fields',
			request: 'POST /proposal/details',
			body: { proposalId: id },
		}),
		getAll: listAll({
			action: 'Get many proposals',
			request: 'POST /proposal/query',
			body: pascalCased({
				scope: choice(
					[
						['Accepted', 'accepted'],
						['All', 'all'],
						['Expired', 'expired'],
						['Open', 'open'],
					],
					{ default: 'all', description: 'Left out, only open ones are returned' },
				),
				fromDate: date({ description: 'Dated on this day or later' }),
				throughDate: date({ description: 'Dated on this day or earlier' }),
				fromAccepted: date({ label: 'Accepted From', description: 'On this day or later' }),
				throughAccepted: date({ label: 'Accepted Through', description: 'On this day or earlier' }),
				updatedFrom: date({ description: 'Changed on this day or later' }),
				contactId: pick(contact),
				includeContact: flag({
					description: 'Whether to add the contact of each, without its custom fields',
				}),
			}),
		}),
		update: update({
			action: 'Update a proposal',
			notice: UNPROVEN,
			request: 'POST /proposal/update',
			body: {
				proposalId: id,
				moreFields: {
					...moreFields,
					required: true,
					label: 'Fields',
					description: 'An object whose members are changed, named as in a proposal that is read',
				},
			},
			run: async ({ proposalId, moreFields: more }, { send }) =>
				await send('POST /proposal/update', { body: { Id: Number(proposalId), ...more } }),
		}),
	},
});

export const proposalTemplate = defineResource({
	value: 'proposalTemplate',
	name: 'Proposal Template',
	description: 'What a proposal can begin with',
	id: 'Id',
	operations: {
		getAll: listAll({
			action: 'Get many proposal templates',
			request: 'POST /proposal/alltemplates',
			paging: wholeList,
		}),
	},
});
