'use strict';

/**
 * `npm run bench`: measures, prints the tables, and writes them with the plot into docs/ and the
 * first one into README.md. Each row's candidates are measured side by side in this one run, and told
 * as a ratio: a time alone says more of the machine than of the node.
 */

const { measureInProcess, startServer } = require('./processes');
const { print, write } = require('./report');
const { createRows, descriptionCosts, growth, listRows, memoryRows, sizeRows } = require('./rows');

/** The quick ones first, while the machine is quiet. */
const ROWS = { sizeRows, listRows, createRows, memoryRows };

async function main() {
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
	await print(results);
	await write(results);
}

async function measured(name, measure) {
	console.error(`Measuring: ${name} …`);
	return await measure();
}

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
