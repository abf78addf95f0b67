'use strict';

/** How far the memory of the whole process rises while flows are created, in bytes. */

const { inEngine, NODES, titles } = require('./candidates');
const { readTask, sendResult } = require('./task');
const { keepFilesIn } = require('../../test/support/binaryData');

/** Often enough to see every image come and go. */
const SAMPLING_MS = 2;

/**
 * @typedef {object} MemoryTask
 * @property {number} [count]
 * @property {import('n8n-workflow').INodeExecutionData[]} [images]
 * @property {{baseUrl: string, apiKey: string}} credential
 */

async function main() {
	/** @type {MemoryTask} */
	const { count = 0, images, credential } = readTask();
	if (images) await keepFilesIn('filesystem');
	const node = images ? NODES.createWithImage : NODES.create;
	const items = images ?? titles(count);
	await inEngine(node, items.slice(0, 5), credential);

	if (!global.gc) throw new Error('This needs --expose-gc');
	global.gc();
	const start = process.memoryUsage.rss();
	let peak = start;
	const look = () => (peak = Math.max(peak, process.memoryUsage.rss()));
	const sampling = setInterval(look, SAMPLING_MS);
	const begun = performance.now();
	const output = await inEngine(node, items, credential);
	const elapsed = performance.now() - begun;
	clearInterval(sampling);
	look();

	if (output.length !== items.length) throw new Error(`${output.length} of ${items.length}`);
	sendResult({ above: peak - start, elapsed });
}

void main();
