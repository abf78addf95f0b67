'use strict';

const { namedWait, Pace } = require('../build/modules/nodes/SixtySixPusher/transport/pace');

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') }));
afterEach(() => jest.useRealTimers());

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long a request would wait now, on the fake clock. */
async function waitOf(pace) {
	const start = Date.now();
	let cleared = false;
	const clearance = pace.clearance().then(() => (cleared = true));
	await jest.advanceTimersByTimeAsync(0);
	while (!cleared) await jest.advanceTimersByTimeAsync(100);
	await clearance;
	return Date.now() - start;
}

describe('the time that an installation names', () => {
	test.each([
		[{ 'retry-after': '30' }, 30],
		[{ 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' }, 60],
		[{ 'retry-after': ' 30 ' }, 30],
		[{ 'retry-after': '2026-01-01T00:00:30Z' }, 30],
		[{ 'retry-after': 'Thu, 01 Jan 2026 00:00:30 +0000' }, 30],
		[{ 'x-ratelimit-reset': '45' }, 45],
		[{ 'x-ratelimit-reset': 45 }, 45],
		[{ 'x-ratelimit-reset': String(Date.parse('2026-01-01T00:00:20Z') / 1000) }, 20],
		[{ 'x-ratelimit-reset': Date.parse('2026-01-01T00:00:20Z') }, 20],
		[{ 'retry-after': '10', 'x-ratelimit-reset': '45' }, 10],
		[{ 'retry-after': '0', 'x-ratelimit-reset': '45' }, 45],
		[{ 'retry-after': 'soon', 'x-ratelimit-reset': '5' }, 5],
	])('%j is %i seconds', (headers, seconds) => {
		expect(namedWait(headers)).toBe(seconds * SECOND);
	});

	test.each([
		[{}],
		[{ 'retry-after': '' }],
		[{ 'retry-after': '0' }],
		[{ 'retry-after': '-5' }],
		[{ 'retry-after': 'Thu, 01 Jan 2025 00:00:00 GMT' }],
		[{ 'x-ratelimit-reset': '0' }],
		[{ 'x-ratelimit-reset': 'x' }],
		[{ 'x-ratelimit-reset': String(Date.parse('2025-01-01T00:00:00Z') / 1000) }],
	])('%j names none', (headers) => {
		expect(namedWait(headers)).toBeUndefined();
	});
});

describe('all requests of a run wait', () => {
	test('not at all before a refusal', async () => {
		expect(await waitOf(new Pace())).toBe(0);
	});

	test('as long as the installation names', async () => {
		const pace = new Pace();
		pace.refused(429, 7 * SECOND);
		expect(await waitOf(pace)).toBe(7 * SECOND);
	});

	test('for the latest of several that were refused together', async () => {
		const pace = new Pace();
		pace.refused(429, 7 * SECOND);
		pace.refused(429, 3 * SECOND);
		pace.refused(429, 9 * SECOND);
		expect(await waitOf(pace)).toBe(9 * SECOND);
	});

	test('longer each time where it names none, between half and all of the step', async () => {
		const pace = new Pace();
		for (const step of [1, 2, 4, 8, 16, 32, 60, 60]) {
			pace.refused(429, undefined);
			const waited = await waitOf(pace);
			expect(waited).toBeGreaterThanOrEqual((step * SECOND) / 2);
			expect(waited).toBeLessThanOrEqual(step * SECOND + 100);
		}
	});

	test('once for those that were refused together without a time', async () => {
		const pace = new Pace();
		for (let refusal = 0; refusal < 5; refusal += 1) pace.refused(429, undefined);
		expect(await waitOf(pace)).toBeLessThanOrEqual(SECOND + 100);
	});

	describe('of which no time is named', () => {
		// The whole step, without jitter.
		beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(1));
		afterEach(() => jest.restoreAllMocks());

		const refuseAll = (pace, count) => {
			for (let refusal = 0; refusal < count; refusal += 1) pace.refused(429, undefined);
		};

		test('twice as long each time, up to a minute', async () => {
			const pace = new Pace();
			const waits = [];
			for (let time = 0; time < 8; time += 1) {
				refuseAll(pace, 1);
				waits.push(await waitOf(pace));
			}
			expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((step) => step * SECOND));
		});

		test('one step alone, however many were refused together', async () => {
			const pace = new Pace();
			refuseAll(pace, 5);
			expect(await waitOf(pace)).toBe(SECOND);
			refuseAll(pace, 1);
			expect(await waitOf(pace)).toBe(2 * SECOND);
		});

		test('no longer for one that was under way when the others were refused', async () => {
			const pace = new Pace();
			refuseAll(pace, 1);
			await jest.advanceTimersByTimeAsync(600);
			refuseAll(pace, 1);
			expect(await waitOf(pace)).toBe(400);
		});
	});

	test('from the first step again once a request was accepted', async () => {
		const pace = new Pace();
		pace.refused(429, undefined);
		await waitOf(pace);
		pace.refused(429, undefined);
		await waitOf(pace);
		pace.accepted();
		pace.refused(429, undefined);
		expect(await waitOf(pace)).toBeLessThanOrEqual(SECOND + 100);
	});

	test('while a failed attempt backs off: a second, then two', async () => {
		const pace = new Pace();
		const start = Date.now();
		const backOff = pace.backOff(2);
		await jest.advanceTimersByTimeAsync(1100);
		await backOff;
		expect(Date.now() - start).toBeGreaterThanOrEqual(500);

		let resumed = false;
		const second = pace.backOff(3).then(() => (resumed = true));
		await jest.advanceTimersByTimeAsync(900);
		expect(resumed).toBe(false);
		await jest.advanceTimersByTimeAsync(1200);
		await second;
	});
});

