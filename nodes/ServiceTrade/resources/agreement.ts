import type { IDataObject } from 'n8n-workflow';

import { operation, read, type Call } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';

/** An empty answer is how the vendor says that there is nothing to accept. */
const orNothing = async (answer: Promise<IDataObject>): Promise<IDataObject> => {
	const record = await answer;
	return Object.keys(record).length > 0 ? record : { needed: false };
};

const NOTICE = (what: string): string =>
	`This accepts ${what} in the name of the user of the credential. Read the text first.`;

export const eula = defineResource({
	value: 'eula',
	name: 'EULA',
	description: 'The licence that every user has to accept',
	operations: {
		accept: operation({
			action: 'Accept the EULA',
			notice: NOTICE('the licence'),
			request: 'POST /eula',
			run: async (_input, call: Call) => await orNothing(call.send('POST /eula')),
		}),
		get: read({
			action: 'Get the EULA',
			request: 'GET /eula',
			run: async (_input, call: Call) => await orNothing(call.send('GET /eula')),
		}),
	},
});

export const masterAgreement = defineResource({
	value: 'masterAgreement',
	name: 'Master Agreement',
	description: 'The agreement between the account and ServiceTrade',
	operations: {
		accept: operation({
			action: 'Accept the master agreement',
			notice: NOTICE('the agreement'),
			request: 'POST /masteragreement',
			run: async (_input, call: Call) => await orNothing(call.send('POST /masteragreement')),
		}),
		get: read({
			action: 'Get the master agreement',
			request: 'GET /masteragreement',
			run: async (_input, call: Call) => await orNothing(call.send('GET /masteragreement')),
		}),
	},
});
