'use strict';

const { outcomeOf } = require('../build/modules/nodes/SixtySixPusher/transport/response');

/** A reply's verdict, its failures as their messages. */
function judged(status, body, headers = {}) {
	const { failure, made, ...verdict } = outcomeOf({ status, headers, body });
	return {
		...verdict,
		...(failure && { says: failure.message }),
		...(made && { made: made.message }),
	};
}
const sound = (json) => (json ? { is: 'sound', json } : { is: 'sound' });
const refused = (says, made) => ({ is: 'refused', says, ...(made && { made }) });
const unclear = (status, what) => ({ is: 'unclear', what, status });

const NO_API = (status) => `No 66pusher API answers at this address (HTTP ${status})`;
const REFUSED = (said, status) => `The installation refused this: ${said} (HTTP ${status})`;
const REDIRECTED = (target, status) =>
	`The installation redirects to ${target} (HTTP ${status}), which is not followed`;

describe('a reply with status 2xx', () => {
	test.each([200, 201, 204, 299])('%i and nothing in it is sound', (status) => {
		for (const nothing of ['', undefined, null]) expect(judged(status, nothing)).toEqual(sound());
	});

	test.each([200, 201, 299])('%i and an object is sound', (status) => {
		const json = { data: { id: 1 }, message: 'Stored', status: 'success', success: true };
		expect(judged(status, json)).toEqual(sound(json));
	});

	test.each([
		[{ errors: [], error: '' }],
		[{ errors: {}, error: null }],
		[{ errors: '', error: false }],
		[{ status: 200, success: undefined }],
		[{ status: 'no errors', success: 0 }],
		[{ status: 'the error is gone' }],
		[{ status: ['error'] }],
		[{ status: 'failsafe' }],
		[{ status: 'no error' }],
	])('and %j tells of no error', (json) => {
		expect(judged(200, json)).toEqual(sound(json));
	});

	test.each([
		['<!doctype html>', 'answered with a web page instead of data (HTTP 200)'],
		[' \n<p>', 'answered with a web page instead of data (HTTP 200)'],
		['{"data":', 'answered with data that is cut off or not JSON (HTTP 200)'],
		['a < b', 'answered with data that is cut off or not JSON (HTTP 200)'],
		[[], 'answered with data of another kind (HTTP 200)'],
		[[{ id: 1 }], 'answered with data of another kind (HTTP 200)'],
		[7, 'answered with data of another kind (HTTP 200)'],
		[true, 'answered with data of another kind (HTTP 200)'],
	])('and %j tells nothing', (body, what) => {
		expect(judged(200, body)).toEqual(unclear(200, what));
	});

	test.each(['error', 'Error', 'fail', 'failed', 'FAILURE'])('and the word %s failed', (status) => {
		expect(judged(200, { status })).toEqual(refused(REFUSED('no reason given', 200)));
		expect(judged(200, { status, message: 'Why' })).toEqual(refused(REFUSED('Why', 200)));
	});

	test.each([
		[{ success: false }, 'no reason given'],
		[{ error: true }, 'no reason given'],
		[{ error: 'Not so' }, 'Not so'],
		[{ errors: ['Not so'] }, 'Not so'],
		[{ errors: { ttl: 'Not so' } }, 'Not so'],
		[{ errors: 'Not so' }, 'Not so'],
	])('and %j failed', (body, said) => {
		expect(judged(201, body)).toEqual(refused(REFUSED(said, 201)));
	});

	test.each([
		[{ data: { id: 12 } }, 'Flow 12 was stored, and the installation says: Not so (HTTP 201)'],
		[{ data: { id: '12' } }, 'Flow 12 was stored, and the installation says: Not so (HTTP 201)'],
		[{ data: { id: 'x' } }, undefined],
		[{ data: {} }, undefined],
		[{ data: [{ id: 12 }] }, undefined],
		[{ data: null }, undefined],
		[{}, undefined],
	])('and an error beside %j', (body, made) => {
		expect(judged(201, { ...body, error: 'Not so' })).toEqual(
			refused(REFUSED('Not so', 201), made),
		);
	});
});

describe('a redirect', () => {
	const advice = (status, location) =>
		outcomeOf({ status, headers: { location }, body: '' }).failure.advice;

	test.each([
		[300, 'https://other.example/x?key=1#y', 'https://other.example/x'],
		[301, 'https://push.example/api/flows', 'https://push.example'],
		[302, 'https://push.example/sub/api/flows/12', 'https://push.example/sub'],
		[307, 'https://push.example/sub/api', 'https://push.example/sub'],
		[308, 'https://push.example/apis/api2', 'https://push.example/apis/api2'],
		[399, 'https://push.example/login', 'https://push.example/login'],
		[302, '/login', '/login'],
	])('%i to %s', (status, location, target) => {
		expect(judged(status, '', { location })).toEqual(refused(REDIRECTED(target, status)));
	});

	test('to an API tells the base URL to enter', () => {
		expect(advice(301, 'https://push.example/sub/api/flows')).toContain(
			"enter https://push.example/sub as 'Base URL'",
		);
	});

	test.each(['/login', 'https://push.example/login', 'https://push.example/apis'])(
		'to %s may be a login',
		(location) => {
			expect(advice(302, location)).toContain('It may ask for a login');
		},
	);

	test.each([[{}], [{ location: ['https://a.example'] }]])(
		'without an address is no API: %j',
		(headers) => {
			expect(judged(302, '', headers)).toEqual(refused(NO_API(302)));
		},
	);

	test.each([299, 400])('is not what a status of %i tells', (status) => {
		const { says, ...verdict } = judged(status, '', { location: 'https://push.example/' });
		expect(says).not.toEqual(expect.stringContaining('redirects'));
		expect(verdict.is).toBe(status === 299 ? 'sound' : 'refused');
	});
});

