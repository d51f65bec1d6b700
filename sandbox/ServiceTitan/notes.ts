import type { CollectionDefinition, Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import { records } from './records';
import { creates, lists, owner, removes, type Piece } from './tables';

/** Notes of one kind of record; the structure says whether they show an id. */
export const noteRecords = (firstId: number, structure: string): CollectionDefinition =>
	records('Note', firstId, structure);

/** The notes of a record: read, written, and where the documents have it, deleted. */
export function noteRoutes(
	path: string,
	collection: string,
	of: string,
	member: string,
	{
		deletes = false,
		also,
	}: { deletes?: boolean; also?: (note: Row, request: SandboxRequest) => void } = {},
): Readonly<Record<string, Piece>> {
	const owned = owner(of, member);
	return {
		[`GET ${path}/{id}/notes`]: lists(collection, { of: owned }),
		[`POST ${path}/{id}/notes`]: creates(collection, {
			of: owned,
			without: 'all',
			also: ({ body }) => ({ text: body.text, isPinned: body.pinToTop ?? false }),
			then: also,
		}),
		...(deletes
			? { [`DELETE ${path}/{id}/notes/{noteId}`]: removes(collection, { of: owned }) }
			: {}),
	};
}
