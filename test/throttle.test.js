'use strict';

const { Throttle } = require('../build/modules/nodes/SixtySixPusher/transport/throttle');

beforeEach(() => {
	jest.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') });
});

afterEach(() => {
	jest.useRealTimers();
});

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * How long a request would wait now, on the fake clock.
 *
 * @param {any} throttle
 */
async function waitOf(throttle) {
	const start = Date.now();
	let hasWaited = false;
	const waiting = throttle.wait().then(() => (hasWaited = true));
	await jest.advanceTimersByTimeAsync(0);
	while (!hasWaited) await jest.advanceTimersByTimeAsync(100);
	await waiting;
	return Date.now() - start;
}

describe('the requests of a run wait', () => {
	test('not at all before the installation refuses one', async () => {
		expect(await waitOf(new Throttle())).toBe(0);
	});

	test('as long as the installation asks for', async () => {
		const throttle = new Throttle();
		throttle.onRateLimited(429, 7 * SECOND);
		expect(await waitOf(throttle)).toBe(7 * SECOND);
	});

	test('for the longest of several waits that it asks for together', async () => {
		const throttle = new Throttle();
		throttle.onRateLimited(429, 7 * SECOND);
		throttle.onRateLimited(429, 3 * SECOND);
		throttle.onRateLimited(429, 9 * SECOND);
		expect(await waitOf(throttle)).toBe(9 * SECOND);
	});

	test('between half and all of the retry delay if it names no time, longer each time', async () => {
		const throttle = new Throttle();
		for (const delay of [1, 2, 4, 8, 16, 32, 60, 60]) {
			throttle.onRateLimited(429, undefined);
			const waited = await waitOf(throttle);
			expect(waited).toBeGreaterThanOrEqual((delay * SECOND) / 2);
			expect(waited).toBeLessThanOrEqual(delay * SECOND + 100);
		}
	});

	test('for one retry delay if several are refused together', async () => {
		const throttle = new Throttle();
		for (let refusal = 0; refusal < 5; refusal += 1) throttle.onRateLimited(429, undefined);
		expect(await waitOf(throttle)).toBeLessThanOrEqual(SECOND + 100);
	});

	describe('if the installation names no time', () => {
		// The whole retry delay, without jitter.
		beforeEach(() => {
			jest.spyOn(Math, 'random').mockReturnValue(1);
		});

		afterEach(() => {
			jest.restoreAllMocks();
		});

		/** @param {any} throttle @param {number} count */
		const refuse = (throttle, count) => {
			for (let refusal = 0; refusal < count; refusal += 1) throttle.onRateLimited(429, undefined);
		};

		test('twice as long each time, up to a minute', async () => {
			const throttle = new Throttle();
			const waits = [];
			for (let time = 0; time < 8; time += 1) {
				refuse(throttle, 1);
				waits.push(await waitOf(throttle));
			}
			expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((delay) => delay * SECOND));
		});

		test('one retry delay, however many are refused together', async () => {
			const throttle = new Throttle();
			refuse(throttle, 5);
			expect(await waitOf(throttle)).toBe(SECOND);
			refuse(throttle, 1);
			expect(await waitOf(throttle)).toBe(2 * SECOND);
		});

		test('no longer for one that was under way when another was refused', async () => {
			const throttle = new Throttle();
			refuse(throttle, 1);
			await jest.advanceTimersByTimeAsync(600);
			refuse(throttle, 1);
			expect(await waitOf(throttle)).toBe(400);
		});
	});

	test('for the first retry delay again once a request was accepted', async () => {
		const throttle = new Throttle();
		throttle.onRateLimited(429, undefined);
		await waitOf(throttle);
		throttle.onRateLimited(429, undefined);
		await waitOf(throttle);
		throttle.onAccepted();
		throttle.onRateLimited(429, undefined);
		expect(await waitOf(throttle)).toBeLessThanOrEqual(SECOND + 100);
	});

	test('up to a second after one failed attempt, and up to two after the next', async () => {
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

describe('waiting ends with an error', () => {
	const RATE_LIMITED = 'The installation accepts no more requests for now (HTTP 429)';

	test('if the installation asks for more than ten minutes', () => {
		expect(() => new Throttle().onRateLimited(429, 10 * MINUTE)).not.toThrow();
		expect(() => new Throttle().onRateLimited(429, 10 * MINUTE + 1)).toThrow(RATE_LIMITED);
	});

	test('after ten minutes in which it accepted no request', async () => {
		const throttle = new Throttle();
		for (let minute = 0; minute < 10; minute += 1) {
			throttle.onRateLimited(429, MINUTE);
			await waitOf(throttle);
		}
		expect(() => throttle.onRateLimited(429, MINUTE)).toThrow(RATE_LIMITED);
	});

	test('that says how long the installation accepted none', async () => {
		const throttle = new Throttle();
		throttle.onRateLimited(429, 9 * MINUTE);
		await waitOf(throttle);
		expect(() => throttle.onRateLimited(429, 61 * SECOND)).toThrow(
			expect.objectContaining({
				description: expect.stringContaining(
					'It has accepted none for 540 seconds, and asks to wait 61 more.',
				),
			}),
		);
	});

	test('not while it accepts requests in between', async () => {
		const throttle = new Throttle();
		for (let minute = 0; minute < 30; minute += 1) {
			throttle.onRateLimited(429, MINUTE);
			await waitOf(throttle);
			throttle.onAccepted();
		}
	});

	test('that contains the seconds and the status', () => {
		expect(() => new Throttle().onRateLimited(503, 11 * MINUTE)).toThrow(
			expect.objectContaining({
				message: expect.stringContaining('HTTP 503'),
				description: expect.stringContaining('660 seconds'),
				details: { status: 503, cause: 'rate-limited' },
			}),
		);
	});
});

describe('the end of an execution', () => {
	const contextWithHandlers = () => {
		/** @type {any} */
		const handlers = {};
		return {
			handlers,
			onExecutionCancellation: (/** @type {any} */ handler) => (handlers.cancelled = handler),
			onExecutionFinish: (/** @type {any} */ handler) => (handlers.finished = handler),
		};
	};

	test.each(['cancelled', 'finished'])('ends all waiting: %s', async (event) => {
		const throttle = new Throttle();
		const context = contextWithHandlers();
		throttle.stopWith(context);
		throttle.onRateLimited(429, 5 * MINUTE);
		const waiting = expect(throttle.wait()).rejects.toThrow('The execution was stopped');
		context.handlers[event]();
		await waiting;
		await expect(throttle.wait()).rejects.toThrow('The execution was stopped');
	});

	test('can be announced in one way only, as by n8n 1.x', () => {
		const { onExecutionCancellation } = contextWithHandlers();
		expect(() =>
			new Throttle().stopWith(/** @type {any} */ ({ onExecutionCancellation })),
		).not.toThrow();
	});
});
