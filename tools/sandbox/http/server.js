'use strict';

const { setTimeout: sleep } = require('node:timers/promises');
const multipart = require('@fastify/multipart');
const fastify = require('fastify');
const { MULTIPART_OPTIONS } = require('./form.js');
const { lostPage } = require('./pages.js');
const { RESOURCES } = require('../resources/index.js');
const { notFound } = require('./route.js');
const { send } = require('./send.js');

/** @typedef {import('./route.js').Route} Route */
/** @typedef {import('fastify').FastifyReply} FastifyReply */
/** @typedef {import('fastify').FastifyRequest} FastifyRequest */

/** @type {Route} */
const LOST = { isPublic: true, answer: ({ behaviour }) => lostPage(behaviour) };
/** @type {Route} */
const WRONG_METHOD = { answer: notFound };

/** @type {import('./route.js').Routes} */
const ROUTES = Object.assign({}, ...RESOURCES.map(({ routes }) => routes));

function operationNames() {
	return Object.values(ROUTES)
		.flatMap((methods) => Object.values(methods))
		.flatMap(({ operation }) => operation ?? []);
}

/** @typedef {(request: import('../recorder.js').RecordedRequest) => unknown} Listener */

class Server {
	#stopping = new AbortController();
	/** @type {Set<Listener>} */
	#listeners = new Set();

	/**
	 * @param {import('../installation.js').Installation} installation
	 * @param {import('../recorder.js').Recorder} recorder
	 * @param {import('./pipeline.js').Pipeline} pipeline
	 */
	constructor(installation, recorder, pipeline) {
		this.installation = installation;
		this.recorder = recorder;
		this.pipeline = pipeline;
		this.app = fastify({
			bodyLimit: 200 * 1024 * 1024,
			exposeHeadRoutes: false,
			forceCloseConnections: true,
			routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000 },
			frameworkErrors: (_error, request, reply) => {
				this.#send(request, reply, lostPage(installation.behaviour));
			},
		});
		this.#readBodies();
		this.#addRoutes();
	}

	/**
	 * @param {string} host
	 * @param {number} port
	 */
	listen(host, port) {
		return this.app.listen({ host, port });
	}

	/**
	 * @param {Listener} listener
	 * @returns {() => void}
	 */
	onRequest(listener) {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	async stop() {
		// First, so that a request still waiting finds its connection gone instead of an error.
		this.app.server.closeAllConnections();
		this.#stopping.abort();
		await this.app.close();
	}

	#readBodies() {
		const { app } = this;
		app.removeAllContentTypeParsers();
		app.register(multipart, MULTIPART_OPTIONS);
		app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
			done(null, body),
		);
		app.addHook('onRequest', async (request) => {
			this.recorder.of(request);
		});
	}

	#addRoutes() {
		const { app } = this;
		for (const [path, methods] of Object.entries(ROUTES)) {
			app.all(this.installation.basePath + path, (request, reply) =>
				this.#serve(methods[request.method] ?? WRONG_METHOD, request, reply),
			);
		}
		app.setNotFoundHandler((request, reply) => this.#serve(LOST, request, reply));
		app.setErrorHandler((error, request, reply) => {
			const message = error instanceof Error ? error.stack : String(error);
			const answer = { status: 500, headers: {}, body: `<pre>Sandbox: ${message}</pre>` };
			return this.#send(request, reply, answer);
		});
	}

	/**
	 * @param {Route} route
	 * @param {FastifyRequest} request
	 * @param {FastifyReply} reply
	 */
	async #serve(route, request, reply) {
		const { behaviour } = this.installation;
		await this.recorder.readBody(request, behaviour.keepImageBytes);
		if (behaviour.latencyMs > 0) {
			await this.#wait(behaviour.latencyMs);
		}
		const recorded = this.recorder.of(request);
		for (const listener of this.#listeners) await listener(recorded);
		if (!request.raw.complete && request.raw.destroyed) {
			// A server never sees a request of which only a part arrived.
			this.recorder.finish(recorded, null);
			return reply.hijack();
		}
		const { id = '' } = /** @type {{ id?: string }} */ (request.params ?? {});
		const answer = this.pipeline.answer(route, recorded, id);
		if (answer.delayMs !== undefined) await this.#wait(answer.delayMs);
		return this.#send(request, reply, answer);
	}

	/** @param {number} ms */
	#wait(ms) {
		return sleep(ms, undefined, { signal: this.#stopping.signal });
	}

	/**
	 * @param {FastifyRequest} request
	 * @param {FastifyReply} reply
	 * @param {import('./answers.js').Answer} answer
	 */
	#send(request, reply, answer) {
		const recorded = this.recorder.of(request);
		return send(reply, answer, (status) => this.recorder.finish(recorded, status));
	}
}

module.exports = { Server, operationNames };
