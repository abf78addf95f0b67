'use strict';

const { readParts } = require('./http/form.js');

/** @typedef {import('fastify').FastifyRequest} FastifyRequest */

/**
 * @typedef {object} RecordedRequest
 * @property {string} method
 * @property {string} url path and query as they came
 * @property {string} path without the query and the installation's sub-directory
 * @property {Record<string, string | string[]>} query
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {import('./http/form.js').RecordedPart[]} parts of a multipart body
 * @property {string} body text of any other body
 * @property {number | null} status what was answered; null if the connection was cut
 * @property {number} startedAt
 * @property {number | null} finishedAt
 */

/** Keeps everything that arrives, in order, also what no route answers. */
class Recorder {
	/** @type {RecordedRequest[]} */
	requests = [];
	/** @type {WeakMap<import('node:http').IncomingMessage, RecordedRequest>} */
	#known = new WeakMap();
	#basePath;
	#onFinished;

	/**
	 * @param {string} basePath
	 * @param {(request: RecordedRequest) => void} onFinished
	 */
	constructor(basePath, onFinished) {
		this.#basePath = basePath;
		this.#onFinished = onFinished;
	}

	/** @param {FastifyRequest} request */
	of(request) {
		const known = this.#known.get(request.raw);
		if (known) return known;

		const url = request.raw.url ?? '/';
		const [fullPath = '/'] = url.split('?');
		const query = /** @type {Record<string, string | string[]>} */ (request.query ?? {});
		/** @type {RecordedRequest} */
		const recorded = {
			method: request.method,
			url,
			path: fullPath.startsWith(`${this.#basePath}/`)
				? fullPath.slice(this.#basePath.length)
				: fullPath,
			query: { ...query },
			headers: request.headers,
			parts: [],
			body: '',
			status: null,
			startedAt: Date.now(),
			finishedAt: null,
		};
		this.#known.set(request.raw, recorded);
		this.requests.push(recorded);
		return recorded;
	}

	/**
	 * @param {FastifyRequest} request
	 * @param {boolean} keepBytes
	 */
	async readBody(request, keepBytes) {
		const recorded = this.of(request);
		if (typeof request.body === 'string') recorded.body = request.body;
		if (!request.isMultipart()) return;
		try {
			await readParts(request, recorded.parts, keepBytes);
		} catch {
			// To the server a form that can't be read is a form without fields.
			recorded.parts.length = 0;
		}
	}

	/**
	 * @param {RecordedRequest} recorded
	 * @param {number | null} status
	 */
	finish(recorded, status) {
		if (recorded.finishedAt !== null) return;
		recorded.status = status;
		recorded.finishedAt = Date.now();
		this.#onFinished(recorded);
	}
}

module.exports = { Recorder };
