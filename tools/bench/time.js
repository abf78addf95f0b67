'use strict';

/**
 * Times candidates in turn, A B, B A, A B …, in one process, and tells each one's times, round by
 * round: what slows the machine down for a while slows all of a round.
 */

const { createWithAxios, inEngine, listWithAxios, NODES, titles } = require('./candidates');
const { httpRequestNode } = require('./httpRequest');

const listByHttpRequest = async (pageSize, credential, nodesBase) => {
	const node = httpRequestNode(nodesBase, credential.baseUrl, pageSize);
	const pages = await inEngine(node, [{ json: {} }], credential);
	return pages.flatMap(({ json }) => json.data);
};

const CANDIDATES = {
	createWithNode: ({ items, credential }) => inEngine(NODES.create, items, credential),
	createWithMinimalNode: ({ items, credential }) => inEngine(NODES.minimal, items, credential),
	createWithFormAlone: ({ items, credential }) => inEngine(NODES.formAlone, items, credential),
	createWithHiddenFields: ({ items, credential }) => inEngine(NODES.hidden, items, credential),
	createWithCollection: ({ items, credential }) => inEngine(NODES.collection, items, credential),
	createWithExpressions: ({ items, credential }) => inEngine(NODES.expressions, items, credential),
	createWithAxios: ({ items, credential }) => createWithAxios(items, credential),
	listWithNode: ({ credential }) => inEngine(NODES.list, [{ json: {} }], credential),
	listWithAxios: ({ credential }) => listWithAxios(credential),
	listByHttpRequest: ({ credential, nodesBase }) =>
		listByHttpRequest(undefined, credential, nodesBase),
	listByHttpRequestAtBest: ({ credential, nodesBase }) =>
		listByHttpRequest(1000, credential, nodesBase),
};

/** In milliseconds. */
const CLOCKS = {
	wall: () => performance.now(),
	/** Of this process alone: what else the machine does counts for less. */
	processor: () => process.cpuUsage().user / 1000,
};

async function main() {
	const task = JSON.parse(process.argv[2]);
	const { candidates, warmUps = 2, rounds, count = 0, expected } = task;
	const now = CLOCKS[task.clock ?? 'wall'];
	const items = titles(count);
	const times = Object.fromEntries(candidates.map((name) => [name, []]));

	// The first rounds warm everything up and are not counted.
	for (let round = 1 - warmUps; round <= rounds; round += 1) {
		for (const name of round % 2 ? candidates : candidates.toReversed()) {
			const start = now();
			const output = await CANDIDATES[name]({ ...task, items });
			const elapsed = now() - start;
			if (output.length !== expected) {
				throw new Error(`${name} gave ${output.length} in place of ${expected}`);
			}
			if (round > 0) times[name].push(elapsed);
		}
	}
	process.send(times);
	process.disconnect();
}

void main();
