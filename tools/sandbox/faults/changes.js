'use strict';

/** What can become of a real answer on its way. */

const { render } = require('../http/answers.js');

/** @typedef {import('../http/answers.js').Answer} Answer */

/** @param {Answer} real */
function asText(real) {
	return render(real).bytes.toString() || JSON.stringify({ data: { id: 1 } });
}

/** @param {Answer} real */
function cutJson(real) {
	const text = asText(real);
	const headers = { 'content-type': 'application/json' };
	return { status: 200, headers, body: text.slice(0, Math.floor(text.length / 2)) };
}

/**
 * @param {Answer} real
 * @returns {Answer}
 */
function cutConnection(real) {
	const headers = { 'content-type': 'application/json' };
	return { status: 200, headers, body: asText(real), connection: 'cut' };
}

/**
 * @param {Answer} real
 * @param {(id: number) => number | undefined} change undefined takes the id away
 */
function changeId(real, change) {
	const body = /** @type {{ data?: unknown } | null} */ (real.body);
	const data = body !== null && typeof body === 'object' ? body.data : undefined;
	/** @param {{ id: number }} item */
	const changed = ({ id, ...rest }) => {
		const newId = change(id);
		return newId === undefined ? rest : { id: newId, ...rest };
	};
	if (Array.isArray(data)) {
		const [first, ...others] = data;
		return { ...real, body: { ...body, data: first ? [changed(first), ...others] : [] } };
	}
	if (typeof data !== 'object' || data === null) return real;
	return { ...real, body: { ...body, data: changed(/** @type {{ id: number }} */ (data)) } };
}

const NOTICE =
	'<br />\n<b>Deprecated</b>:  Creation of dynamic property is deprecated in ' +
	'<b>/var/www/app/helpers/Api.php</b> on line <b>42</b><br />\n';

/**
 * @param {Answer} real
 * @param {'before' | 'after' | 'both'} where
 * @returns {Answer}
 */
function withNotice(real, where) {
	const text = asText(real);
	const front = where === 'after' ? '' : NOTICE;
	const back = where === 'before' ? '' : NOTICE;
	const headers = { ...real.headers, 'content-type': 'text/html; charset=UTF-8' };
	// 204 has no room for a notice.
	const status = real.status === 204 ? 200 : real.status;
	return { ...real, status, headers, body: front + text + back };
}

/**
 * @param {Answer} real
 * @param {(data: unknown) => unknown} change
 * @returns {Answer}
 */
function changeData(real, change) {
	const { body } = real;
	if (body === null || typeof body !== 'object' || !('data' in body)) return real;
	return { ...real, body: { ...body, data: change(body.data) } };
}

/** @param {unknown} data */
function numbered(data) {
	if (!Array.isArray(data)) return data;
	return Object.fromEntries(data.map((item, index) => [index + 1, item]));
}

module.exports = { changeData, changeId, cutConnection, cutJson, numbered, withNotice };
