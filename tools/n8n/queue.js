'use strict';

const { mkdtemp, rm } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { installNode, packNode } = require('./nodePackage');
const { startPostgres } = require('./postgres');
const { startRedis } = require('./redis');
const { systemPrograms } = require('./systemPrograms');
const { startTrial } = require('./trial');
const { startWorker } = require('./worker');

/**
 * n8n in queue mode: a main process that starts executions, and workers that carry them out. They
 * share a database and a queue, and nothing on the disk. All that they have written is gone once they
 * are stopped.
 *
 * @typedef {object} Queue
 * @property {import('./api').N8nApi} api of the main process, whose owner is logged in
 * @property {import('./server').RunningN8n} n8n the main process
 * @property {(options?: WorkerOptions) => Promise<import('./worker').RunningWorker>} addWorker
 * @property {() => Promise<void>} stop
 *
 * @typedef {{env?: NodeJS.ProcessEnv, concurrency?: number}} WorkerOptions
 */

/**
 * Starts it without workers.
 *
 * @param {object} [options]
 * @param {string} [options.major] of n8n, '1' or '2'
 * @param {NodeJS.ProcessEnv} [options.env] further variables for the main process and its workers
 * @param {(line: string) => void} [options.say] told what is done next
 * @returns {Promise<Queue>}
 */
async function startQueue({ major = '2', env: shared = {}, say = () => {} } = {}) {
	const programs = systemPrograms();
	/** @type {Array<() => Promise<unknown>>} */
	const started = [];
	const stop = async () => {
		const endings = [];
		// The last first: a database that is gone would fill the others' logs.
		for (const stopIt of started.splice(0).reverse()) {
			endings.push(...(await Promise.allSettled([stopIt()])));
		}
		const failed = endings.find(({ status }) => status === 'rejected');
		if (failed) throw /** @type {PromiseRejectedResult} */ (failed).reason;
	};
	try {
		const folder = await mkdtemp(join(tmpdir(), 'n8n-66pusher-queue-'));
		started.push(async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }));
		const tarball = await packNode(folder);

		say('Starting PostgreSQL and Redis.');
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

		const { api, n8n, stop: stopMain } = await startTrial({ major, tarball, env, say });
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
