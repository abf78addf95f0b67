'use strict';

const { startQueue } = require('../../../tools/n8n/queue');
const { startSandbox } = require('../../../tools/sandbox');

/** n8n notices a lost worker sooner, and still does not take a slow one for lost. */
const WATCHFUL = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
};

const log = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);

/**
 * n8n in queue mode for all tests of the block, and workers and installations for each of them.
 *
 * @param {string} major of n8n
 * @param {NodeJS.ProcessEnv} [env] further variables for n8n
 */
function useQueue(major, env) {
	/** @type {import('../../../tools/n8n/queue').Queue | undefined} */
	let queue;
	/** What the test has started. @type {Array<{stop: () => Promise<unknown>}>} */
	let started = [];
	const running = () => {
		if (!queue) throw new Error('n8n did not start');
		return queue;
	};

	beforeAll(async () => {
		try {
			queue = await startQueue({ major, env: { ...WATCHFUL, ...env }, log });
		} catch (error) {
			// Without the stack: Jest would print a place in this repository above what to do about it.
			const { message } = error instanceof Error ? error : new Error(String(error));
			throw Object.assign(new Error(message), { stack: message });
		}
	});
	afterEach(async () => {
		const all = started;
		started = [];
		await Promise.all(all.map(async ({ stop }) => await stop()));
	});
	afterAll(async () => {
		await queue?.stop();
	});

	/**
	 * @template {{stop: () => Promise<unknown>}} T
	 * @param {T} one that is stopped after the test
	 * @returns {T}
	 */
	const keep = (one) => {
		started.push(one);
		return one;
	};
	return {
		get api() {
			return running().api;
		},
		get url() {
			return running().n8n.url;
		},
		/**
		 * @param {number} count
		 * @param {import('../../../tools/n8n/queue').WorkerOptions} options
		 */
		addWorkers: async (count, options) => {
			const add = async () => keep(await running().addWorker(options));
			const starting = Array.from({ length: count }, add);
			// All have to be up or gone before anything is stopped.
			await Promise.allSettled(starting);
			return await Promise.all(starting);
		},
		/** @param {NonNullable<Parameters<typeof startSandbox>[0]>['behaviour']} [behaviour] */
		addSandbox: async (behaviour) =>
			keep(await startSandbox({ behaviour: { keepImageBytes: false, ...behaviour } })),
	};
}

module.exports = { log, useQueue };
