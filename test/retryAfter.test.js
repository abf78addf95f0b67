'use strict';

const {
	rateLimitWait,
	retryAfter,
} = require('../build/modules/nodes/SixtySixPusher/transport/retryAfter');

beforeEach(() => {
	jest.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') });
});

afterEach(() => {
	jest.useRealTimers();
});

describe('the wait that an installation asks for', () => {
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
	])('with %j is %i seconds', (headers, seconds) => {
		expect(rateLimitWait(headers)).toBe(seconds * 1000);
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
	])('is unknown with %j', (headers) => {
		expect(rateLimitWait(headers)).toBeUndefined();
	});

	test('may be Retry-After alone', () => {
		expect(retryAfter({ 'retry-after': '10' })).toBe(10_000);
		expect(retryAfter({ 'x-ratelimit-reset': '45' })).toBeUndefined();
	});
});
