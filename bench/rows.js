'use strict';

const { mkdtempSync, rmSync, statSync } = require('node:fs');
const { execFileSync } = require('node:child_process');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { nodesBase } = require('./httpRequest');
const { measureInProcess, median, startServer } = require('./processes');

/**
 * @typedef {object} Row of the table.
 * @property {string} what
 * @property {string} measured
 * @property {string} target empty where the row is there to compare
 * @property {boolean} [holds]
 */

const MEGABYTE = 1e6;
const NO_BYTES = { behaviour: { keepImageBytes: false } };
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const times = (ratio) => `${ratio.toFixed(2)} ×`;
const megabytes = (bytes) => `${(bytes / MEGABYTE).toFixed(0)} MB`;

/** @returns {Promise<Row[]>} */
async function listRows() {
	const flows = 10_000;
	const task = { rounds: 3, expected: flows, nodesBase: await nodesBase() };
	const server = await startServer({ flows, behaviour: { latencyMs: 50 } });
	try {
		const { credential } = server;
		await measureInProcess('time.js', {
			...task,
			credential,
			contenders: ['listWithNode'],
			rounds: 0,
		});
		const { requests } = await server.count();

		const {
			listWithNode: node,
			listWithAxios: axios,
			listByHttpRequestAtBest: best,
		} = await measureInProcess('time.js', {
			...task,
			credential,
			contenders: ['listWithNode', 'listWithAxios', 'listByHttpRequestAtBest'],
		});
		const { listWithNode: nodeAgain, listByHttpRequest: usual } = await measureInProcess(
			'time.js',
			{
				...task,
				credential,
				rounds: 1,
				contenders: ['listWithNode', 'listByHttpRequest'],
			},
		);
		return [
			{
				what: 'List 10,000 flows: requests',
				measured: String(requests),
				target: '10',
				holds: requests === 10,
			},
			{
				what: 'The same with 50 ms of latency, against a plain axios loop',
				measured: `${seconds(node)} : ${seconds(axios)} = ${times(node / axios)}`,
				target: '≤ 0.50 ×',
				holds: node / axios <= 0.5,
			},
			{
				what: 'The same, against n8n’s HTTP Request node with pages of 1000',
				measured: `${seconds(node)} : ${seconds(best)} = ${times(node / best)}`,
				target: '',
			},
			{
				what: 'The same, against n8n’s HTTP Request node at its usual settings',
				measured: `${seconds(nodeAgain)} : ${seconds(usual)} = ${times(nodeAgain / usual)}`,
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
		const {
			createWithNode: node,
			createWithMinimalNode: minimal,
			createWithAxios: axios,
		} = await measureInProcess('time.js', {
			contenders: ['createWithNode', 'createWithMinimalNode', 'createWithAxios'],
			rounds: 7,
			count: 1000,
			expected: 1000,
			credential: server.credential,
		});
		return [
			{
				what: 'Create 1,000 flows, against a minimal declarative node in the same engine',
				measured: `${seconds(node)} : ${seconds(minimal)} = ${times(node / minimal)}`,
				target: '≤ 1.20 ×',
				holds: node / minimal <= 1.2,
			},
			{
				what: 'That minimal node, against an axios loop with as many requests in flight',
				measured: `${seconds(minimal)} : ${seconds(axios)} = ${times(minimal / axios)}`,
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
		const images = await measureInProcess('storeImages.js', stored, options);
		const task = { images, credential: server.credential };

		const above = [];
		for (let run = 0; run < 5; run += 1) {
			above.push((await measureInProcess('memory.js', task, options)).above);
		}
		const typical = median(above);
		return [
			{
				what: 'Create 200 flows, each with its own picture of 1.9 MB on disk: memory above the start',
				measured: `${megabytes(typical)} (${above.map(megabytes).join(', ')})`,
				target: '≤ 48 MB',
				holds: typical <= 48 * MEGABYTE,
			},
		];
	} finally {
		await server.stop();
		rmSync(userFolder, { recursive: true, force: true });
	}
}

/** @returns {Promise<Row[]>} */
async function sizeRows() {
	const loads = [];
	for (let run = 0; run < 10; run += 1) loads.push(await measureInProcess('load.js', {}));
	const load = median(loads);
	const packed = packedSize();
	return [
		{
			what: 'Load and instantiate node and credential, n8n-workflow loaded: median of 10',
			measured: `${load.toFixed(2)} ms`,
			target: '≤ 3 ms',
			holds: load <= 3,
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
			{ cwd: join(__dirname, '..'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
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
	const points = [];
	for (const items of [10, 100, 1000, 10_000]) {
		const server = await startServer(NO_BYTES);
		const task = { count: items, credential: server.credential };
		const { above, elapsed } = await measureInProcess('memory.js', task, {
			execArgv: ['--expose-gc'],
		});
		points.push({ items, milliseconds: elapsed, megabytes: above / MEGABYTE });
		await server.stop();
	}
	return points;
}

module.exports = { createRows, growth, listRows, memoryRows, sizeRows };
