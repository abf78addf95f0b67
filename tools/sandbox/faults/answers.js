'use strict';

const {
	emptyAnswer,
	errorAnswer,
	jsonAnswer,
	redirectAnswer,
	statusErrorAnswer,
} = require('../http/answers.js');
const {
	changeData,
	changeId,
	cutConnection,
	cutJson,
	numbered,
	withNotice,
} = require('./changes.js');
const { maintenancePage, serverPage } = require('../http/pages.js');

/** @typedef {import('../http/answers.js').Answer} Answer */
/** @typedef {import('./faults.js').KindOfAnswer} KindOfAnswer */
/** @typedef {import('../installation.js').Installation} Installation */
/** @typedef {import('./faults.js').Fault} Fault */

/**
 * @typedef {object} Context
 * @property {Installation} installation
 * @property {import('../recorder.js').RecordedRequest} request
 * @property {import('../http/route.js').Route} route
 * @property {Answer} real what would be answered without the fault
 */

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
 * @param {import('../recorder.js').RecordedRequest} request
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
