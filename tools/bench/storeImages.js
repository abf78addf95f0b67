'use strict';

/** Stores images as a previous step would, in a process of its own, and returns the items. */

const { titles } = require('./candidates');
const { readTask, sendResult } = require('./task');
const { keepFilesIn, storeFile } = require('../../test/support/binaryData');
const { png } = require('../../test/support/files');

async function main() {
	/** @type {{count: number, imageBytes: number}} */
	const { count, imageBytes } = readTask();
	await keepFilesIn('filesystem');

	/** @type {import('n8n-workflow').INodeExecutionData[]} */
	const items = [];
	for (const { json } of titles(count)) {
		const { bytes } = png({ more: imageBytes - png().bytes.length });
		items.push({ json, binary: { data: await storeFile(bytes) } });
	}
	sendResult(items);
}

void main();
