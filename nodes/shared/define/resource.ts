import type { Operation } from './operation';

export interface Resource {
	/** Names the resource in saved workflows, so it may never change once published. */
	readonly value: string;
	readonly name: string;
	readonly description: string;
	/** The members that matter most. Given, Get and Get Many offer n8n's Simplify switch. */
	readonly simple?: readonly string[];
	/** Where the ID of a record stands, to drop records that a shifting list gives twice. The vendor's usual place where left out. */
	readonly id?: string;
	readonly operations: { readonly [value: string]: Operation };
}

export const defineResource = (resource: Resource): Resource => resource;
