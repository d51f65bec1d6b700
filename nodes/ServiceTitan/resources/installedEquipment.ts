import {
	choice,
	date,
	dateTime,
	file,
	groups,
	number,
	pick,
	pickMany,
	text,
} from '../../shared/define/fields';
import { create, download, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { installedEquipment as equipment, location } from '../pickers';
import { exportOf } from './export';
import { activeFilter, customFields, ids, stampFilters, stampSort, tagTypeIds } from './fields';
import { keeping, keepOthers, replaces } from './keeping';

const id = pick(equipment, { required: true });

const about = {
	name: text(),
	installedOn: dateTime(),
	actualReplacementDate: date(),
	serialNumber: text(),
	barcode: text({ as: 'barcodeId' }),
	memo: text({ rows: 3 }),
	manufacturer: text(),
	model: text(),
	cost: number(),
	manufacturerWarrantyStart: dateTime(),
	manufacturerWarrantyEnd: dateTime(),
	serviceProviderWarrantyStart: dateTime(),
	serviceProviderWarrantyEnd: dateTime(),
	customFields,
	attachments: groups(
		{
			url: text({
				required: true,
				label: 'Path',
				description: 'What Upload Attachment gave, or the address of a video',
			}),
			type: choice(
				['Document', 'Image', 'Other', ['Video File', 'VideoFile'], ['Video Link', 'VideoLink']],
				{ required: true },
			),
			alias: text({ description: 'The name under which it is shown' }),
			fileName: text({ description: 'The name of the file when it is downloaded' }),
		},
		{ description: 'Files that were uploaded before' },
	),
	tagTypeIds,
};

export const installedEquipment = defineResource({
	value: 'installedEquipment',
	name: 'Installed Equipment',
	description: 'A unit that stands at a location',
	simple: [
		'id',
		'name',
		'active',
		'locationId',
		'customerId',
		'manufacturer',
		'model',
		'serialNumber',
		'installedOn',
		'manufacturerWarrantyEnd',
		'serviceProviderWarrantyEnd',
		'modifiedOn',
	],
	operations: {
		create: create({
			action: 'Create installed equipment',
			request: 'POST /equipmentsystems/v2/tenant/{tenant}/installed-equipment',
			body: { locationId: pick(location, { required: true }), ...about },
		}),
		downloadAttachment: download({
			name: 'Download Attachment',
			action: 'Download an attachment of installed equipment',
			request: 'GET /equipmentsystems/v2/tenant/{tenant}/installed-equipment/attachments',
			query: {
				path: text({ required: true, description: 'The url among attachments of the record' }),
			},
		}),
		export: exportOf(
			'installed equipment',
			'GET /equipmentsystems/v2/tenant/{tenant}/export/installed-equipment',
		),
		get: read({
			action: 'Get installed equipment',
			request: 'GET /equipmentsystems/v2/tenant/{tenant}/installed-equipment/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many installed equipment records',
			request: 'GET /equipmentsystems/v2/tenant/{tenant}/installed-equipment',
			query: {
				active: activeFilter,
				locationIds: pickMany(location),
				...stampFilters,
				ids,
				sort: stampSort,
			},
		}),
		update: update({
			action: 'Update installed equipment',
			notice: replaces,
			request: 'PATCH /equipmentsystems/v2/tenant/{tenant}/installed-equipment/{id}',
			path: { id },
			body: { ...about, keepOthers },
			run: keeping('/equipmentsystems/v2/tenant/{tenant}/installed-equipment/{id}', about),
		}),
		uploadAttachment: operation({
			name: 'Upload Attachment',
			action: 'Upload an attachment for installed equipment',
			description:
				'Gives the path of the file, which belongs to no equipment before a create or an update names it under Attachments',
			request: 'POST /equipmentsystems/v2/tenant/{tenant}/installed-equipment/attachments',
			form: {
				file: file({
					required: true,
					label: 'Input Binary Field',
					description: 'Name of the field of the input item that holds the file',
				}),
			},
		}),
	},
});
