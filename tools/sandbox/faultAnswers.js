'use strict';

const {
	emptyAnswer,
	errorAnswer,
	jsonAnswer,
	redirectAnswer,
	render,
	statusErrorAnswer,
} = require('./answers.js');
const { maintenancePage, serverPage } = require('./pages.js');

/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('./faults.js').KindOfAnswer} KindOfAnswer */
/** @typedef {import('./installation.js').Installation} Installation */
/** @typedef {import('./faults.js').Fault} Fault */

/**
 * @typedef {object} Context
 * @property {Installation} installation
 * @property {import('./recorder.js').RecordedRequest} request
 * @property {import('./route.js').Route} route
 * @property {Answer} real what would be answered without the fault
 */

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

/**
 * @param {Context} context
 * @param {'list' | 'one'} wanted
 */
function sibling({ installation, real, route }, wanted) {
	return route[wanted]?.(installation) ?? real;
}

/**
 * @param {Extract<KindOfAnswer, { kind: 'rateLimited' }>} answer
 * @param {Context} context
 */
function rateLimited({ resetSeconds, retryAfter, status = 429 }, { installation }) {
	/** @type {Record<string, string>} */
	const headers = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0' };
	if (resetSeconds !== undefined) headers['x-ratelimit-reset'] = String(resetSeconds);
	if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
	return { ...errorAnswer(status, installation.words.tooManyRequests), headers };
}

/**
 * @param {Extract<KindOfAnswer, { kind: 'echoKey' }>} answer
 * @param {Context} context
 */
function echoKey({ status = 401 }, { request }) {
	const authorization = request.headers.authorization ?? '';
	const key = authorization.replace(/^Bearer\s+/, '');
	return errorAnswer(status, `Refused "Authorization: ${authorization}", key ${key}`);
}

/**
 * @type {{ [Kind in KindOfAnswer['kind']]:
 *   (answer: Extract<KindOfAnswer, { kind: Kind }>, context: Context) => Answer }}
 */
const KINDS = {
	htmlPage: ({ status = 200 }, { installation }) => maintenancePage(installation.behaviour, status),
	cutJson: (_answer, { real }) => cutJson(real),
	emptyBody: ({ status = 200 }) => emptyAnswer(status),
	emptyObject: () => jsonAnswer({}),
	statusError: ({ messages }) => statusErrorAnswer(messages),
	listInsteadOfFlow: (_answer, context) => sibling(context, 'list'),
	flowInsteadOfList: (_answer, context) => sibling(context, 'one'),
	withoutId: (_answer, { real }) => changeId(real, () => undefined),
	otherId: (answer, { real }) => changeId(real, (id) => answer.id ?? id + 1000),
	redirect: ({ status = 301, location }) => redirectAnswer(status, location),
	reset: (_answer, { real }) => ({ ...real, connection: 'reset' }),
	cutConnection: (_answer, { real }) => cutConnection(real),
	silence: (_answer, { real }) => ({ ...real, connection: 'silence' }),
	rateLimited,
	echoKey,
	serverPage: ({ status }) => serverPage(status),
	phpNotice: ({ where = 'before' }, { real }) => withNotice(real, where),
	notDone: ({ body = { data: { deleted: false } } }) => jsonAnswer(body),
	dataAsObject: (_answer, { real }) => changeData(real, numbered),
	dataAsNull: (_answer, { real }) => changeData(real, () => null),
	slow: ({ ms }, { real }) => ({ ...real, delayMs: ms }),
	before: (_answer, { real }) => real,
	change: (answer, { request, real }) => answer.with(request, real),
};

/**
 * Runs what a test wants to happen between two requests.
 *
 * @param {Fault} fault
 * @param {import('./recorder.js').RecordedRequest} request
 */
function before({ answer }, request) {
	if ('kind' in answer && answer.kind === 'before') answer.run(request);
}

/** @param {Fault} fault */
function checkKind({ answer }) {
	if ('kind' in answer && !Object.hasOwn(KINDS, answer.kind)) {
		throw new Error(`There is no faulty answer "${answer.kind}"`);
	}
}

/**
 * @param {Fault} fault
 * @param {Context} context
 * @returns {Answer}
 */
function faultyAnswer({ answer }, context) {
	if (!('kind' in answer)) return { headers: {}, body: null, ...answer };
	// That a kind's function fits its answer is known from the table, but not to the type checker.
	const make = /** @type {(answer: KindOfAnswer, context: Context) => Answer} */ (
		KINDS[answer.kind]
	);
	return make(answer, context);
}

module.exports = { before, checkKind, faultyAnswer };