describe('a rate limit', () => {
	test.each([
		[429, {}, { is: 'tooMany', status: 429, wait: undefined }],
		[429, { 'retry-after': '7' }, { is: 'tooMany', status: 429, wait: 7000 }],
		[429, { 'x-ratelimit-reset': '7' }, { is: 'tooMany', status: 429, wait: 7000 }],
		[503, { 'retry-after': '7' }, { is: 'tooMany', status: 503, wait: 7000 }],
	])('%i with %j', (status, headers, verdict) => {
		expect(judged(status, '', headers)).toEqual(verdict);
	});

	test.each([
		[503, {}],
		[503, { 'x-ratelimit-reset': '7' }],
		[502, { 'retry-after': '7' }],
	])('is not what %i with %j tells', (status, headers) => {
		expect(judged(status, '', headers)).toEqual(unclear(status, `answered HTTP ${status}`));
	});

	test.each([400, 403])('is not what %i tells', (status) => {
		const verdict = judged(status, '', { 'retry-after': '7' });
		expect(verdict).toEqual(refused(NO_API(status)));
	});
});

describe('a status that says no', () => {
	const titled = (title) => ({ errors: [{ title }] });

	test.each([500, 502, 504, 599, 408, 499])('%i leaves open what was done', (status) => {
		expect(judged(status, '<h1>')).toEqual(unclear(status, `answered HTTP ${status}`));
		expect(judged(status, titled('Why'))).toEqual(unclear(status, `answered HTTP ${status}: Why`));
	});

	test('401 is about the key only where the API says it', () => {
		expect(judged(401, titled('Why'))).toEqual({ is: 'unauthorised', said: 'Why', status: 401 });
		expect(judged(401, {})).toEqual({ is: 'unauthorised', said: 'no reason given', status: 401 });
		expect(judged(401, '<h1>')).toEqual(refused(NO_API(401)));
		expect(judged(401, [])).toEqual(refused(NO_API(401)));
		expect(judged(403, titled('Why'))).toEqual(refused(REFUSED('Why', 403)));
	});

	test('404 means that something is missing only where the API says it', () => {
		expect(judged(404, titled('Why'))).toEqual({ is: 'missing', said: 'Why', status: 404 });
		expect(judged(404, '<h1>')).toEqual(refused(NO_API(404)));
		expect(judged(404, {})).toEqual(refused(NO_API(404)));
		expect(judged(410, titled('Why'))).toEqual(refused(REFUSED('Why', 410)));
	});

	test('413 is about the size, unless the API says otherwise', () => {
		const tooLarge = "The installation's web server takes no request of this size (HTTP 413)";
		expect(judged(413, '<h1>')).toEqual(refused(tooLarge));
		expect(judged(413, titled('Why'))).toEqual(refused(REFUSED('Why', 413)));
		expect(judged(414, '<h1>')).toEqual(refused(NO_API(414)));
	});
});

describe("the API's own words", () => {
	const said = (body) => judged(400, body).says;

	test.each([
		[{ errors: [{ title: 'One' }, { title: 'Two' }] }, 'One; Two'],
		[{ errors: [{ title: 'Title', detail: 'Detail', message: 'Message' }] }, 'Title'],
		[{ errors: [{ detail: 'Detail', message: 'Message' }] }, 'Detail'],
		[{ errors: [{ message: 'Message', code: 'x' }] }, 'Message'],
		[{ errors: [{ title: 7, detail: 'Detail' }] }, 'Detail'],
		[{ errors: { name: ['Too long'], ttl: ['Unknown'] } }, 'Too long; Unknown'],
		[{ errors: ['', '  ', 'Words'] }, 'Words'],
		[{ errors: [], error: 'Error', message: 'Message' }, 'Error'],
		[{ errors: [7, null, true], message: 'Message' }, 'Message'],
		[{ error: { message: 'Message' } }, 'Message'],
		[{ errors: [{ title: 'First' }], error: 'Second', message: 'Third' }, 'First'],
		[{ message: 'Message' }, 'Message'],
		[{ errors: { a: { b: { c: { d: 'Deep' } } } } }, 'Deep'],
	])('in %j', (body, words) => {
		expect(said(body)).toBe(REFUSED(words, 400));
	});

	test.each([
		[{ errors: { a: { b: { c: { d: { e: 'Too deep' } } } } } }],
		[{ other: 'Words' }],
		[{ message: ' ' }],
		['Words'],
		[['Words']],
	])('are not looked for in %j', (body) => {
		expect(said(body)).toBe(NO_API(400));
	});

	test('in a message of success are not an error', () => {
		const json = { message: 'Stored', data: { id: 1 } };
		expect(judged(200, json)).toEqual(sound(json));
		expect(judged(399, json)).toEqual(refused(NO_API(399)));
	});

	test('are shown whole up to 300 characters', () => {
		const words = `${'ab '.repeat(99)}abc`;
		expect(words).toHaveLength(300);
		expect(said({ message: words })).toBe(REFUSED(words, 400));
	});

	test('are cut between words above that', () => {
		const whole = `${'abc '.repeat(74)}abc`;
		expect(whole).toHaveLength(299);
		expect(said({ message: `${whole} defghi jkl` })).toBe(REFUSED(`${whole} …`, 400));
		expect(said({ message: `${whole}defghi jkl` })).toBe(
			REFUSED(`${'abc '.repeat(74).trim()} …`, 400),
		);
	});
});
