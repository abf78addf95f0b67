'use strict';

const { render } = require('./answers.js');

/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('fastify').FastifyReply} FastifyReply */

/**
 * @param {FastifyReply} reply
 * @param {Answer} answer
 */
function sendAnswer(reply, answer) {
	const { headers, bytes } = render(answer);
	reply.code(answer.status).headers(headers);
	return reply.send(bytes.length > 0 ? bytes : undefined);
}

/**
 * @param {FastifyReply} reply
 * @param {Answer} answer
 */
function sendHalf(reply, answer) {
	const { headers, bytes } = render(answer);
	const length = String(bytes.length);
	reply.raw.writeHead(answer.status, { ...headers, 'content-length': length });
	// Only once the half has left the process: a destroyed socket drops what it still holds.
	const half = bytes.subarray(0, Math.floor(bytes.length / 2));
	reply.raw.write(half, () => reply.raw.destroy());
}

/**
 * @param {FastifyReply} reply
 * @param {Answer} answer
 * @param {(status: number | null) => void} finish called before the client can know the answer
 */
function send(reply, answer, finish) {
	if (reply.request.raw.socket.destroyed) {
		finish(null);
		return reply.hijack();
	}
	if (answer.connection === undefined) {
		finish(answer.status);
		return sendAnswer(reply, answer);
	}
	reply.hijack();
	if (answer.connection === 'silence') return reply;
	finish(null);
	if (answer.connection === 'cut') sendHalf(reply, answer);
	else reply.raw.socket?.resetAndDestroy();
	return reply;
}

module.exports = { send };
