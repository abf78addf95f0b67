'use strict';

/** Stores pictures as a step before would, in a process of its own, and tells the items. */

const { titles } = require('./candidates');
const { keepFilesIn, storeFile } = require('../../test/support/binaryData');
const { png } = require('../../test/support/files');

async function main() {
	const { count, imageBytes } = JSON.parse(process.argv[2]);
	await keepFilesIn('filesystem');

	const items = [];
	for (const { json } of titles(count)) {
		const { bytes } = png({ more: imageBytes - png().bytes.length });
		items.push({ json, binary: { data: await storeFile(bytes) } });
	}
	process.send(items);
	process.disconnect();
}

void main();
