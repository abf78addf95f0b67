'use strict';

/**
 * Times candidates in turn, A B, B A, A B …, in one process, and returns their times by round, because
 * whatever slows the machine down for a while slows a whole round.
 */

const { createWithAxios, inEngine, listWithAxios, NODES, titles } = require('./candidates');
const { httpRequestNode } = require('./httpRequest');
const { readTask, sendResult } = require('./task');

/**
 * @typedef {object} TimeTask
 * @property {string[]} candidates
 * @property {number} [warmUps]
 * @property {number} rounds
 * @property {number} [count]
 * @property {number} expected
 * @property {'wall' | 'processor'} [clock]
 * @property {{baseUrl: string, apiKey: string}} credential
 * @property {string} [nodesBase] the folder of n8n's own nodes
 *
 * @typedef {TimeTask & {items: import('n8n-workflow').INodeExecutionData[]}} Run
 */

/** @type {(run: Run, pageSize?: number) => Promise<unknown[]>} */
const listByHttpRequest = async ({ credential, nodesBase = '' }, pageSize) => {
	const node = httpRequestNode(nodesBase, credential.baseUrl, pageSize);
	const pages = await inEngine(node, [{ json: {} }], credential);
	return pages.flatMap(({ json }) => json.data);
};

/** @type {Record<string, (run: Run) => Promise<unknown[]>>} */
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
	listByHttpRequest: (run) => listByHttpRequest(run),
	listByHttpRequestAtBest: (run) => listByHttpRequest(run, 1000),
};

/** In milliseconds. */
const CLOCKS = {
	wall: () => performance.now(),
	/** Of this process alone, so that other work of the machine counts for less. */
	processor: () => process.cpuUsage().user / 1000,
};

async function main() {
	/** @type {TimeTask} */
	const task = readTask();
	const { candidates, warmUps = 2, rounds, count = 0, expected } = task;
	const now = CLOCKS[task.clock ?? 'wall'];
	const items = titles(count);
	/** @type {Map<string, number[]>} */
	const times = new Map(candidates.map((name) => [name, []]));

	// The first rounds warm everything up and are not counted.
	for (let round = 1 - warmUps; round <= rounds; round += 1) {
		for (const name of round % 2 ? candidates : [...candidates].reverse()) {
			const candidate = CANDIDATES[name];
			if (!candidate) throw new Error(`There is no candidate ${name}`);
			const start = now();
			const output = await candidate({ ...task, items });
			const elapsed = now() - start;
			if (output.length !== expected) {
				throw new Error(`${name} returned ${output.length} instead of ${expected}`);
			}
			if (round > 0) times.get(name)?.push(elapsed);
		}
	}
	sendResult(Object.fromEntries(times));
}

void main();
