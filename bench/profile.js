'use strict';

/**
 * Where the time goes while flows are created: of each contender, milliseconds of the processor for
 * each of the packages that were at work. In a process of its own.
 */

const { Session } = require('node:inspector/promises');
const { inEngine, NODES, titles } = require('./contenders');

const WARM_UPS = 3;
const RUNS = 3;

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

	const spent = {};
	for (const [name, node] of Object.entries({ node: NODES.create, minimal: NODES.minimal })) {
		for (let run = 0; run < WARM_UPS; run += 1) await inEngine(node, items, credential);
		await session.post('Profiler.start');
		for (let run = 0; run < RUNS; run += 1) await inEngine(node, items, credential);
		const { profile } = await session.post('Profiler.stop');
		spent[name] = byPart(profile);
	}
	process.send(spent);
	process.disconnect();
}

function byPart({ nodes, samples, timeDeltas }) {
	const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
	const spent = Object.fromEntries([...Object.keys(PARTS), OTHER].map((part) => [part, 0]));
	for (const [index, id] of samples.entries()) {
		const { url, functionName } = frames.get(id);
		if (functionName === '(idle)') continue;
		const file = url.split('node_modules/').at(-1);
		const part = Object.keys(PARTS).find((name) => PARTS[name].test(file)) ?? OTHER;
		spent[part] += timeDeltas[index] / 1000 / RUNS;
	}
	return spent;
}

void main();
