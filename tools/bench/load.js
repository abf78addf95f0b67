'use strict';

/** How long it takes to load and instantiate these files' classes once n8n-workflow is loaded. */

const { join } = require('node:path');
const { readTask, sendResult } = require('./task');
require('n8n-workflow');

/** @type {{files: string[]}} */
const task = readTask();
const files = task.files.map((file) => join(__dirname, '../..', file));
const start = performance.now();
for (const file of files) {
	/** @type {Record<string, new () => object>} */
	const exported = require(file);
	for (const Class of Object.values(exported)) new Class();
}
sendResult(performance.now() - start);
