'use strict';

const { startItem, Run } = require('../build/modules/nodes/SixtySixPusher/transport/run');

/** What n8n hands a node of an execution: the same execute data for each item of a run and its tries. */
function execution({ items = 3, executeOnce, runIndex = 0, batchInterval } = {}) {
	const data = { data: { main: [Array.from({ length: items }, () => ({ json: {} }))] } };
	const of = {
		data,
		runIndex,
		finish: [],
		item: (index) => ({
			getExecuteData: () => of.data,
			getItemIndex: () => index,
			getNode: () => ({ executeOnce }),
			evaluateExpression: (expression, at) =>
				expression === '{{ $runIndex }}' && at === index ? of.runIndex : undefined,
			getNodeParameter: (name, fallback) =>
				name === 'requestOptions.batching.batch.batchInterval'
					? (batchInterval ?? fallback)
					: undefined,
			onExecutionCancellation: (stop) => of.finish.push(stop),
		}),
	};
	return of;
}
const enterAll = (of, indexes) => indexes.map((index) => startItem(of.item(index)));

describe('a run', () => {
	test('is that of all items in their order', () => {
		const [first, second, third] = enterAll(execution(), [0, 1, 2]);
		expect(second).toBe(first);
		expect(third).toBe(first);
		expect(first.total).toBe(3);
	});

	test('may leave items out', () => {
		const [first, third] = enterAll(execution(), [0, 2]);
		expect(third).toBe(first);
	});

	test.each([
		['with the first item', [0, 1, 0]],
		['with an item that came before', [0, 1, 2, 1]],
		['with the same item', [0, 0]],
	])('begins anew %s', (_, indexes) => {
		const runs = enterAll(execution(), indexes);
		expect(runs.at(-1)).not.toBe(runs[0]);
	});

	test('of another execution is another', () => {
		const [one] = enterAll(execution(), [0]);
		const [other] = enterAll(execution(), [1]);
		expect(other).not.toBe(one);
	});

	test('knows its writes at the next try, and not when the node runs once more', () => {
		const of = execution({ runIndex: 4 });
		const [first] = enterAll(of, [0]);
		const [again] = enterAll(of, [0]);
		expect(again.writes).toBe(first.writes);
		expect([first.index, again.index]).toEqual([4, 4]);

		of.runIndex = 5;
		const [next] = enterAll(of, [0]);
		expect(next.writes).not.toBe(first.writes);
		expect(next.writes.size).toBe(0);
		expect(next.index).toBe(5);
	});

	test('has one item where the node executes once, and where no input is told', () => {
		expect(enterAll(execution({ executeOnce: true }), [0])[0].total).toBe(1);
		for (const data of [{ data: {} }, { data: { main: [] } }, { data: { main: [null] } }]) {
			const of = execution();
			of.data = data;
			expect(enterAll(of, [0])[0].total).toBe(1);
		}
	});

	test.each([
		[undefined, false],
		[0, false],
		[1, true],
		['250', true],
	])('with a pause of %j between batches: %s', (batchInterval, isBatched) => {
		expect(enterAll(execution({ batchInterval }), [0])[0].isBatched).toBe(isBatched);
	});

	test('stops waiting when the execution ends, told once', async () => {
		const of = execution();
		const [run] = enterAll(of, [0, 1, 2]);
		expect(of.finish).toHaveLength(1);
		of.finish[0]();
		await expect(run.throttle.wait()).rejects.toThrow('The execution was stopped');
	});
});

describe('of its items, a run knows', () => {
	/** Whether it has resolved by now. */
	async function isResolved(promise) {
		const pending = Symbol('pending');
		await new Promise((resume) => setImmediate(resume));
		return (await Promise.race([promise, Promise.resolve(pending)])) !== pending;
	}

	test('when all have entered', async () => {
		const run = new Run({ total: 3 });
		run.startItem(0);
		run.startItem(1);
		expect(await isResolved(run.allStarted)).toBe(false);
		run.startItem(2);
		expect(await isResolved(run.allStarted)).toBe(true);
	});

	test('when none is under way any more', async () => {
		const run = new Run({ total: 2 });
		expect(await isResolved(run.allFinished())).toBe(true);
		run.startItem(0);
		run.startItem(1);
		const settled = [run.allFinished(), run.allFinished()];
		run.finishItem();
		expect(await isResolved(Promise.race(settled))).toBe(false);
		run.finishItem();
		expect(await isResolved(Promise.all(settled))).toBe(true);
	});

	test('nothing at first', () => {
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

	test('how long it has patience', () => {
		expect(() => new Run({ maxWaitMs: 10 }).throttle.onRateLimited(429, 11)).toThrow(
			'no more requests',
		);
		expect(() => new Run({ maxWaitMs: 10 }).throttle.onRateLimited(429, 10)).not.toThrow();
		expect(() => new Run().throttle.onRateLimited(429, 11)).not.toThrow();
	});
});

test('five items go at once, each with a place of its own', async () => {
	const { itemPool, requestPool, imagePool } = new Run();
	const placesOf = async (pool, count) => {
		const places = [];
		const work = async (place) => {
			places.push(place);
			await new Promise((resume) => setImmediate(resume));
		};
		const all = Promise.all(Array.from({ length: count }, async () => await pool.run(work)));
		await Promise.resolve();
		const atOnce = places.length;
		await all;
		return [atOnce, new Set(places).size];
	};
	expect(await placesOf(itemPool, 20)).toEqual([5, 5]);
	expect(await placesOf(requestPool, 30)).toEqual([10, 10]);
	expect(await placesOf(imagePool, 9)).toEqual([2, 2]);
});
