import { createHash } from 'crypto';

import { anything, equals, read } from '../core/pieces';
import { Answer, notFound, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import {
	CHANGE_ORDER,
	DEFICIENCY,
	entityOf,
	collectionOf,
	JOB,
	relatedServices,
	SERVICE_REQUEST,
} from './entities';
import { tradeList } from './lists';
import { attachment, STORAGE_PATH } from './records';
import { callerOf } from './signIn';
import type { Routes } from './tables';

interface Target {
	readonly entityType: number;
	readonly entityId: number;
	readonly purposeId: number;
}

function metaOf(body: Row): Row {
	const entries = Object.entries(body).flatMap(([name, value]) => {
		const key = /^meta\[([^\]]+)\]$/.exec(name)?.[1];
		return key === undefined ? [] : [[key, value]];
	});
	return Object.fromEntries(entries) as Row;
}

/** Parts named `visibility[]`, or one named `visibility`; public, this account's default, else. */
function visibilityOf(body: Row): unknown {
	const given = body['visibility[]'] ?? body.visibility;
	return given === undefined ? ['public'] : [given].flat();
}

function upload(request: SandboxRequest, target: Target): Row {
	const { body, files, store } = request;
	const file = files.find(({ field }) => field === 'uploadedFile');
	if (!file) throw wrongValue('uploadedFile', 'must be a file');
	const isKept = collectionOf(target.entityType) !== undefined;
	if (isKept && !entityOf(store, target.entityType, target.entityId)) {
		throw wrongValue('entityId', `${target.entityId} does not exist`);
	}
	const meta = metaOf(body);
	const checksum = createHash('md5').update(file.bytes).digest('hex');
	const extension = /\.\w+$/.exec(file.fileName)?.[0] ?? '';
	const row = store.collection('attachments').add({
		...target,
		// 1 asks for a document photo to be worked on, 2 says that it was.
		meta: meta.camdoc === '1' ? { ...meta, camdoc: 2 } : meta,
		description: body.description ?? '',
		visibility: visibilityOf(body),
		fileName: file.fileName,
		fileType: file.contentType,
		checksum,
		creatorId: callerOf(request)?.id ?? null,
		bytes: file.bytes,
	});
	store.collection('attachments').change(row.id, {
		storedAs: `${String(row.id)}_${checksum}${extension}`,
	});
	return attachment(row, request);
}

const createAttachment: Handler = (request) => {
	const { entityType, entityId, purposeId } = request.body;
	return upload(request, {
		entityType: Number(entityType),
		entityId: Number(entityId),
		purposeId: Number(purposeId),
	});
};

const list = tradeList('attachments', {
	key: 'attachments',
	filters: {
		entityId: anything,
		entityType: anything,
		purposeId: equals('purposeId'),
		includeRelatedEntities: anything,
	},
	rows: (request) => {
		const { query, store } = request;
		const { entityId, entityType, includeRelatedEntities } = query;
		const services =
			includeRelatedEntities === true ? relatedServices(store, entityType, entityId) : [];
		const serviceIds = new Set(services.map(({ id }) => id));
		return store
			.collection('attachments')
			.all()
			.filter(
				(row) =>
					(row.entityId === entityId && row.entityType === entityType) ||
					(row.entityType === SERVICE_REQUEST && serviceIds.has(row.entityId)),
			);
	},
	show: attachment,
});

interface Shelf {
	/** The word of the path, the placeholder and the collection of the records that have files. */
	readonly under: readonly [resource: string, placeholder: string, collection: string];
	readonly entityType: number;
	readonly word: string;
	/** Where only files of one purpose lie; asked for with each upload otherwise. */
	readonly purposeId?: number;
	/** The sample of the generic files of a job wraps each in a `data` of its own. */
	readonly wrapped?: boolean;
	readonly readOnly?: boolean;
}

