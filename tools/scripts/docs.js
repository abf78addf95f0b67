'use strict';

/** `npm run docs`: writes the parts of the documentation that come from tables in the code. */

const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { format, resolveConfig } = require('prettier');
const { faultTable } = require('./faultTable');

async function main() {
	const file = join(__dirname, '../..', 'docs', 'faults.md');
	const options = { ...(await resolveConfig(file)), filepath: file };
	writeFileSync(file, await format(faultTable(), options));
}

void main();
