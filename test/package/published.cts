import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { nodes, vendors } from '../support/vendors';

const fileFor = (folder: string): string =>
	join(__dirname, '..', 'vendors', folder, 'published.txt');

/** Every operation and event that saved workflows may hold by its name: `serviceTitan.job.cancel`. */
export const publishedNames: readonly string[] = Object.keys(vendors).flatMap((folder) =>
	readFileSync(fileFor(folder), 'utf8').trim().split('\n'),
);

/** What the nodes of a vendor offer now, under the same names. */
export const offeredNames = (folder: string): string[] =>
	Object.entries(nodes)
		.filter(([className]) => className.startsWith(folder))
		.flatMap(([, { description }]) =>
			description.properties
				.filter(({ name }) => name === 'operation' || name === 'event')
				.flatMap(({ displayOptions, options = [] }) => {
					const [resource] = (displayOptions?.show?.resource ?? []) as string[];
					const before = resource === undefined ? [] : [resource];
					return options.map((option) =>
						[description.name, ...before, (option as { value: string }).value].join('.'),
					);
				}),
		);

/** The list of a vendor with what is new in it. What was published once is never taken off. */
export const publishedText = (folder: string): string => {
	const known = readFileSync(fileFor(folder), 'utf8').trim().split('\n');
	return `${[...new Set([...known, ...offeredNames(folder)])].sort().join('\n')}\n`;
};
