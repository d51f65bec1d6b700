import { flag, groups, pick, text } from '../../shared/define/fields';
import { operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { theLocation as locationId } from '../fields';
import { noteHeader } from '../listPickers';

const EMPTY = 'Left empty, the note is taken away';

export const locationNote = defineResource({
	value: 'locationNote',
	name: 'Location Note',
	description: 'What is written down about a location, under headers of the subscriber',
	operations: {
		getAll: read({
			action: 'Get many location notes',
			request: 'GET /locations/{locationId}/notes',
			path: { locationId },
			query: { privateNotes: flag({ description: 'Whether to add private notes' }) },
		}),
		getHeaders: read({
			name: 'Get Headers',
			action: 'Get the headers of location notes',
			description: 'For subscribers only',
			request: 'POST /LocationNotes/GetLocationNoteHeaders',
		}),
		set: operation({
			action: 'Set a location note',
			description: 'Write or take away a note. For subscribers only.',
			request: 'POST /locations/{locationId}/notes',
			path: { locationId },
			// An empty value is what takes a note away.
			always: { body: { Value: '' } },
			body: {
				header: pick(noteHeader, { required: true, as: 'Header' }),
				value: text({ as: 'Value', shown: true, rows: 3, description: EMPTY }),
			},
			returns: 'nothing',
		}),
		setMany: operation({
			name: 'Set Many',
			action: 'Set many location notes',
			description: 'Write or take away several notes. For subscribers only.',
			request: 'POST /locations/{store}/updateNotes',
			path: { store: text({ required: true, label: 'Store ID' }) },
			body: {
				notes: groups(
					{
						header: pick(noteHeader, { required: true, as: 'Header' }),
						value: text({ as: 'Value', rows: 2, description: EMPTY }),
					},
					{
						required: true,
						as: 'Notes',
						write: (rows) =>
							(rows as Array<{ header: string; value?: string }>).map(({ header, value = '' }) => ({
								Header: header,
								Value: value,
							})),
					},
				),
			},
			returns: 'nothing',
		}),
	},
});
