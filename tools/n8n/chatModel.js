'use strict';

const { createServer } = require('node:http');

/**
 * What a chat model is asked, as OpenAI's API names it.
 *
 * @typedef {object} ChatRequest
 * @property {string} model
 * @property {boolean} [stream]
 * @property {Array<{role: string, content: any, tool_calls?: ToolCall[], tool_call_id?: string}>} messages
 * @property {Array<{type: 'function', function: {name: string, description: string, parameters: any}}>} [tools]
 *
 * @typedef {{id: string, type: 'function', function: {name: string, arguments: string}}} ToolCall
 *
 * @typedef {{text: string} | {tool: string, args: object}} ChatAnswer says something, or calls a tool
 *
 * @typedef {object} ChatModel
 * @property {string} url base URL for a credential of n8n's type `openAiApi`
 * @property {ChatRequest[]} requests all that it was asked
 * @property {() => Promise<void>} stop
 */

/**
 * Serves a chat model's API on loopback; what it answers is decided by a function.
 *
 * @param {(request: ChatRequest) => ChatAnswer} answer
 * @returns {Promise<ChatModel>}
 */
async function startChatModel(answer) {
	/** @type {ChatRequest[]} */
	const requests = [];
	let calls = 0;

	const server = createServer((request, response) => {
		const sendJson = (/** @type {object} */ body, status = 200) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(body));
		};
		if (request.method === 'GET') {
			sendJson({ object: 'list', data: [{ id: 'stand-in', object: 'model', owned_by: 'n8n' }] });
			return;
		}
		let text = '';
		request.setEncoding('utf8').on('data', (chunk) => (text += chunk));
		request.on('end', () => {
			const asked = JSON.parse(text);
			requests.push(asked);
			try {
				const message = toMessage(answer(asked), `call_${(calls += 1)}`);
				if (asked.stream) sendStream(response, asked.model, message);
				else sendJson(toCompletion(asked.model, message));
			} catch (error) {
				sendJson({ error: { message: String(error), type: 'stand_in' } }, 400);
			}
		});
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${port}/v1`,
		requests,
		stop: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}

/**
 * @param {ChatAnswer} answer
 * @param {string} id
 */
function toMessage(answer, id) {
	if ('text' in answer) return { role: 'assistant', content: answer.text };
	const call = { name: answer.tool, arguments: JSON.stringify(answer.args) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ id, type: 'function', function: call }],
	};
}

/** @param {ReturnType<typeof toMessage>} message */
const reasonOf = (message) => ('tool_calls' in message ? 'tool_calls' : 'stop');

/**
 * @param {string} model
 * @param {ReturnType<typeof toMessage>} message
 */
function toCompletion(model, message) {
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: Math.floor(Date.now() / 1000),
		model,
		choices: [{ index: 0, message, finish_reason: reasonOf(message) }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}

/**
 * The whole message in one piece: a stream may be that short.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {string} model
 * @param {ReturnType<typeof toMessage>} message
 */
function sendStream(response, model, message) {
	const calls = 'tool_calls' in message ? message.tool_calls : undefined;
	const delta = {
		...message,
		...(calls && { tool_calls: calls.map((c, index) => ({ index, ...c })) }),
	};
	const chunk = (/** @type {object} */ choice) =>
		`data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model, choices: [{ index: 0, ...choice }] })}\n\n`;

	response.writeHead(200, { 'content-type': 'text/event-stream' });
	response.write(chunk({ delta, finish_reason: null }));
	response.write(chunk({ delta: {}, finish_reason: reasonOf(message) }));
	response.end('data: [DONE]\n\n');
}

module.exports = { startChatModel };