const SHELVES: readonly Shelf[] = [
	...(
		[
			['attachment', 7],
			['paperwork', 1],
			['vendorinvoice', 2],
			['picture', 3],
			['blankpaperwork', 10],
		] as const
	).map(([word, purposeId]) => ({
		under: ['job', 'jobId', 'jobs'] as const,
		entityType: JOB,
		word,
		purposeId,
		wrapped: word === 'attachment',
		readOnly: word === 'blankpaperwork',
	})),
	{
		under: ['deficiency', 'deficiencyId', 'deficiencies'],
		entityType: DEFICIENCY,
		word: 'attachment',
	},
	{
		under: ['changeorder', 'changeOrderId', 'changeOrders'],
		entityType: CHANGE_ORDER,
		word: 'attachment',
	},
];

/** The files of one kind under the record that has them. */
function shelf({ under, entityType, word, purposeId, wrapped, readOnly }: Shelf): Routes {
	const [resource, placeholder, collection] = under;
	const path = `/${resource}/{${placeholder}}/${word}`;
	const ownerOf = ({ store, path: given }: SandboxRequest) =>
		store.collection(collection).require(given[placeholder]);
	const filesOf = (request: SandboxRequest) =>
		request.store
			.collection('attachments')
			.where('entityId', ownerOf(request).id)
			.filter(
				(row) =>
					row.entityType === entityType && (purposeId === undefined || row.purposeId === purposeId),
			);
	const routes: Routes = {
		[`GET ${path}`]: (request) =>
			tradeList('attachments', {
				key: 'attachments',
				filters: { purposeId: equals('purposeId'), includeRelatedEntities: anything },
				rows: filesOf,
				show: (row, asked) => (wrapped ? { data: attachment(row, asked) } : attachment(row, asked)),
			})(request),
		[`GET ${path}/{attachmentId}`]: (request) => {
			const id = request.path.attachmentId;
			const row = filesOf(request).find((each) => String(each.id) === id);
			if (!row) throw notFound('Attachment', id);
			return attachment(row, request);
		},
	};
	if (readOnly) return routes;
	routes[`POST ${path}`] = (request) => {
		const { id } = ownerOf(request);
		const purpose = purposeId ?? request.body.purposeId;
		// Nothing is said of the purpose here; that one is needed is the safer reading.
		if (purpose === undefined) throw wrongValue('purposeId', 'is required');
		return upload(request, { entityType, entityId: Number(id), purposeId: Number(purpose) });
	};
	return routes;
}

const updateAttachment: Handler = (request) => {
	const { path, body, store } = request;
	return attachment(store.collection('attachments').change(path.attachmentId, body), request);
};

const thumbnail: Handler = (request) => {
	const row = request.store.collection('attachments').require(request.path.attachmentId);
	const medium = attachment(row, request).contentUrl;
	// Of an avatar there are three sizes.
	return row.purposeId === 8 ? { small: medium, medium, large: medium } : { medium };
};

const removeAttachment: Handler = ({ path, store }) => {
	const attachments = store.collection('attachments');
	attachments.remove(attachments.require(path.attachmentId).id);
};

/**
 * The foreign host where files lie. It knows nothing of the API's sign-in, and a request that
 * brings it along is refused, since it would hand the session to a stranger.
 */
export const storage: Handler = ({ url, method, headers, store }) => {
	if (!url.startsWith(STORAGE_PATH)) return undefined;
	if (headers.cookie !== undefined || headers.authorization !== undefined) {
		return new Answer(400, '<Error><Code>CredentialsNotWanted</Code></Error>', {
			'content-type': 'application/xml',
		});
	}
	const [row] = store.collection('attachments').where('storedAs', url.slice(STORAGE_PATH.length));
	if (!row || method !== 'GET') {
		return new Answer(403, '<Error><Code>AccessDenied</Code></Error>', {
			'content-type': 'application/xml',
		});
	}
	return new Answer(200, row.bytes, { 'content-type': String(row.fileType) });
};

export const attachmentRoutes: Routes = {
	'GET /attachment': list,
	'GET /attachment/{attachmentId}': read('attachments', { show: attachment }),
	'GET /attachment/{attachmentId}/thumbnail': thumbnail,
	'POST /attachment': createAttachment,
	'PUT /attachment/{attachmentId}': updateAttachment,
	'POST /attachment/{attachmentId}': updateAttachment,
	'DELETE /attachment/{attachmentId}': removeAttachment,
	...Object.assign({}, ...SHELVES.map(shelf)),
};
