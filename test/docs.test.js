'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { faultTable } = require('../tools/scripts/faultTable');

const read = (file) => readFileSync(join(__dirname, '..', file), 'utf8');
/** Text without the spaces that align a table's cells. */
const cells = (text) =>
	text
		.replace(/ *\| */g, '|')
		.replace(/-{3,}/g, '---')
		.replace(/\\?_/g, '_');

test('docs/faults.md is up to date with the table of faults (npm run docs writes it)', () => {
	expect(cells(read('docs/faults.md'))).toBe(cells(faultTable()));
});
