'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { faultTable } = require('../tools/scripts/faultTable');

const read = (file) => readFileSync(join(__dirname, '..', file), 'utf8');
/** A table's cells without the spaces that line them up. */
const cells = (text) =>
	text
		.replace(/ *\| */g, '|')
		.replace(/-{3,}/g, '---')
		.replace(/\\?_/g, '_');

test('docs/faults.md is what the tests hold the node to (npm run docs writes it)', () => {
	expect(cells(read('docs/faults.md'))).toBe(cells(faultTable()));
});
