import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

import * as published from '../../index';
import manifest from '../../package.json';
import { credentials, nodes, vendors } from '../support/vendors';
import { offeredNames, publishedNames } from './published.cts';
import names from './published.json';

const root = join(__dirname, '..', '..');
const filesIn = (folder: string, ending: RegExp): string[] =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => ending.test(file))
		.map((file) => join(folder, file).replace(/\\/g, '/'))
		.sort();
const compiled = (file: string): string => `dist/${file.replace(/\.ts$/, '.js')}`;
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const nodeFiles = filesIn('nodes', /\.node\.ts$/);
const credentialFiles = filesIn('credentials', /\.credentials\.ts$/);

describe('registration', () => {
	it('lists every node and every credential type that there is', () => {
		expect([...manifest.n8n.nodes].sort()).toEqual(nodeFiles.map(compiled));
		expect([...manifest.n8n.credentials].sort()).toEqual(credentialFiles.map(compiled));
	});

	it('exports them all', () => {
		const classOf = (file: string) => basename(file).split('.')[0];
		expect(Object.keys(published).sort()).toEqual(
			[...nodeFiles, ...credentialFiles].map(classOf).sort(),
		);
	});

	it('has a codex file and a light and a dark icon for every node', () => {
		for (const file of nodeFiles) {
			const { categories } = JSON.parse(read(file.replace(/\.ts$/, '.json'))) as {
				categories: string[];
			};
			expect(categories.length).toBeGreaterThan(0);
		}
		for (const { description } of Object.values(nodes)) {
			const { light, dark } = description.icon as { light: string; dark: string };
			expect(light).not.toBe(dark);
			for (const icon of [light, dark]) {
				expect(read(join('icons', basename(icon)))).toContain('<svg');
			}
		}
	});

	it('needs nothing but n8n', () => {
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(manifest.n8n.strict).toBe(true);
	});
});

describe('what was published stays', () => {
	const now = {
		credentials: Object.values(credentials).map(({ name }) => name),
		nodes: Object.values(nodes).map(({ description }) => description.name),
	};

	it.each(Object.keys(now) as Array<keyof typeof now>)(
		'keeps every name of %s that saved workflows may hold, and lists the new ones',
		(kind) => {
			expect([...now[kind]].sort()).toEqual([...names[kind]].sort());
		},
	);

	it('keeps every name of an operation or event, and lists the new ones', () => {
		const offered = Object.keys(vendors).flatMap(offeredNames);
		expect([...offered].sort()).toEqual([...publishedNames].sort());
	});
});

describe('imports point one way', () => {
	const SOURCES = [...filesIn('nodes', /\.m?ts$/), ...filesIn('sandbox', /\.m?ts$/)];

	/** Where a file belongs: `shared/http`, `vendor:ServiceTitan`, `sandbox`. */
	const areaOf = (file: string): string => {
		const [top, second, third] = file.split('/');
		if (top !== 'nodes') return top;
		return second === 'shared' ? `shared/${third}` : `vendor:${second}`;
	};
	const importsOf = (file: string): string[] =>
		[...read(file).matchAll(/from '(\.[^']+)'/g)].map(([, path]) =>
			relative(root, join(root, dirname(file), path)).replace(/\\/g, '/'),
		);
	const MAY: { [area: string]: RegExp } = {
		'shared/define': /^shared\/define$/,
		'shared/http': /^shared\/(define|http)$/,
		'shared/emit': /^shared\/(define|http|emit)$/,
		'shared/run': /^shared\/(define|http|emit|run)$/,
		'shared/trigger': /^shared\/(define|http|run|trigger)$/,
		sandbox: /^(sandbox|test)$/,
	};

	it('from vendors to the engine, never between vendors, and never between nodes and sandbox', () => {
		const wrong = SOURCES.flatMap((file) => {
			const area = areaOf(file);
			const shell = /\.node\.ts$/.test(file);
			const may =
				MAY[area] ??
				new RegExp(`^(${area}|shared/(define|http)${shell ? '|shared/(emit|run|trigger)' : ''})$`);
			return importsOf(file)
				.filter((target) => !may.test(areaOf(target)))
				.map((target) => `${file} imports ${target}`);
		});
		expect(wrong).toEqual([]);
	});

	it('and the engine names no vendor', () => {
		const vendorNames =
			/servicetitan|servicetrade|servicechannel|scheduling ?center|serviceminder|oxi/i;
		const named = SOURCES.filter((file) => file.startsWith('nodes/shared/')).filter((file) =>
			vendorNames.test(read(file)),
		);
		expect(named).toEqual([]);
	});
});

describe('budgets', () => {
	it.each(Object.entries(nodes))('%s has at most 350 parameters', (_, { description }) => {
		expect(description.properties.length).toBeLessThanOrEqual(350);
	});

	it('the vocabulary stays small enough to learn: at most 400 lines of code', () => {
		const lines = filesIn('nodes/shared/define', /\.ts$/).flatMap((file) =>
			read(file)
				.replace(/\/\*\*[\s\S]*?\*\//g, '')
				.split('\n')
				.filter((line) => line.trim() !== '' && !line.trim().startsWith('//')),
		);
		expect(lines.length).toBeLessThanOrEqual(400);
	});
});
