import type { Allowance } from './allowance';
import type { Clock } from './clock';
import { readContract, type ContractAdditions, type VendorContract } from './contract';
import type { Answer, Refusal } from './refusal';
import type { CollectionDefinition, Row, Store } from './store';
import type { Tokens } from './tokens';

export type VendorName =
	| 'ServiceTitan'
	| 'ServiceTrade'
	| 'ServiceChannel'
	| 'SchedulingCenter'
	| 'Serviceminder';

/** Credential type name to what a user types into its fields. */
export type SandboxCredentials = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface UploadedFile {
	/** The name of the form field it came in. */
	readonly field: string;
	readonly fileName: string;
	readonly contentType: string;
	readonly bytes: Uint8Array;
}

/** A request as a handler gets it: checked against the contract, text turned into values. */
export interface SandboxRequest {
	readonly method: string;
	/** As it arrived, without the query. */
	readonly url: string;
	readonly headers: Readonly<Record<string, string | undefined>>;
	/** The placeholders of the path. */
	readonly path: Readonly<Record<string, string>>;
	/** Numbers, booleans and lists as the contract types them. In sign-in, plain text. */
	readonly query: Row;
	/** The members of a JSON body or the fields of a form; empty without a body. */
	readonly body: Row;
	/** The body as it was parsed, for the few that are not an object. */
	readonly rawBody: unknown;
	readonly encoding: 'none' | 'json' | 'form' | 'multipart' | 'other';
	readonly files: readonly UploadedFile[];
	/** Who signed in, as `authorize` said; empty in sign-in. */
	readonly account: string;
	readonly store: Store;
	readonly clock: Clock;
	readonly tokens: Tokens;
	readonly credentials: SandboxCredentials;
	/** Whether rate limits are enforced; sign-in may have one of its own. */
	readonly limited: boolean;
	/** Records of a page where the caller does not say how many; left out, as many as usual. */
	readonly pageSize?: number;
}

/** The part of a request that is known before anything is checked. */
export type ArrivedRequest = Pick<
	SandboxRequest,
	'method' | 'url' | 'headers' | 'query' | 'body' | 'rawBody' | 'encoding' | 'files'
>;

/** Returns what the vendor answers: a value (see `success`), nothing, or an Answer of its own. */
export type Handler = (request: SandboxRequest) => unknown;

export interface VendorDefinition extends ContractAdditions {
	readonly name: VendorName;
	readonly port: number;
	/** What stands before every path of the contract, such as `/api`; may be empty. */
	readonly basePath: string;
	readonly contract: { readonly endpoints: readonly object[] };
	/** What a user types into the credential; `baseUrl` has the base path. */
	readonly credentials: (urls: { origin: string; baseUrl: string }) => SandboxCredentials;

	// Inherited, all optional:
	// structures       members that the contract leaves open: route key, then name, as in the contract
	// everywhere       parameters that every endpoint takes, such as a key in the body
	// enumerations     values by parameter name, or by `GET /path name` where names mean different things
	// refine           further JSON schema for a parameter (a format, a length), by its name
	// nulls            whether optional members of a body may be null
	// queryLists       whether a list in a query repeats its name (default) or has commas
	// queryBooleans    how a boolean is written in a query; true/True and false/False unless said
	// caseInsensitivePaths
	// trailingSlashes  whether a path may end in one slash more

	readonly collections: Readonly<Record<string, CollectionDefinition>>;
	/** Fills the empty store. The same clock gives the same records. */
	readonly seed: (store: Store, clock: Clock) => void;
	/** Makes the n-th of many further records of a collection, for `generate` and `shiftPages`. */
	readonly generators?: Readonly<
		Record<string, (index: number, store: Store, clock: Clock) => Row>
	>;

	/** Handlers of sign-in by method and whole path, base path included. Nothing is checked for them. */
	readonly signIn?: Readonly<Record<string, Handler>>;
	/** Answers what is asked for outside the base path, such as stored files; undefined for no route. */
	readonly elsewhere?: Handler;
	/** Route keys that are answered without signing in. */
	readonly open?: readonly string[];
	/** Says whose request it is, or throws a Refusal. */
	readonly authorize: (request: SandboxRequest) => string;

	/** What a body may come as where the contract names no form fields; JSON alone unless said. */
	readonly encodings?: ReadonlyArray<'json' | 'form' | 'multipart'>;
	/** How a plain value goes out: 200 and JSON, or 200 and nothing for undefined, unless said. */
	readonly success?: (value: unknown, request: SandboxRequest) => Answer;
	/** How each refusal looks on the wire, for vendors that repeat parts of the request in it. */
	readonly errors: (refusal: Refusal, request: ArrivedRequest) => Answer;
	/** The vendor's own rate limit, enforced where the sandbox is started with `allowance`. */
	readonly allowance?: Allowance;

	/** Handlers by route key, `GET /jobs/{id}`, as the contract writes it. The others answer 501. */
	readonly routes: Readonly<Record<string, Handler>>;
}

/** A definition with its contract read. */
export interface Vendor extends Omit<VendorDefinition, 'contract'> {
	readonly contract: VendorContract;
}

/** Checks a definition where TypeScript cannot: every route and every addition is in the contract. */
export function defineSandboxVendor(definition: VendorDefinition): Vendor {
	const contract = readContract(definition.contract, definition);
	const named = [
		...Object.keys(definition.routes),
		...Object.keys(definition.structures ?? {}),
		...(definition.open ?? []),
	];
	const unknown = named.filter((key) => !contract.byKey.has(key));
	if (unknown.length > 0) {
		throw new Error(`Not in the contract of ${definition.name}: ${unknown.join('; ')}`);
	}
	return { ...definition, contract };
}
