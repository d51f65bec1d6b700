import type { IDataObject } from 'n8n-workflow';

import { sandboxBench } from '../../support/sandboxBench';

/** What the tests of a file share. Call it once, at its top. */
export function benchOfFile() {
	const bench = sandboxBench('Serviceminder', { timezone: 'America/Chicago' });
	/** What the first request to a path held. */
	const body = (path: string) => bench.sent(path)[0].body as IDataObject;
	return { ...bench, body };
}
