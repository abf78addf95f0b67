'use strict';

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {object | string | Buffer | null} body an object goes out as JSON, text as HTML unless
 *   the headers say otherwise
 * @property {number} [delayMs] how long it is held back
 * @property {'reset' | 'cut' | 'silence'} [connection] how the connection is broken instead
 */

/**
 * @param {object} body
 * @returns {Answer}
 */
function jsonAnswer(body, status = 200) {
	return { status, headers: {}, body };
}

/**
 * @param {number} status
 * @param {string} title
 */
function errorAnswer(status, title) {
	return jsonAnswer({ errors: [{ title, status }] }, status);
}

/** @param {string[]} message */
function statusErrorAnswer(message) {
	return jsonAnswer({ status: 'error', message, details: [] });
}

/**
 * @param {string} html
 * @returns {Answer}
 */
function pageAnswer(html, status = 200) {
	return { status, headers: {}, body: html };
}

/**
 * @param {number} status
 * @returns {Answer}
 */
function emptyAnswer(status) {
	return { status, headers: { 'content-type': 'application/json' }, body: null };
}

/**
 * @param {number} status
 * @param {string} location
 * @returns {Answer}
 */
function redirectAnswer(status, location) {
	return { status, headers: { location }, body: '<html><body>Moved</body></html>' };
}

/**
 * @param {Answer} answer
 * @returns {{ headers: Record<string, string>, bytes: Buffer }}
 */
function render({ headers, body }) {
	const lowerCased = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	const given = Object.fromEntries(lowerCased);
	if (body === null) return { headers: given, bytes: Buffer.alloc(0) };
	if (Buffer.isBuffer(body)) return { headers: given, bytes: body };
	if (typeof body === 'string') {
		return {
			headers: { 'content-type': 'text/html; charset=utf-8', ...given },
			bytes: Buffer.from(body),
		};
	}
	return {
		headers: { 'content-type': 'application/json', ...given },
		bytes: Buffer.from(JSON.stringify(body)),
	};
}

module.exports = {
	emptyAnswer,
	errorAnswer,
	jsonAnswer,
	pageAnswer,
	redirectAnswer,
	render,
	statusErrorAnswer,
};
