'use strict';

/** How far memory rises above where it was while flows are created, in bytes of the whole process. */

const { inEngine, NODES, titles } = require('./contenders');
const { keepFilesIn, storeFile } = require('../test/support/binaryData');
const { png } = require('../test/support/files');

async function main() {
	const { count, imageBytes, credential } = JSON.parse(process.argv[2]);
	const node = imageBytes ? NODES.createWithImage : NODES.create;
	const items = imageBytes ? await itemsWithImages(count, imageBytes) : titles(count);
	await inEngine(node, items.slice(0, 5), credential);

	global.gc();
	const start = process.memoryUsage.rss();
	let peak = start;
	const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 2);
	const begun = performance.now();
	const output = await inEngine(node, items, credential);
	const elapsed = performance.now() - begun;
	clearInterval(sampling);

	if (output.length !== count) throw new Error(`${output.length} in place of ${count}`);
	process.send({ above: Math.max(peak, process.memoryUsage.rss()) - start, elapsed });
	process.disconnect();
}

async function itemsWithImages(count, imageBytes) {
	await keepFilesIn('filesystem');
	const items = [];
	for (const { json } of titles(count)) {
		const { bytes } = png({ more: imageBytes - png().bytes.length });
		items.push({ json, binary: { data: await storeFile(bytes) } });
	}
	return items;
}

void main();
