'use strict';

const { mkdtemp, rm } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { installNode, packNode } = require('./nodePackage');
const { startPostgres } = require('./postgres');
const { startRedis } = require('./redis');
const { systemPrograms } = require('./systemPrograms');
const { startN8nInstance } = require('./instance');
const { startWorker } = require('./worker');

/**
 * n8n in queue mode: a main process that starts executions, and workers that run them. They share a
 * database and a queue, but nothing on disk. Everything that they have written is deleted when they are
 * stopped.
 *
 * @typedef {object} Queue
 * @property {import('./n8nApi').N8nApi} api of the main process, whose owner is logged in
 * @property {import('./server').RunningN8n} n8n the main process
 * @property {(options?: WorkerOptions) => Promise<import('./worker').RunningWorker>} addWorker
 * @property {() => Promise<void>} stop
 *
 * @typedef {{env?: NodeJS.ProcessEnv, concurrency?: number}} WorkerOptions
 */

/**
 * Starts n8n in queue mode, without workers.
 *
 * @param {object} [options]
 * @param {string} [options.major] of n8n, '1' or '2'
 * @param {NodeJS.ProcessEnv} [options.env] further variables for the main process and its workers
 * @param {(line: string) => void} [options.log] is called with each next step
 * @returns {Promise<Queue>}
 */
async function startQueue({ major = '2', env: shared = {}, log = () => {} } = {}) {
	const programs = systemPrograms();
	/** @type {Array<() => Promise<unknown>>} */
	const started = [];
	const stop = async () => {
		/** @type {unknown[]} */
		const problems = [];
		// In reverse order, because a missing database would fill the other logs.
		for (const stopIt of started.splice(0).reverse()) {
			await stopIt().catch((error) => problems.push(error));
		}
		if (problems.length > 0) throw problems[0];
	};
	try {
		const folder = await mkdtemp(join(tmpdir(), 'n8n-66pusher-queue-'));
		started.push(async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }));
		const tarball = await packNode(folder);

		log('Starting PostgreSQL and Redis.');
		const postgres = await startPostgres(programs);
		started.push(postgres.stop);
		const redis = await startRedis(programs);
		started.push(redis.stop);
		const env = {
			...postgres.env,
			...redis.env,
			EXECUTIONS_MODE: 'queue',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			...shared,
		};

		const { api, n8n, stop: stopMain } = await startN8nInstance({ major, tarball, env, log });
		started.push(stopMain);

		/** @param {WorkerOptions} [options] */
		const addWorker = async ({ env: own, concurrency } = {}) => {
			const userFolder = await mkdtemp(join(folder, 'worker-'));
			await installNode(tarball, userFolder, n8n.tree.node);
			const worker = await startWorker(n8n.tree, {
				userFolder,
				env: { ...env, ...own },
				concurrency,
			});
			started.push(worker.stop);
			return worker;
		};
		return { api, n8n, addWorker, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

module.exports = { startQueue };
