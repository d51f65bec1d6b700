import { Answer } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { proposals, rfps } from './commercialEntities';
import { storedDate } from './dates';
import { entity, entityList } from './odata';
import { CodedRefusal, CODES } from './refusals';
import { callerOf, ownSubscriber } from './signIn';

const USUAL_HOURS = 48;
const HOUR_MS = 3_600_000;

/** The request of the path, by whatever name it goes there; a provider sees those made to it. */
function rfpOf(request: SandboxRequest): Row {
	const [id] = Object.values(request.path);
	const row = request.store.collection('rfps').get(id);
	const own = ownSubscriber(request);
	const mine =
		own === undefined
			? row?.ProviderId === callerOf(request).ProviderId
			: row?.SubscriberId === own;
	if (row && mine) return row;
	throw new CodedRefusal(CODES.notFound, `RFP ${id} was not found`);
}

const createRfp: Handler = (request) => {
	const { body, store, clock } = request;
	const own = ownSubscriber(request);
	const { Id: id, StoreId: code } = body.Location as Row;
	const place = store
		.collection('locations')
		.where('SubscriberId', own)
		.find((one) => (id === undefined ? one.StoreId === code : one.Id === id));
	const trade = store.collection('trades').get(body.TradeId);
	if (!place) throw new CodedRefusal(CODES.unknownLocation, 'Unknown location');
	if (trade?.SubscriberId !== own) throw new CodedRefusal(CODES.badRequest, 'Unknown trade');
	if (!store.collection('providers').get(body.ProviderId)) {
		throw new CodedRefusal(CODES.badRequest, 'Unknown provider');
	}
	const hours = Number(body.DueHrs ?? USUAL_HOURS);
	const collection = store.collection('rfps');
	const { Id } = collection.add({
		Number: body.Number ?? `RFP${7000 + collection.size}`,
		Description: body.Description,
		Status: body.Status ?? 'Open',
		Date: storedDate(body.Date) ?? new Date(clock.now()).toISOString(),
		DueHrs: hours,
		DueDate: storedDate(body.DueDate) ?? new Date(clock.now() + hours * HOUR_MS).toISOString(),
		ProviderEmail: body.ProviderEmail ?? null,
		SubscriberId: own,
		ProviderId: body.ProviderId,
		LocationId: place.Id,
		TradeId: trade?.Id,
		WorkOrderId: body.WorkOrderId ?? null,
		UserId: callerOf(request).Id,
	});
	return new Answer(201, { Id });
};

const assign: Handler = (request) => {
	const row = rfpOf(request);
	const { ProviderId, ProviderEmail } = request.body;
	if (!request.store.collection('providers').get(ProviderId)) {
		throw new CodedRefusal(CODES.badRequest, 'Unknown provider');
	}
	request.store.collection('rfps').change(row.Id, {
		ProviderId,
		...(ProviderEmail === undefined ? {} : { ProviderEmail }),
	});
};

const removeRfp: Handler = (request) => {
	request.store.collection('rfps').remove(rfpOf(request).Id);
	return new Answer(204);
};

const upload: Handler = (request) => {
	const row = rfpOf(request);
	const file = request.files.find(({ field }) => field === 'file');
	if (!file) throw new CodedRefusal(CODES.badRequest, 'A file is needed');
	request.store.collection('attachments').add({
		RfpId: row.Id,
		Name: file.fileName,
		Description: '',
		Visibility: 0,
		StoredAs: `rfp-${String(row.Id)}-${file.fileName}`,
		ContentType: file.contentType,
		Bytes: file.bytes,
	});
	return new Answer(201);
};

export const rfpRoutes: Readonly<Record<string, Handler>> = {
	'GET /odata/rfps': entityList('rfps', rfps),
	'GET /odata/rfps({rfpId})': entity(rfps, rfpOf),
	'POST /rfps': createRfp,
	'PUT /rfps/{rfpId}/assign': assign,
	'DELETE /rfps/{id}': removeRfp,
	'GET /odata/rfps({rfpId})/proposals': entityList('proposals', proposals, {
		rows: (request) => request.store.collection('proposals').where('RfpId', rfpOf(request).Id),
	}),
	'POST /rfps/{id}/attachments': upload,
};
