'use strict';

const { mkdtempSync, rmSync, statSync } = require('node:fs');
const { execFileSync } = require('node:child_process');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { nodesBase } = require('./httpRequest');
const { node24 } = require('../n8n/node24');
const manifest = require('../../package.json');
const { COLLECTED_FIELDS, HIDDEN_FIELDS } = require('./candidates');
const { measureInProcess, median, startServer } = require('./processes');

/**
 * @typedef {object} Row of the table.
 * @property {string} what
 * @property {string} measured
 * @property {string} target empty if the row is only there for comparison
 * @property {boolean} [holds]
 */

const MEGABYTE = 1e6;
const NO_BYTES = { behaviour: { keepImageBytes: false } };
/** @typedef {Record<string, number[]>} Times by candidate */

const milliseconds = (/** @type {number} */ ms) => `${ms.toFixed(2)} ms`;
const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(2)} s`;
const times = (/** @type {number} */ ratio) => `${ratio.toFixed(2)} ×`;
const megabytes = (/** @type {number} */ bytes) => `${(bytes / MEGABYTE).toFixed(0)} MB`;

/**
 * One candidate against another: both medians, and the median of the ratios of their rounds.
 *
 * @param {number[]} [one]
 * @param {number[]} [other]
 */
function against(one = [], other = []) {
	const ratio = median(one.map((time, round) => time / (other[round] ?? NaN)));
	return {
		ratio,
		measured: `${seconds(median(one))} : ${seconds(median(other))} = ${times(ratio)}`,
	};
}

/** @returns {Promise<Row[]>} */
async function listRows() {
	const flows = 10_000;
	const task = { rounds: 7, expected: flows, nodesBase: await nodesBase() };
	const server = await startServer({ flows, behaviour: { latencyMs: 50 } });
	try {
		const { credential } = server;
		await measureInProcess('time.js', {
			...task,
			credential,
			candidates: ['listWithNode'],
			warmUps: 0,
			rounds: 1,
		});
		const { requests } = await server.count();

		/** @type {Times} */
		const {
			listWithNode: node,
			listWithAxios: axios,
			listByHttpRequestAtBest: best,
		} = await measureInProcess('time.js', {
			...task,
			credential,
			candidates: ['listWithNode', 'listWithAxios', 'listByHttpRequestAtBest'],
		});
		/** @type {Times} */
		const { listWithNode: nodeAgain, listByHttpRequest: usual } = await measureInProcess(
			'time.js',
			{
				...task,
				credential,
				warmUps: 0,
				rounds: 1,
				candidates: ['listWithNode', 'listByHttpRequest'],
			},
		);
		const againstAxios = against(node, axios);
		return [
			{
				what: 'List 10,000 flows: requests',
				measured: String(requests),
				target: '10',
				holds: requests === 10,
			},
			{
				what: 'The same with 50 ms of latency, against a plain axios loop',
				measured: againstAxios.measured,
				target: '≤ 0.50 ×',
				holds: againstAxios.ratio <= 0.5,
			},
			{
				what: 'The same, against n8n’s HTTP Request node with pages of 1000',
				measured: against(node, best).measured,
				target: '',
			},
			{
				what: 'The same, against n8n’s HTTP Request node with default settings',
				measured: against(nodeAgain, usual).measured,
				target: '',
			},
		];
	} finally {
		await server.stop();
	}
}

/** @returns {Promise<Row[]>} */
async function createRows() {
	const server = await startServer(NO_BYTES);
	try {
		/** @type {Times} */
		const {
			createWithNode: node,
			createWithFormAlone: form,
			createWithMinimalNode: minimal,
			createWithAxios: axios,
		} = await measureInProcess('time.js', {
			candidates: [
				'createWithNode',
				'createWithFormAlone',
				'createWithMinimalNode',
				'createWithAxios',
			],
			rounds: 9,
			count: 1000,
			expected: 1000,
			credential: server.credential,
		});
		const againstMinimal = against(node, minimal);
		return [
			{
				what: 'Create 1,000 flows, against a minimal declarative node in the same engine',
				measured: againstMinimal.measured,
				target: '≤ 1.20 ×',
				holds: againstMinimal.ratio <= 1.2,
			},
			{
				what: 'A node with this one’s fields but none of its code, against that minimal node',
				measured: against(form, minimal).measured,
				target: '',
			},
			{
				what: 'This node, against the one with only its fields',
				measured: against(node, form).measured,
				target: '',
			},
			{
				what: 'That minimal node, against an axios loop with as many requests in flight',
				measured: against(minimal, axios).measured,
				target: '',
			},
		];
	} finally {
		await server.stop();
	}
}

/** @returns {Promise<Row[]>} */
async function memoryRows() {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-bench-'));
	const env = { ...process.env, N8N_USER_FOLDER: userFolder };
	const server = await startServer(NO_BYTES);
	try {
		const options = { env, execArgv: ['--expose-gc'] };
		const stored = { count: 200, imageBytes: 1_900_000 };
		/** @type {import('n8n-workflow').INodeExecutionData[]} */
		const images = await measureInProcess('storeImages.js', stored, options);
		const task = { images, credential: server.credential };

		const { path: newerNode } = await node24(console.error);
		const programs = new Map([
			[
				'Create 200 flows, each with its own image of 1.9 MB on disk: memory above the start, on Node 24 like n8n 2',
				newerNode,
			],
			['The same on the Node of the other rows', process.execPath],
		]);
		/** @type {Row[]} */
		const rows = [];
		for (const [what, execPath] of programs) {
			/** @type {number[]} */
			const above = [];
			for (let run = 0; run < 5; run += 1) {
				/** @type {{above: number}} */
				const measured = await measureInProcess('memory.js', task, { ...options, execPath });
				above.push(measured.above);
			}
			const typical = median(above);
			rows.push({
				what,
				measured: `${megabytes(typical)} (${above.map(megabytes).join(', ')})`,
				target: '≤ 48 MB',
				holds: typical <= 48 * MEGABYTE,
			});
		}
		return rows;
	} finally {
		await server.stop();
		rmSync(userFolder, { recursive: true, force: true });
	}
}

/** @returns {Promise<Row[]>} */
async function sizeRows() {
	const built = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
	const empty = ['tools/bench/empty/Empty.node.js', 'tools/bench/empty/EmptyApi.credentials.js'];
	/** @type {Record<'built' | 'empty', number[]>} */
	const loads = { built: [], empty: [] };
	for (let run = 0; run < 10; run += 1) {
		loads.built.push(await measureInProcess('load.js', { files: built }));
		loads.empty.push(await measureInProcess('load.js', { files: empty }));
	}
	const load = median(loads.built);
	const packed = packedSize();
	return [
		{
			what: 'Load and instantiate node and credential, n8n-workflow loaded: median of 10',
			measured: milliseconds(load),
			target: '≤ 3 ms',
			holds: load <= 3,
		},
		{
			what: 'The same with an empty node and an empty credential',
			measured: milliseconds(median(loads.empty)),
			target: '',
		},
		{
			what: 'The packed tarball',
			measured: `${(packed / 1000).toFixed(1)} kB`,
			target: '≤ 40 kB',
			holds: packed <= 40_000,
		},
	];
}

function packedSize() {
	const folder = mkdtempSync(join(tmpdir(), 'pack-'));
	try {
		const file = execFileSync(
			'npm',
			['pack', '--silent', '--ignore-scripts', '--pack-destination', folder],
			{ cwd: join(__dirname, '../..'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
		);
		return statSync(join(folder, file.trim())).size;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Time and memory for growing numbers of items.
 *
 * @returns {Promise<Array<{items: number, milliseconds: number, megabytes: number}>>}
 */
async function growth() {
	/** @type {Array<{items: number, milliseconds: number, megabytes: number}>} */
	const points = [];
	for (const items of [10, 100, 1000, 10_000]) {
		const server = await startServer(NO_BYTES);
		const task = { count: items, credential: server.credential };
		/** @type {{above: number, elapsed: number}} */
		const { above, elapsed } = await measureInProcess('memory.js', task, {
			execArgv: ['--expose-gc'],
		});
		points.push({ items, milliseconds: elapsed, megabytes: above / MEGABYTE });
		await server.stop();
	}
	return points;
}

/**
 * What the parts of a description cost the engine, in milliseconds of the processor for 1,000 items.
 *
 * @returns {Promise<Array<{what: string, milliseconds: number}>>}
 */
async function descriptionCosts() {
	const server = await startServer(NO_BYTES);
	try {
		/** @type {Record<string, string>} */
		const parts = {
			createWithExpressions: 'Six more fields from expressions',
			createWithCollection: `A collection of ${COLLECTED_FIELDS} fields, two of them set`,
			createWithHiddenFields: `${HIDDEN_FIELDS} more fields that are not shown`,
		};
		/** @type {Times} */
		const { createWithMinimalNode: minimal = [], ...others } = await measureInProcess('time.js', {
			candidates: ['createWithMinimalNode', ...Object.keys(parts)],
			clock: 'processor',
			rounds: 9,
			count: 1000,
			expected: 1000,
			credential: server.credential,
		});
		return Object.entries(others).map(([name, taken]) => ({
			what: parts[name] ?? name,
			milliseconds: median(taken.map((time, round) => time - (minimal[round] ?? NaN))),
		}));
	} finally {
		await server.stop();
	}
}

module.exports = { createRows, descriptionCosts, growth, listRows, memoryRows, sizeRows };
