'use strict';

/**
 * `npm run docs`: writes the parts of the documentation that come from the code. With `--check` it
 * writes nothing, and fails if a file is out of date.
 */

const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { format, resolveConfig } = require('prettier');
const { chinese } = require('../docs/chinese');
const { english } = require('../docs/english');
const { fillPlaces } = require('../docs/places');
const { tablesOf } = require('../docs/tables');
const { resources } = require('../../build/modules/nodes/SixtySixPusher/resources');
const { faultTable } = require('./faultTable');

const root = join(__dirname, '../..');
const isCheck = process.argv.includes('--check');

/**
 * @param {string} name of the file
 * @param {(text: string) => string} change
 */
async function update(name, change) {
	const file = join(root, name);
	const before = readFileSync(file, 'utf8');
	const options = { ...(await resolveConfig(file)), filepath: file };
	let after;
	try {
		after = await format(change(before), options);
	} catch (error) {
		throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
	}
	if (after === before) return;
	if (isCheck) {
		console.error(`${name} is out of date: npm run docs`);
		process.exitCode = 1;
	} else {
		writeFileSync(file, after);
	}
}

async function main() {
	await update('docs/faults.md', faultTable);
	for (const [name, language] of /** @type {const} */ ([
		['README.md', english],
		['README.zh-CN.md', chinese],
	])) {
		await update(name, (readme) => fillPlaces(readme, tablesOf(resources, language)));
	}
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
