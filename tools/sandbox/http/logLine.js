'use strict';

/**
 * One line about a request and its answer. Such lines get pasted into bug reports, so keys are
 * masked in them.
 *
 * @param {import('../recorder.js').RecordedRequest} request
 * @param {string[]} keys
 */
function logLine({ method, path, url, status, startedAt, finishedAt }, keys) {
	const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
	const secrets = keys.flatMap((key) => [key, encodeURIComponent(key)]);
	const address = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), path + query);
	return `${method} ${address} ${status ?? 'cut'} ${(finishedAt ?? startedAt) - startedAt} ms`;
}

module.exports = { logLine };
