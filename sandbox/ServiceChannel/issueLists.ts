import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { CodedRefusal, CODES } from './refusals';

/** Problem type, equipment, problems: the same in every area here. */
const ISSUES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	'Too warm or too cold': {
		'Rooftop unit': ['No cooling', 'No heat', 'Noise'],
		Thermostat: ['Wrong temperature', 'Blank display'],
	},
	Leaking: { Sink: ['Drips', 'Overflows'], Freezer: ['Water below it'] },
};

const refused = (what: string) =>
	new CodedRefusal(CODES.badRequest, `${what} is not in the issue list`);

function areaOf(request: SandboxRequest, id: unknown, subscriberId: unknown): Row {
	const area = request.store.collection('issueAreas').get(id);
	if (!area || area.SubscriberId !== subscriberId) throw refused(`Area ${String(id)}`);
	return area;
}

function equipmentOf(problemType: unknown): Readonly<Record<string, readonly string[]>> {
	const name = String(problemType);
	if (!Object.hasOwn(ISSUES, name)) throw refused(`Problem type ${name}`);
	return ISSUES[name];
}

function problemsOf(problemType: unknown, equipment: unknown): readonly string[] {
	const all = equipmentOf(problemType);
	if (!Object.hasOwn(all, String(equipment))) throw refused(`Equipment ${String(equipment)}`);
	return all[String(equipment)];
}

/** Whether what a new work order says of the issue list is in it, each part under the one before. */
export function checkIssue(request: SandboxRequest, body: Row, subscriberId: unknown): void {
	if (body.IssueRequestInfo === undefined || body.IssueRequestInfo === null) return;
	const { AreaId, ProblemType, AssetType } = body.IssueRequestInfo as Row;
	areaOf(request, AreaId, subscriberId);
	if (ProblemType === undefined) return;
	const equipment = equipmentOf(ProblemType);
	if (AssetType === undefined) return;
	if (!Object.hasOwn(equipment, String(AssetType))) throw refused(`Equipment ${String(AssetType)}`);
	if (!equipment[String(AssetType)].includes(String(body.ProblemCode))) {
		throw refused(`Problem ${String(body.ProblemCode)}`);
	}
}

/** The client of the path or the query, or the caller's own. */
function clientOf(request: SandboxRequest): unknown {
	const own = request.store.collection('users').where('UserName', request.account)[0]?.SubscriberId;
	const id = request.path.subscriberId ?? request.query.subscriberId ?? own;
	const client = request.store.collection('subscribers').get(id);
	if (!client) throw new CodedRefusal(CODES.badSubscriber, 'subscriberId is needed');
	return client.Id;
}

const areas: Handler = (request) => ({
	IssueAreas: request.store
		.collection('issueAreas')
		.where('SubscriberId', clientOf(request))
		.map(({ Id, Name }) => ({ ID: Id, Name })),
});

const problemTypes: Handler = (request) => {
	areaOf(request, request.query.areaId, clientOf(request));
	return { ProblemGroupNames: Object.keys(ISSUES) };
};

const items: Handler = (request) => {
	areaOf(request, request.query.areaId, clientOf(request));
	return { IssueEquipmentTypes: Object.keys(equipmentOf(request.query.problemType)) };
};

const problems: Handler = (request) => {
	const { areaId, problemType, equipmentType } = request.query;
	areaOf(request, areaId, clientOf(request));
	return { Problems: problemsOf(problemType, equipmentType) };
};

const ofProvider = '/providers/current/subscribers/{subscriberId}/applicationissuelist';

export const issueListRoutes: Readonly<Record<string, Handler>> = {
	[`GET ${ofProvider}/areas`]: areas,
	[`GET ${ofProvider}/items`]: items,
	[`GET ${ofProvider}/problems`]: problems,
	'GET /issuelist/problemtypes': problemTypes,
	'GET /issuelist/areas': areas,
	'GET /issuelist/items': items,
	'GET /issuelist/problems': problems,
};
