import type { IDataObject } from 'n8n-workflow';

/**
 * The rows of a file with commas, each with a member for each column of the first line. Cells stay
 * text, IDs included. They may be quoted, and then have commas, line breaks and doubled quotes in them.
 */
export function rowsIn(csv: string): IDataObject[] {
	const [names = [], ...lines] = linesIn(csv.replace(/^\uFEFF/, ''));
	return lines.map((cells) =>
		Object.fromEntries(names.map((name, column) => [name.trim(), cells[column] ?? ''])),
	);
}

/** A cell, quoted or plain, and what ends it. A quote that nothing closes is part of a plain one. */
const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/y;

/** Lines without any cell that holds something are left out. */
function linesIn(csv: string): string[][] {
	const lines: string[][] = [];
	let line: string[] = [];
	CELL.lastIndex = 0;
	while (CELL.lastIndex < csv.length) {
		const [, quoted, plain = '', end = ''] = CELL.exec(csv) ?? [];
		line.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
		if (end === ',') continue;
		lines.push(line);
		line = [];
	}
	// A comma before the end of the file leaves an empty cell there.
	if (line.length > 0) lines.push([...line, '']);
	return lines.filter((cells) => cells.some((text) => text !== ''));
}
