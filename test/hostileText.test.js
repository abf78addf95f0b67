'use strict';

const { isSvg } = require('../build/modules/nodes/SixtySixPusher/operations/svg');
const { withoutNotices } = require('../build/modules/nodes/SixtySixPusher/transport/phpNotices');

const LONG = 64 * 1024;

/** Far more than reading the text once takes, and far less than what backtracking takes. */
const MAX_MS = 500;

describe('long hostile text is judged at once', () => {
	test.each([
		['comments before another element', `${'<!-- x -->'.repeat(LONG / 10)}<html>`],
		['a comment that does not end', `<!--${' '.repeat(LONG)}`],
		['a document type and blanks', `<!doctype svg${' '.repeat(LONG)}`],
		['a document type and brackets', `<!doctype svg [${']'.repeat(LONG)}`],
		['declarations', `${'<?xml ?>'.repeat(LONG / 8)}<x`],
		['a prefix without an end', `<${'a.'.repeat(LONG / 2)}`],
	])('as an SVG: %s', (_, text) => {
		const start = performance.now();
		expect(isSvg(text)).toBe(false);
		expect(performance.now() - start).toBeLessThan(MAX_MS);
	});

	test.each([
		['braces', '{"'.repeat(LONG / 2)],
		['objects', '{"a":'.repeat(LONG / 5)],
		['closed braces', `${'{"a":1}'.repeat(LONG / 7)}`],
	])('as a response with notices: %s', (_, text) => {
		const start = performance.now();
		expect(withoutNotices(text)).toBe(text);
		expect(performance.now() - start).toBeLessThan(MAX_MS);
	});
});

describe('PHP notices around a response', () => {
	const data = { data: { id: 1 } };
	const json = JSON.stringify(data);

	test.each([
		['before', `<br />\n<b>Notice</b>: {x} in <b>/a.php</b>\n${json}`],
		['behind', `${json}\nWarning: something in /a.php`],
		['around', `Deprecated: {"x" \n${json}\n<br />Notice`],
	])('%s it are left out', (_, text) => {
		expect(withoutNotices(text)).toEqual(data);
	});

	test.each([
		['a web page', `<!DOCTYPE html><script>${json}</script>`],
		['data that is cut off', json.slice(0, -2)],
		['an object that is not of the API', 'Notice {"id":1}'],
		['no text', 7],
	])('%s stays as it is', (_, body) => {
		expect(withoutNotices(body)).toBe(body);
	});
});
