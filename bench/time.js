'use strict';

/** Times contenders in turn, A B A B …, in one process, and tells the median of each. */

const { createWithAxios, inEngine, listWithAxios, NODES, titles } = require('./contenders');
const { median } = require('./processes');

const CONTENDERS = {
	'create: node': (items, credential) => inEngine(NODES.create, items, credential),
	'create: minimal': (items, credential) => inEngine(NODES.minimal, items, credential),
	'create: axios': createWithAxios,
	'list: node': (_items, credential) => inEngine(NODES.list, [{ json: {} }], credential),
	'list: axios': (_items, credential) => listWithAxios(credential),
};

async function main() {
	const { contenders, rounds, count, expected, credential } = JSON.parse(process.argv[2]);
	const items = titles(count);
	const times = Object.fromEntries(contenders.map((name) => [name, []]));

	// The first round warms everything up and is not counted.
	for (let round = 0; round <= rounds; round += 1) {
		for (const name of contenders) {
			const start = performance.now();
			const output = await CONTENDERS[name](items, credential);
			const elapsed = performance.now() - start;
			if (output.length !== expected) {
				throw new Error(`${name} gave ${output.length} in place of ${expected}`);
			}
			if (round > 0) times[name].push(elapsed);
		}
	}
	process.send(
		Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)])),
	);
	process.disconnect();
}

void main();
