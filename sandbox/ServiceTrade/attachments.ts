import { createHash } from 'crypto';

import { anything, equals, read } from '../core/pieces';
import { Answer, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { tradeList } from './lists';
import { attachment, STORAGE_PATH } from './records';
import { callerOf } from './signIn';

/** The collections that the sandbox keeps, by the number of their entity type. */
const COLLECTIONS: Readonly<Record<number, string>> = {
	2: 'assets',
	3: 'jobs',
	4: 'users',
	5: 'companies',
	11: 'locations',
	16: 'appointments',
	18: 'serviceRequests',
	22: 'contacts',
};

const JOB = 3;
const SERVICE_REQUEST = 18;

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
	const collection = COLLECTIONS[target.entityType];
	if (collection !== undefined && !store.collection(collection).get(target.entityId)) {
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

function uploadToJob(purposeId: number): Handler {
	return (request) => {
		const { id } = request.store.collection('jobs').require(request.path.jobId);
		return upload(request, { entityType: JOB, entityId: Number(id), purposeId });
	};
}

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
			includeRelatedEntities === true && entityType === JOB
				? store.collection('serviceRequests').where('jobId', entityId)
				: [];
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

/** One kind of file of a job; the sample of the generic ones wraps each in a `data` of its own. */
function filesOfJob(purposeId: number, wrapped = false): Handler {
	return (request) => {
		const { id } = request.store.collection('jobs').require(request.path.jobId);
		return tradeList('attachments', {
			key: 'attachments',
			filters: { purposeId: equals('purposeId'), includeRelatedEntities: anything },
			rows: ({ store }) =>
				store
					.collection('attachments')
					.where('entityId', id)
					.filter((row) => row.entityType === JOB && row.purposeId === purposeId),
			show: (row, asked) => (wrapped ? { data: attachment(row, asked) } : attachment(row, asked)),
		})(request);
	};
}

const updateAttachment: Handler = (request) => {
	const { path, body, store } = request;
	return attachment(store.collection('attachments').change(path.attachmentId, body), request);
};

const thumbnail: Handler = (request) => {
	const row = request.store.collection('attachments').require(request.path.attachmentId);
	return { medium: attachment(row, request).contentUrl };
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

export const attachmentRoutes: Readonly<Record<string, Handler>> = {
	'GET /attachment': list,
	'GET /attachment/{attachmentId}': read('attachments', { show: attachment }),
	'GET /attachment/{attachmentId}/thumbnail': thumbnail,
	'POST /attachment': createAttachment,
	'PUT /attachment/{attachmentId}': updateAttachment,
	'POST /attachment/{attachmentId}': updateAttachment,
	'DELETE /attachment/{attachmentId}': removeAttachment,
	'GET /job/{jobId}/attachment': filesOfJob(7, true),
	'POST /job/{jobId}/attachment': uploadToJob(7),
	'GET /job/{jobId}/paperwork': filesOfJob(1),
	'POST /job/{jobId}/paperwork': uploadToJob(1),
	'GET /job/{jobId}/vendorinvoice': filesOfJob(2),
	'POST /job/{jobId}/vendorinvoice': uploadToJob(2),
	'GET /job/{jobId}/picture': filesOfJob(3),
	'POST /job/{jobId}/picture': uploadToJob(3),
};
