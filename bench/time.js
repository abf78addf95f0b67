'use strict';

/** Times contenders in turn, A B A B …, in one process, and tells the median of each. */

const { createWithAxios, inEngine, listWithAxios, NODES, titles } = require('./contenders');
const { httpRequestNode } = require('./httpRequest');
const { median } = require('./processes');

const listByHttpRequest = async (pageSize, credential, nodesBase) => {
	const node = httpRequestNode(nodesBase, credential.baseUrl, pageSize);
	const pages = await inEngine(node, [{ json: {} }], credential);
	return pages.flatMap(({ json }) => json.data);
};

const CONTENDERS = {
	createWithNode: ({ items, credential }) => inEngine(NODES.create, items, credential),
	createWithMinimalNode: ({ items, credential }) => inEngine(NODES.minimal, items, credential),
	createWithAxios: ({ items, credential }) => createWithAxios(items, credential),
	listWithNode: ({ credential }) => inEngine(NODES.list, [{ json: {} }], credential),
	listWithAxios: ({ credential }) => listWithAxios(credential),
	listByHttpRequest: ({ credential, nodesBase }) =>
		listByHttpRequest(undefined, credential, nodesBase),
	listByHttpRequestAtBest: ({ credential, nodesBase }) =>
		listByHttpRequest(1000, credential, nodesBase),
};

async function main() {
	const { contenders, rounds, count = 0, expected, ...task } = JSON.parse(process.argv[2]);
	const items = titles(count);
	const times = Object.fromEntries(contenders.map((name) => [name, []]));

	// The first round warms everything up and is not counted.
	for (let round = 0; round <= rounds; round += 1) {
		for (const name of contenders) {
			const start = performance.now();
			const output = await CONTENDERS[name]({ ...task, items });
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
