'use strict';

/**
 * Where the time goes while flows are created: for each candidate, the milliseconds of processor time
 * in each package. Runs in a process of its own.
 */

const { Session } = require('node:inspector/promises');
const { inEngine, NODES, titles } = require('./candidates');
const { readTask, sendResult } = require('./task');

const WARM_UPS = 2;
const RUNS = 7;

/** The packages by their purpose. @type {Record<string, RegExp>} */
const PARTS = {
	'Fields and expressions (n8n-workflow, luxon)':
		/^(n8n-workflow|luxon|jmespath|@n8n\/(tournament|expression-runtime))\//,
	'The engine beside them (n8n-core, lodash)': /^(n8n-core|lodash|@n8n)\b/,
	'The HTTP client (axios and what it needs)':
		/^(axios|follow-redirects|form-data|proxy-from-env|combined-stream|[a-z-]+-proxy-agent)\//,
	'Node and its network': /^node:/,
	'This node': /\/dist\/(nodes|credentials)\//,
};
const OTHER = 'Garbage collection, native code and the rest';

async function main() {
	/** @type {{count: number, credential: {baseUrl: string, apiKey: string}}} */
	const { count, credential } = readTask();
	const items = titles(count);
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');

	const spent = { node: zero(), form: zero(), minimal: zero() };
	const measured = [
		{ node: NODES.create, times: spent.node },
		{ node: NODES.formAlone, times: spent.form },
		{ node: NODES.minimal, times: spent.minimal },
	];
	// In turn, so that whatever slows the machine down for a while slows all of them.
	for (let round = 1 - WARM_UPS; round <= RUNS; round += 1) {
		for (const { node, times } of measured) {
			await session.post('Profiler.start');
			await inEngine(node, items, credential);
			const { profile } = await session.post('Profiler.stop');
			if (round > 0) addByPart(times, profile);
		}
	}
	sendResult(spent);
}

/** @returns {Record<string, number>} */
const zero = () => Object.fromEntries([...Object.keys(PARTS), OTHER].map((part) => [part, 0]));

/**
 * @param {Record<string, number>} spent
 * @param {import('node:inspector').Profiler.Profile} profile
 */
function addByPart(spent, { nodes, samples = [], timeDeltas = [] }) {
	const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
	for (const [index, id] of samples.entries()) {
		const frame = frames.get(id);
		if (!frame || frame.functionName === '(idle)') continue;
		const file = frame.url.split('node_modules/').at(-1) ?? '';
		const part = Object.keys(PARTS).find((name) => PARTS[name]?.test(file)) ?? OTHER;
		spent[part] = (spent[part] ?? 0) + (timeDeltas[index] ?? 0) / 1000 / RUNS;
	}
}

void main();
