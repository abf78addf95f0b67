'use strict';

/**
 * Where the time goes while flows are created: of each candidate, milliseconds of the processor for
 * each of the packages that were at work. In a process of its own.
 */

const { Session } = require('node:inspector/promises');
const { inEngine, NODES, titles } = require('./candidates');

const WARM_UPS = 2;
const RUNS = 7;

/** The packages by what they are there for. */
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
	const { count, credential } = JSON.parse(process.argv[2]);
	const items = titles(count);
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');

	const spent = { node: zero(), form: zero(), minimal: zero() };
	const nodes = { node: NODES.create, form: NODES.formAlone, minimal: NODES.minimal };
	// In turn: what slows the machine down for a while slows all of them.
	for (let round = 1 - WARM_UPS; round <= RUNS; round += 1) {
		for (const [name, node] of Object.entries(nodes)) {
			await session.post('Profiler.start');
			await inEngine(node, items, credential);
			const { profile } = await session.post('Profiler.stop');
			if (round > 0) addByPart(spent[name], profile);
		}
	}
	process.send(spent);
	process.disconnect();
}

const zero = () => Object.fromEntries([...Object.keys(PARTS), OTHER].map((part) => [part, 0]));

function addByPart(spent, { nodes, samples, timeDeltas }) {
	const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
	for (const [index, id] of samples.entries()) {
		const { url, functionName } = frames.get(id);
		if (functionName === '(idle)') continue;
		const file = url.split('node_modules/').at(-1);
		const part = Object.keys(PARTS).find((name) => PARTS[name].test(file)) ?? OTHER;
		spent[part] += timeDeltas[index] / 1000 / RUNS;
	}
}

void main();
