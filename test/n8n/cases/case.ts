import type { IDataObject } from 'n8n-workflow';

import type { VendorName } from '../../../sandbox/index.ts';
import type { Step } from '../workflow';

/** What comes out of an operation. */
export type Gives = 'record' | 'list' | 'file' | 'deleted' | 'success';

/** One run of an operation. The cases of a vendor run one after the other, each fed by earlier ones. */
export interface Case {
	/** Resource and operation: `job.create`. */
	readonly operation: string;
	/** The node, where it is another one of the vendor's. */
	readonly node?: string;
	/** Tells this case apart from another one of the same operation; it is the node's name then. */
	readonly as?: string;
	readonly parameters?: IDataObject;
	readonly gives: Gives;
	/** The credential type, if not the vendor's first, or a second account of it: `serviceChannelApi:subscriber`. */
	readonly credential?: string;
	/** What else must hold. Gives the problem, or nothing. */
	readonly check?: (records: readonly IDataObject[]) => string | undefined;
	/** Nodes of n8n that run right before. */
	readonly before?: readonly Step[];
}

/** Something wrong, and what the user must read about it. */
export interface Wrong {
	readonly value: unknown;
	readonly says: RegExp;
}

export interface VendorCases {
	readonly vendor: VendorName;
	/** The node's name in the package. */
	readonly node: string;
	/** The credential type that is used unless a case says otherwise. */
	readonly credential: string;
	readonly cases: readonly Case[];
	/** A call that n8n's own HTTP Request node makes with the same credential. */
	readonly plainRequest: {
		readonly method: string;
		/** Below the base URL. */
		readonly path: string;
		readonly json?: string;
		/** The name of a member that the answer has. */
		readonly member: string;
	};
	/** By credential type: fields that make the credential a wrong one, and what is said then. */
	readonly wrongCredentials: Readonly<
		Record<
			string,
			{
				readonly fields: IDataObject;
				readonly says: RegExp;
				/** What n8n's "Test" says, if something else. */
				readonly tested?: RegExp;
			}
		>
	>;
	/** Reading by ID, with an ID that there is none of and one that cannot be one. */
	readonly reading: {
		readonly operation: string;
		/** The case that gives right IDs, and where they stand in its records. */
		readonly ids: readonly [list: string, path: string];
		readonly parameters: (id: string) => IDataObject;
		readonly unknown: Wrong;
		readonly misfit: Wrong;
		/** A fault strikes this call, as the control port names it. */
		readonly call: string;
	};
	/** An operation that must not be repeated blindly, with faults of the network. */
	readonly writing: {
		readonly operation: string;
		readonly parameters: IDataObject;
		readonly call: string;
		/** `html` is a gateway's page, `empty` an empty answer, `nothing` a broken connection. */
		readonly says: Readonly<Record<'html' | 'empty' | 'nothing', RegExp>>;
	};
	/** The trigger's node, an event, and a change of a record that sets it off. */
	readonly polling: {
		readonly node: string;
		readonly event: string;
		/** The call that a poll makes. */
		readonly call: RegExp;
		readonly collection: string;
		readonly changes: IDataObject;
	};
}

/** The usual words for what becomes of a write whose connection broke. */
export const UNKNOWN_OUTCOME = /was sent, and it is not known whether .* carried it out/;

export const WEB_PAGE = /answered with a web page instead of data/;

/** A problem unless there is exactly one record and it has these members. */
export const has =
	(members: IDataObject) =>
	(records: readonly IDataObject[]): string | undefined => {
		const [record = {}] = records;
		const wrong = Object.entries(members).filter(([name, value]) => record[name] !== value);
		return wrong.length === 0
			? undefined
			: `${wrong.map(([name, value]) => `${name} is ${JSON.stringify(record[name])}, not ${JSON.stringify(value)}`).join('; ')}`;
	};
