'use strict';

/** How far memory rises above where it was while flows are created, in bytes of the whole process. */

const { inEngine, NODES, titles } = require('./candidates');
const { keepFilesIn } = require('../../test/support/binaryData');

/** Often enough to see every picture come and go. */
const SAMPLING_MS = 2;

async function main() {
	const { count, images, credential } = JSON.parse(process.argv[2]);
	if (images) await keepFilesIn('filesystem');
	const node = images ? NODES.createWithImage : NODES.create;
	const items = images ?? titles(count);
	await inEngine(node, items.slice(0, 5), credential);

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
	process.send({ above: peak - start, elapsed });
	process.disconnect();
}

void main();
