'use strict';

const { setTimeout: sleep } = require('node:timers/promises');
const multipart = require('@fastify/multipart');
const fastify = require('fastify');
const flowRoutes = require('./flowRoutes.js');
const { MULTIPART_OPTIONS } = require('./form.js');
const otherRoutes = require('./otherRoutes.js');
const { documentationPage, lostPage } = require('./pages.js');
const { send } = require('./send.js');

/** @typedef {import('./pipeline.js').Route} Route */
/** @typedef {import('fastify').FastifyReply} FastifyReply */
/** @typedef {import('fastify').FastifyRequest} FastifyRequest */

/** @type {Route} */
const LOST = { isPublic: true, answer: ({ behaviour }) => lostPage(behaviour) };
/** @type {Route} */
const DOCUMENTATION = { isPublic: true, answer: ({ behaviour }) => documentationPage(behaviour) };
/** @type {Route} */
const IMAGE = {
	isPublic: true,
	answer: (installation, { id: file }) => otherRoutes.serveImage(installation, file),
};
/** @type {Route} */
const WRONG_METHOD = { answer: flowRoutes.notFound };

/** @type {Record<string, Record<string, Route>>} */
const ROUTES = {
	'/api/flows': {
		GET: { operation: 'list', answer: flowRoutes.listFlows },
		POST: { operation: 'create', answer: flowRoutes.createFlow },
	},
	'/api/flows/:id': {
		GET: { operation: 'get', answer: flowRoutes.getFlow },
		POST: { operation: 'update', answer: flowRoutes.updateFlow },
		DELETE: { operation: 'delete', answer: flowRoutes.deleteFlow },
	},
	'/api/websites': { GET: { operation: 'websites', answer: otherRoutes.listWebsites } },
	'/api/segments': { GET: { operation: 'segments', answer: otherRoutes.listSegments } },
	'/api/user': { GET: { operation: 'user', answer: otherRoutes.getUser } },
	'/api-documentation/flows': { GET: DOCUMENTATION },
	'/:language/api-documentation/flows': { GET: DOCUMENTATION },
	'/uploads/flows/:id': { GET: IMAGE },
};

class Server {
	#stopping = new AbortController();

	/**
	 * @param {import('./installation.js').Installation} installation
	 * @param {import('./recorder.js').Recorder} recorder
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
			await sleep(behaviour.latencyMs, undefined, { signal: this.#stopping.signal });
		}
		const recorded = this.recorder.of(request);
		if (!request.raw.complete && request.raw.destroyed) {
			// A server never sees a request of which only a part arrived.
			this.recorder.finish(recorded, null);
			return reply.hijack();
		}
		const { id = '' } = /** @type {{ id?: string }} */ (request.params ?? {});
		const answer = this.pipeline.answer(route, recorded, id);
		return this.#send(request, reply, answer);
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

module.exports = { Server };
