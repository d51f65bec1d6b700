import type { INodeProperties } from 'n8n-workflow';

import { fold, type Placed } from '../../nodes/shared/emit/fold';
import { propertiesOf } from '../../nodes/shared/emit/properties';
import { inSentence, titleOf, withArticle } from '../../nodes/shared/emit/words';
import { acme } from '../support/acme';

const parameter = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...more,
});
const placed = (place: string, name: string, more?: Partial<INodeProperties>): Placed => {
	const [resource, operation] = place.split('.');
	return { resource, operation, parameter: parameter(name, more) };
};
const shown = (properties: INodeProperties[]) =>
	properties.map(({ name, displayOptions }) => [name, displayOptions?.show]);

describe('fold', () => {
	it('writes what is equal once, for all operations of a resource and all resources alike', () => {
		const uses = ['job.get', 'job.delete', 'visit.get', 'visit.delete'].map((p) => placed(p, 'id'));
		expect(shown(fold(uses))).toEqual([
			['id', { resource: ['job', 'visit'], operation: ['delete', 'get'] }],
		]);
	});

	it('joins what makes no pair that can be chosen and does not use it', () => {
		const uses = [placed('job.get', 'id'), placed('job.delete', 'id'), placed('visit.get', 'id')];
		expect(shown(fold(uses))).toEqual([
			['id', { resource: ['job', 'visit'], operation: ['delete', 'get'] }],
		]);
	});

	it('never shows a parameter for a pair of resource and operation that does not use it', () => {
		const uses = [
			placed('job.get', 'id'),
			placed('job.delete', 'id'),
			placed('visit.get', 'id'),
			placed('visit.delete', 'reason'),
		];
		expect(shown(fold(uses))).toEqual([
			['id', { resource: ['job'], operation: ['delete', 'get'] }],
			['id', { resource: ['visit'], operation: ['get'] }],
			['reason', { resource: ['visit'], operation: ['delete'] }],
		]);
	});

	it('keeps apart what differs in anything', () => {
		const uses = [placed('job.get', 'id'), placed('visit.get', 'id', { required: true })];
		expect(fold(uses)).toHaveLength(2);
	});

	it('keeps the conditions that a parameter already has', () => {
		const condition = { displayOptions: { show: { returnAll: [false] } } };
		expect(shown(fold([placed('job.getAll', 'limit', condition)]))).toEqual([
			['limit', { resource: ['job'], operation: ['getAll'], returnAll: [false] }],
		]);
	});

	it('keeps the order that each operation has', () => {
		const uses = [
			...['id', 'options'].map((name) => placed('job.get', name)),
			...['id', 'memo', 'options'].map((name) => placed('job.cancel', name)),
			...['name', 'id', 'options'].map((name) => placed('job.copy', name)),
		];
		const order = fold(uses).map(({ name }) => name);
		expect(order.indexOf('id')).toBeLessThan(order.indexOf('memo'));
		expect(order.indexOf('memo')).toBeLessThan(order.indexOf('options'));
		expect(order.indexOf('name')).toBeLessThan(order.indexOf('id'));
	});
});

describe('words', () => {
	it.each([
		['customerId', 'Customer ID'],
		['technicianIds', 'Technician IDs'],
		['modifiedOnOrAfter', 'Modified on or After'],
		['LocationID', 'Location ID'],
		['last_modified_after', 'Last Modified After'],
		['DoNotText', 'Do Not Text'],
		['UTMSource', 'UTM Source'],
	])('makes %p into %p', (key, label) => expect(titleOf(key)).toBe(label));

	it('knows which article a noun takes', () => {
		expect(['job', 'invoice', 'user'].map(withArticle)).toEqual(['a job', 'an invoice', 'a user']);
	});

	it('fits a label into a sentence without spoiling names', () => {
		expect(inSentence('Job ID')).toBe('job ID');
		expect(inSentence('ServiceTitan Job')).toBe('ServiceTitan job');
	});
});

describe('properties', () => {
	const properties = propertiesOf(acme);
	const forOperation = (resource: string, operation: string) =>
		properties.filter(({ displayOptions: { show } = {} }) =>
			[
				[show?.resource, resource],
				[show?.operation, operation],
			].every(([allowed, value]) => (allowed as unknown[] | undefined)?.includes(value)),
		);

	it('has what must be given alone and what may be given in one drop-down, then the options', () => {
		expect(forOperation('job', 'create').map(({ name }) => name)).toEqual([
			'customerId',
			'summary',
			'additionalFields',
			'options',
		]);
		expect(forOperation('job', 'getAll').map(({ name }) => name)).toEqual([
			'returnAll',
			'limit',
			'simplify',
			'filters',
			'options',
		]);
	});

	it('hides a secret while it is typed', () => {
		const [field] = forOperation('job', 'export').filter(({ name }) => name === 'code');
		expect(field.typeOptions).toEqual({ password: true });
	});

	it('shows the notice of an operation above its fields', () => {
		expect(forOperation('job', 'export').map(({ name, type }) => [name, type])).toEqual([
			['notice', 'notice'],
			['code', 'string'],
			['jobs', 'fixedCollection'],
			['options', 'collection'],
		]);
	});

	it('has resources, operations and optional fields in alphabetical order', () => {
		const sorted = (names: string[]) => [...names].sort((a, b) => a.localeCompare(b));
		const lists = properties
			.filter(({ name }) => ['resource', 'operation', 'additionalFields', 'filters'].includes(name))
			.map(({ options = [] }) =>
				options.map((o) => ('displayName' in o ? o.displayName : (o as { name: string }).name)),
			);
		expect(lists.length).toBeGreaterThan(4);
		for (const names of lists) expect(names).toEqual(sorted(names));
	});

	it('is made afresh each time, since n8n writes into it', () => {
		expect(propertiesOf(acme)).not.toBe(properties);
		expect(propertiesOf(acme)).toEqual(properties);
	});
});