describe('waiting is given up', () => {
	const GIVEN_UP = 'The installation accepts no more requests for now (HTTP 429)';

	test('for more than ten minutes named', () => {
		expect(() => new Pace().refused(429, 10 * MINUTE)).not.toThrow();
		expect(() => new Pace().refused(429, 10 * MINUTE + 1)).toThrow(GIVEN_UP);
	});

	test('after ten minutes of refusals in a row', async () => {
		const pace = new Pace();
		for (let minute = 0; minute < 10; minute += 1) {
			pace.refused(429, MINUTE);
			await waitOf(pace);
		}
		expect(() => pace.refused(429, MINUTE)).toThrow(GIVEN_UP);
	});

	test('not while requests are accepted in between', async () => {
		const pace = new Pace();
		for (let minute = 0; minute < 30; minute += 1) {
			pace.refused(429, MINUTE);
			await waitOf(pace);
			pace.accepted();
		}
	});

	test('with the seconds and the status in its words', () => {
		try {
			new Pace().refused(503, 11 * MINUTE);
		} catch (failure) {
			expect(failure.message).toContain('HTTP 503');
			expect(failure.advice).toContain('660 seconds');
			expect(failure.details).toEqual({ status: 503, cause: 'rate-limited' });
		}
		expect.assertions(3);
	});
});

describe('an execution that ends', () => {
	const context = () => {
		const handlers = {};
		return {
			handlers,
			onExecutionCancellation: (handler) => (handlers.cancelled = handler),
			onExecutionFinish: (handler) => (handlers.finished = handler),
		};
	};

	test.each(['cancelled', 'finished'])('stops the waiting: %s', async (event) => {
		const pace = new Pace();
		const execution = context();
		pace.stopWith(execution);
		pace.refused(429, 5 * MINUTE);
		const clearance = expect(pace.clearance()).rejects.toThrow('The execution was stopped');
		execution.handlers[event]();
		await clearance;
		await expect(pace.clearance()).rejects.toThrow('The execution was stopped');
	});

	test('is told by n8n 1.x in one way alone', () => {
		const { onExecutionCancellation } = context();
		expect(() => new Pace().stopWith({ onExecutionCancellation })).not.toThrow();
	});
});
