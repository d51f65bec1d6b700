import { contains, list, pagesBy } from '../core/pieces';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { CodedRefusal, CODES } from './refusals';
import { workOrderOf } from './states';

const LIST_SIZE = {
	position: { name: 'page', counts: 'pages' },
	size: { name: 'pageSize', usual: 50, largest: 50 },
} as const;

const labelsOf = (row: Row): readonly Row[] => row.Labels as readonly Row[];

function labelNumbered({ store }: SandboxRequest, id: unknown): Row {
	const label = store.collection('labels').get(id);
	if (!label) throw new CodedRefusal(CODES.notFound, `Label ${String(id)} was not found`);
	return { Id: label.Id, Text: label.Value };
}

function labelNamed({ store }: SandboxRequest, name: unknown): Row {
	const labels = store.collection('labels');
	const { Id, Value } =
		labels.all().find((one) => one.Value === name) ?? labels.add({ Value: name });
	return { Id, Text: Value };
}

function setLabels({ store }: SandboxRequest, row: Row, Labels: readonly Row[]): void {
	store.collection('workOrders').change(row.Id, { Labels });
}

const createLabels: Handler = (request) => {
	const names = request.body.Labels as string[];
	return { LabelIds: names.map((name) => labelNamed(request, name).Id) };
};

const addLabels: Handler = (request) => {
	const row = workOrderOf(request);
	const wanted = (request.body.LabelIds as number[]).map((id) => labelNumbered(request, id));
	const kept = labelsOf(row).filter(({ Id }) => !wanted.some((label) => label.Id === Id));
	setLabels(request, row, [...kept, ...wanted]);
	return { WorkOrderId: row.Id };
};

const removeLabels: Handler = (request) => {
	const row = workOrderOf(request);
	const ids = request.body.LabelIds as number[];
	setLabels(
		request,
		row,
		labelsOf(row).filter(({ Id }) => !ids.includes(Number(Id))),
	);
	return { WorkOrderId: row.Id };
};

/** The one label: a known one by its number together with its text, a new one by its text alone. */
const setLabel: Handler = (request) => {
	const { LabelId: id, Label: text } = request.body;
	const row = workOrderOf(request);
	if (typeof text !== 'string' || text === '') {
		throw new CodedRefusal(CODES.badRequest, 'Label is needed');
	}
	const label = id === undefined ? labelNamed(request, text) : labelNumbered(request, id);
	if (label.Text !== text) throw new CodedRefusal(CODES.badRequest, 'LabelId has another text');
	setLabels(request, row, [label]);
	return { id: row.Id };
};

const clearLabel: Handler = (request) => {
	const row = workOrderOf(request);
	const { LabelId: id } = request.body;
	if (id !== undefined && !labelsOf(row).some(({ Id }) => Id === id)) {
		throw new CodedRefusal(CODES.notFound, `Label ${String(id)} is not on the work order`);
	}
	setLabels(request, row, []);
	return { id: row.Id };
};

const listLabels = list({
	from: 'labels',
	filters: { keyword: contains('Value') },
	paging: pagesBy({ ...LIST_SIZE, answer: ({ rows, total }) => ({ Items: rows, Total: total }) }),
});

export const labelRoutes: Readonly<Record<string, Handler>> = {
	'GET /workorders/label': listLabels,
	'POST /workorders/labels': createLabels,
	'PUT /workorders/{workorderId}/labels': addLabels,
	'DELETE /workorders/{workorderId}/labels': removeLabels,
	'PUT /workorders/{workorderId}/label': setLabel,
	'DELETE /workorders/{workorderId}/label': clearLabel,
};
