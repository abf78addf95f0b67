'use strict';

/**
 * `npm run bench`: measures, prints the tables, and writes them with the plot to docs/ and the first one
 * to README.md. The candidates of each row are measured side by side in this one run and reported as a
 * ratio, because a time alone says more about the machine than about the node.
 */

const { measureInProcess, startServer } = require('./processes');
const { print, write } = require('./report');
const { createRows, descriptionCosts, growth, listRows, memoryRows, sizeRows } = require('./rows');

/** The quick ones first, while the machine is idle. */
const ROWS = { sizeRows, listRows, createRows, memoryRows };

async function main() {
	/** @type {import('./rows').Row[]} */
	const rows = [];
	for (const [name, measure] of Object.entries(ROWS)) {
		rows.push(...(await measured(name, measure)));
	}
	const results = {
		rows,
		costs: await measured('descriptionCosts', descriptionCosts),
		spent: await measured('profile', profile),
		points: await measured('growth', growth),
	};
	print(results);
	await write(results);
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} measure
 */
async function measured(name, measure) {
	console.error(`Measuring: ${name} …`);
	return await measure();
}

/** @returns {Promise<import('./report').Spent>} */
async function profile() {
	const server = await startServer({ behaviour: { keepImageBytes: false } });
	try {
		return await measureInProcess('profile.js', { count: 1000, credential: server.credential });
	} finally {
		await server.stop();
	}
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
