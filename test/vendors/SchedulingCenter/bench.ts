import type { IDataObject } from 'n8n-workflow';

import { sandboxBench } from '../../support/sandboxBench';

/** What the tests of a file share. Call it once, at its top. */
export const benchOfFile = () => sandboxBench('SchedulingCenter');

export const ids = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.id);
