'use strict';

const { startQueue } = require('../../../tools/n8n/queue');
const { startSandbox } = require('../../../tools/sandbox');

/** n8n notices sooner that a worker is gone, and still does not take a slow one for gone. */
const WATCHFUL = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
};

const say = (line) => process.stderr.write(`${line}\n`);

/**
 * n8n in queue mode for all tests of the block, and workers and installations for each of them.
 *
 * @param {string} major of n8n
 * @param {object} [env] further variables for n8n
 */
function useQueue(major, env) {
	let queue;
	/** What the test has started. */
	let started = [];

	beforeAll(async () => {
		try {
			queue = await startQueue({ major, env: { ...WATCHFUL, ...env }, say });
		} catch (error) {
			// Jest would print where in this repository it was found out, above what to do about it.
			throw Object.assign(new Error(error.message), { stack: error.message });
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

	const keep = (one) => {
		started.push(one);
		return one;
	};
	return {
		get api() {
			return queue.api;
		},
		get url() {
			return queue.n8n.url;
		},
		addWorkers: async (count, options) => {
			const add = async () => keep(await queue.addWorker(options));
			const starting = Array.from({ length: count }, add);
			// All have to be up or gone before anything is stopped.
			await Promise.allSettled(starting);
			return await Promise.all(starting);
		},
		addSandbox: async (behaviour) =>
			keep(await startSandbox({ behaviour: { keepImageBytes: false, ...behaviour } })),
	};
}

module.exports = { say, useQueue };
