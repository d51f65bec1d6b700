import { oneOf } from '../core/pieces';
import { Answer, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import { CUSTOM_FIELDS } from './additions';
import type { Area } from './area';
import { FILES, keepFile, PICTURE, redirect } from './files';
import { records } from './records';
import { creates, does, feeds, lists, reads, routesOf, updates, type Show } from './tables';

/** Tags of a record in the long form. */
function tagsOf(store: Store, { id: ownerId, tagTypeIds }: Row): Row[] {
	return ((tagTypeIds ?? []) as unknown[]).map((typeId, index) => {
		const { name, color, code } = store.collection('tagTypes').require(typeId);
		const id = Number(ownerId) * 100 + index;
		return { id, ownerId, typeId, typeName: name, memo: null, color, textColor: null, code };
	});
}

const show: Show = (row, { store }) => ({ tags: tagsOf(store, row) });

/** Custom fields come by type, or by the id they got when they were first given. */
function customFields(sent: unknown): Row {
	if (!Array.isArray(sent)) return {};
	const known = CUSTOM_FIELDS.installedEquipment;
	return {
		customFields: (sent as Row[]).map(({ id, typeId, value }, index) => {
			const type = known.find((one) => one.id === (typeId ?? id));
			if (!type) throw wrongValue(`customFields[${index}].typeId`, 'is not a custom field');
			return { id: type.id, typeId: type.id, name: type.name, value: value ?? null };
		}),
	};
}

/** A file counts once it is here; links to videos may lead anywhere. */
function checkAttachments({ body, store }: SandboxRequest): void {
	for (const [index, { type, url }] of ((body.attachments ?? []) as Row[]).entries()) {
		if (type === 'VideoLink' || store.collection('files').where('path', url).length > 0) continue;
		throw wrongValue(`attachments[${index}].url`, 'is not the path of an uploaded file');
	}
}

const write = {
	show,
	check: checkAttachments,
	also: ({ body }: SandboxRequest) => customFields(body.customFields),
};

/** Installed equipment and its files. */
export const equipment: Area = {
	collections: {
		installedEquipment: records(
			'Installed equipment',
			7001,
			'equipmentsystems.InstalledEquipmentDetailedResponse',
			{ customFields: [], attachments: [], tagTypeIds: [] },
		),
		files: FILES,
	},
	routes: routesOf('/equipmentsystems/v2/tenant/{tenant}', {
		'GET installed-equipment': lists('installedEquipment', {
			show,
			filters: { locationIds: oneOf('locationId', { most: 50 }) },
		}),
		'POST installed-equipment': creates('installedEquipment', {
			...write,
			also: (request) => ({
				...write.also(request),
				customerId: request.store.collection('locations').require(request.body.locationId)
					.customerId,
			}),
		}),
		'GET installed-equipment/{id}': reads('installedEquipment', { show }),
		'PATCH installed-equipment/{id}': updates('installedEquipment', write),
		'POST installed-equipment/attachments': does(
			(request) => new Answer(201, { path: keepFile(request).path }),
		),
		'GET installed-equipment/attachments': does(redirect),
		'GET export/installed-equipment': feeds('installedEquipment', { show }),
	}),
	seed({ add, at, day, store }) {
		store.collection('files').add({
			fileName: 'nameplate.png',
			contentType: 'image/png',
			bytes: PICTURE,
			path: '9001/nameplate.png',
		});
		const names = [
			'Gas boiler',
			'Heat pump',
			'Water heater',
			'Main panel',
			'Sump pump',
			'Oil tank',
		];
		add(
			'installedEquipment',
			names.map((name, index) => ({
				equipmentId: null,
				locationId: 2001 + index,
				customerId: 1001 + index,
				name,
				installedOn: at(-900 - index * 50),
				serialNumber: `SN-${1000 + index}`,
				manufacturer: ['Gladwell', 'Thermora'][index % 2],
				model: `M${index + 1}00`,
				memo: '',
				cost: 400 + index * 150,
				manufacturerWarrantyStart: at(-900 - index * 50),
				manufacturerWarrantyEnd: at(900),
				tagTypeIds: index === 0 ? [304] : [],
				predictedReplacementMonths: 120,
				predictedReplacementDate: day(2700),
				attachments:
					index === 0
						? [
								{
									alias: 'Nameplate',
									fileName: 'nameplate.png',
									type: 'Image',
									url: '9001/nameplate.png',
								},
							]
						: [],
				active: index !== 5,
				createdOn: at(-200 + index * 5, 9),
			})),
		);
	},
};
