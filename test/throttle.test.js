'use strict';

const {
	rateLimitWait,
	Throttle,
} = require('../build/modules/nodes/SixtySixPusher/transport/throttle');

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') }));
afterEach(() => jest.useRealTimers());

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long a request would wait now, on the fake clock. */
async function waitOf(throttle) {
	const start = Date.now();
	let cleared = false;
	const clearance = throttle.wait().then(() => (cleared = true));
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
		expect(rateLimitWait(headers)).toBe(seconds * SECOND);
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
		expect(rateLimitWait(headers)).toBeUndefined();
	});
});

describe('all requests of a run wait', () => {
	test('not at all before a refusal', async () => {
		expect(await waitOf(new Throttle())).toBe(0);
	});

	test('as long as the installation names', async () => {
		const throttle = new Throttle();
		throttle.onRateLimited(429, 7 * SECOND);
		expect(await waitOf(throttle)).toBe(7 * SECOND);
	});

	test('for the latest of several that were refused together', async () => {
		const throttle = new Throttle();
		throttle.onRateLimited(429, 7 * SECOND);
		throttle.onRateLimited(429, 3 * SECOND);
		throttle.onRateLimited(429, 9 * SECOND);
		expect(await waitOf(throttle)).toBe(9 * SECOND);
	});

	test('longer each time where it names none, between half and all of the step', async () => {
		const throttle = new Throttle();
		for (const step of [1, 2, 4, 8, 16, 32, 60, 60]) {
			throttle.onRateLimited(429, undefined);
			const waited = await waitOf(throttle);
			expect(waited).toBeGreaterThanOrEqual((step * SECOND) / 2);
			expect(waited).toBeLessThanOrEqual(step * SECOND + 100);
		}
	});

	test('once for those that were refused together without a time', async () => {
		const throttle = new Throttle();
		for (let refusal = 0; refusal < 5; refusal += 1) throttle.onRateLimited(429, undefined);
		expect(await waitOf(throttle)).toBeLessThanOrEqual(SECOND + 100);
	});

	describe('of which no time is named', () => {
		// The whole step, without jitter.
		beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(1));
		afterEach(() => jest.restoreAllMocks());

		const refuseAll = (throttle, count) => {
			for (let refusal = 0; refusal < count; refusal += 1) throttle.onRateLimited(429, undefined);
		};

		test('twice as long each time, up to a minute', async () => {
			const throttle = new Throttle();
			const waits = [];
			for (let time = 0; time < 8; time += 1) {
				refuseAll(throttle, 1);
				waits.push(await waitOf(throttle));
			}
			expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((step) => step * SECOND));
		});

		test('one step alone, however many were refused together', async () => {
			const throttle = new Throttle();
			refuseAll(throttle, 5);
			expect(await waitOf(throttle)).toBe(SECOND);
			refuseAll(throttle, 1);
			expect(await waitOf(throttle)).toBe(2 * SECOND);
		});

		test('no longer for one that was under way when the others were refused', async () => {
			const throttle = new Throttle();
			refuseAll(throttle, 1);
			await jest.advanceTimersByTimeAsync(600);
			refuseAll(throttle, 1);
			expect(await waitOf(throttle)).toBe(400);
		});
	});

	test('from the first step again once a request was accepted', async () => {
		const throttle = new Throttle();
		throttle.onRateLimited(429, undefined);
		await waitOf(throttle);
		throttle.onRateLimited(429, undefined);
		await waitOf(throttle);
		throttle.onAccepted();
		throttle.onRateLimited(429, undefined);
		expect(await waitOf(throttle)).toBeLessThanOrEqual(SECOND + 100);
	});

	test('while a failed attempt backs off: a second, then two', async () => {
		const throttle = new Throttle();
		const start = Date.now();
		const backOff = throttle.backOff(2);
		await jest.advanceTimersByTimeAsync(1100);
		await backOff;
		expect(Date.now() - start).toBeGreaterThanOrEqual(500);

		let resumed = false;
		const second = throttle.backOff(3).then(() => (resumed = true));
		await jest.advanceTimersByTimeAsync(900);
		expect(resumed).toBe(false);
		await jest.advanceTimersByTimeAsync(1200);
		await second;
	});
});

describe('waiting is given up', () => {
	const GIVEN_UP = 'The installation accepts no more requests for now (HTTP 429)';

	test('for more than ten minutes named', () => {
		expect(() => new Throttle().onRateLimited(429, 10 * MINUTE)).not.toThrow();
		expect(() => new Throttle().onRateLimited(429, 10 * MINUTE + 1)).toThrow(GIVEN_UP);
	});

	test('after ten minutes of refusals in a row', async () => {
		const throttle = new Throttle();
		for (let minute = 0; minute < 10; minute += 1) {
			throttle.onRateLimited(429, MINUTE);
			await waitOf(throttle);
		}
		expect(() => throttle.onRateLimited(429, MINUTE)).toThrow(GIVEN_UP);
	});

	test('not while requests are accepted in between', async () => {
		const throttle = new Throttle();
		for (let minute = 0; minute < 30; minute += 1) {
			throttle.onRateLimited(429, MINUTE);
			await waitOf(throttle);
			throttle.onAccepted();
		}
	});

	test('with the seconds and the status in its words', () => {
		try {
			new Throttle().onRateLimited(503, 11 * MINUTE);
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
		const throttle = new Throttle();
		const execution = context();
		throttle.stopWith(execution);
		throttle.onRateLimited(429, 5 * MINUTE);
		const clearance = expect(throttle.wait()).rejects.toThrow('The execution was stopped');
		execution.handlers[event]();
		await clearance;
		await expect(throttle.wait()).rejects.toThrow('The execution was stopped');
	});

	test('is told by n8n 1.x in one way alone', () => {
		const { onExecutionCancellation } = context();
		expect(() => new Throttle().stopWith({ onExecutionCancellation })).not.toThrow();
	});
});
