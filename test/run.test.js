'use strict';

const { Run, startItem } = require('../build/modules/nodes/SixtySixPusher/transport/run');

/**
 * What n8n hands the node in an execution: the same execute data for each item of a run, and for each
 * of its retries.
 *
 * @param {{items?: number, executeOnce?: boolean, runIndex?: number, batchInterval?: unknown}} [settings]
 */
function execution({ items = 3, executeOnce, runIndex = 0, batchInterval } = {}) {
	/** @type {any} */
	const data = { data: { main: [Array.from({ length: items }, () => ({ json: {} }))] } };
	const started = {
		data,
		runIndex,
		/** @type {object | undefined} the arguments of an agent's call */
		toolCall: undefined,
		/** @type {Array<() => void>} */
		cancel: [],
		/**
		 * @param {number} index
		 * @returns {any}
		 */
		contextOf: (index) => ({
			getExecuteData: () => started.data,
			getItemIndex: () => index,
			getNode: () => ({ executeOnce }),
			// n8n makes up an empty item each time, unless an agent calls the node itself.
			/** @param {number} _index @param {string} type */
			getInputData: (_index, type) =>
				type === 'ai_tool' && started.toolCall ? { json: started.toolCall } : { json: {} },
			/** @param {string} expression @param {number} itemIndex */
			evaluateExpression: (expression, itemIndex) =>
				expression === '{{ $runIndex }}' && itemIndex === index ? started.runIndex : undefined,
			/** @param {string} name @param {unknown} fallback */
			getNodeParameter: (name, fallback) =>
				name === 'requestOptions.batching.batch.batchInterval'
					? (batchInterval ?? fallback)
					: undefined,
			/** @param {() => void} stop */
			onExecutionCancellation: (stop) => started.cancel.push(stop),
		}),
	};
	return started;
}

/**
 * The runs of the items with these indexes, started one after the other.
 *
 * @param {ReturnType<typeof execution>} started
 * @param {number[]} indexes
 */
const startItems = (started, indexes) =>
	indexes.map((index) => startItem(started.contextOf(index)));

describe('a run', () => {
	test('is shared by items that follow one another', () => {
		const [first, second, third] = startItems(execution(), [0, 1, 2]);
		expect(second).toBe(first);
		expect(third).toBe(first);
		expect(first.total).toBe(3);
	});

	test('may skip items', () => {
		const [first, third] = startItems(execution(), [0, 2]);
		expect(third).toBe(first);
	});

	test.each([
		['the first item', [0, 1, 0]],
		['an item before the latest', [0, 1, 2, 1]],
		['the latest item', [0, 0]],
	])('is a new one if %s comes again', (_, indexes) => {
		const runs = startItems(execution(), indexes);
		expect(runs.at(-1)).not.toBe(runs[0]);
	});

	test('belongs to one execution', () => {
		const [one] = startItems(execution(), [0]);
		const [other] = startItems(execution(), [1]);
		expect(other).not.toBe(one);
	});

	test('keeps its writes for a retry, and not for the next run of the node', () => {
		const started = execution({ runIndex: 4 });
		const [first] = startItems(started, [0]);
		const [again] = startItems(started, [0]);
		expect(again.writes).toBe(first.writes);
		expect([first.index, again.index]).toEqual([4, 4]);

		started.runIndex = 5;
		const [next] = startItems(started, [0]);
		expect(next.writes).not.toBe(first.writes);
		expect(next.writes.size).toBe(0);
		expect(next.index).toBe(5);
	});

	test('has one item if the node executes once, or if the input is unknown', () => {
		expect(startItems(execution({ executeOnce: true }), [0])[0].total).toBe(1);
		for (const data of [{ data: {} }, { data: { main: [] } }, { data: { main: [null] } }]) {
			const started = execution();
			started.data = data;
			expect(startItems(started, [0])[0].total).toBe(1);
		}
	});

	test.each([
		[undefined, false],
		[0, false],
		[1, true],
		['250', true],
	])('with a batch interval of %j is batched: %s', (batchInterval, isBatched) => {
		expect(startItems(execution({ batchInterval }), [0])[0].isBatched).toBe(isBatched);
	});

	test('stops waiting when the execution ends, and asks n8n for that once', async () => {
		const started = execution();
		const [run] = startItems(started, [0, 1, 2]);
		expect(started.cancel).toHaveLength(1);
		started.cancel[0]?.();
		await expect(run.throttle.wait()).rejects.toThrow('The execution was stopped');
	});
});

describe('the items of a run', () => {
	/**
	 * Whether it has resolved by now.
	 *
	 * @param {Promise<unknown>} promise
	 */
	async function isResolved(promise) {
		const pending = Symbol('pending');
		await new Promise((resume) => setImmediate(resume));
		return (await Promise.race([promise, Promise.resolve(pending)])) !== pending;
	}

	test('have all started when the last has', async () => {
		const run = new Run({ total: 3 });
		run.startItem(0);
		run.startItem(1);
		expect(await isResolved(run.allStarted)).toBe(false);
		run.startItem(2);
		expect(await isResolved(run.allStarted)).toBe(true);
	});

	test('have all finished when none is under way any more', async () => {
		const run = new Run({ total: 2 });
		expect(await isResolved(run.allFinished())).toBe(true);
		run.startItem(0);
		run.startItem(1);
		const finished = [run.allFinished(), run.allFinished()];
		run.finishItem();
		expect(await isResolved(Promise.race(finished))).toBe(false);
		run.finishItem();
		expect(await isResolved(Promise.all(finished))).toBe(true);
	});

	test('are one by default, with none processed yet', () => {
		const run = new Run();
		expect([run.total, run.index, run.isBatched, run.done, run.halted]).toEqual([
			1,
			0,
			false,
			0,
			false,
		]);
		expect([run.isNextItem(0), run.writes.size]).toEqual([true, 0]);
	});

	test('wait for a rate limit no longer than the maximum that the run is given', () => {
		expect(() => new Run({ maxWaitMs: 10 }).throttle.onRateLimited(429, 11)).toThrow(
			'no more requests',
		);
		expect(() => new Run({ maxWaitMs: 10 }).throttle.onRateLimited(429, 10)).not.toThrow();
		expect(() => new Run().throttle.onRateLimited(429, 11)).not.toThrow();
	});
});

test('five items, ten requests and two images are processed at once, each in a slot of its own', async () => {
	const { itemPool, requestPool, imagePool } = new Run();
	/** @param {any} pool @param {number} count */
	const slotsOf = async (pool, count) => {
		/** @type {unknown[]} */
		const slots = [];
		const task = async (/** @type {unknown} */ slot) => {
			slots.push(slot);
			await new Promise((resume) => setImmediate(resume));
		};
		const all = Promise.all(Array.from({ length: count }, async () => await pool.run(task)));
		await Promise.resolve();
		const atOnce = slots.length;
		await all;
		return [atOnce, new Set(slots).size];
	};
	expect(await slotsOf(itemPool, 20)).toEqual([5, 5]);
	expect(await slotsOf(requestPool, 30)).toEqual([10, 10]);
	expect(await slotsOf(imagePool, 9)).toEqual([2, 2]);
});
