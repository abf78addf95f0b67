'use strict';

const { once } = require('node:events');
const { createServer } = require('node:http');
const getPort = require('get-port');

/**
 * A request to a chat model, in the terms of OpenAI's API.
 *
 * @typedef {object} ChatRequest
 * @property {string} model
 * @property {boolean} [stream]
 * @property {ChatMessage[]} messages
 * @property {Array<{type: 'function', function: ChatTool}>} [tools]
 *
 * @typedef {{role: string, content: ChatContent, tool_calls?: ToolCall[], tool_call_id?: string}} ChatMessage
 *
 * @typedef {string | null | Array<{type: string, text?: string}>} ChatContent
 *
 * @typedef {object} ChatTool
 * @property {string} name
 * @property {string} description
 * @property {{properties: Record<string, {type: string, description: string}>, required: string[]}} parameters
 *
 * @typedef {{id: string, type: 'function', function: {name: string, arguments: string}}} ToolCall
 *
 * @typedef {{text: string} | {tool: string, args: object}} ChatAnswer a text, or a call of a tool
 *
 * @typedef {object} ChatModel
 * @property {string} url base URL for a credential of n8n's type `openAiApi`
 * @property {ChatRequest[]} requests everything that it was asked
 * @property {() => Promise<void>} stop
 */

/**
 * Serves the API of a chat model on loopback. A function decides what it answers.
 *
 * @param {(request: ChatRequest) => ChatAnswer} answer
 * @returns {Promise<ChatModel>}
 */
async function startChatModel(answer) {
	/** @type {ChatRequest[]} */
	const requests = [];
	let calls = 0;

	const server = createServer((incoming, response) => {
		const sendJson = (/** @type {object} */ body, status = 200) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(body));
		};
		if (incoming.method === 'GET') {
			sendJson({ object: 'list', data: [{ id: 'fake', object: 'model', owned_by: 'n8n' }] });
			return;
		}
		let text = '';
		incoming.setEncoding('utf8').on('data', (chunk) => (text += chunk));
		incoming.on('end', () => {
			/** @type {ChatRequest} */
			const request = JSON.parse(text);
			requests.push(request);
			try {
				const message = toMessage(answer(request), `call_${(calls += 1)}`);
				if (request.stream) sendStream(response, request.model, message);
				else sendJson(toCompletion(request.model, message));
			} catch (error) {
				sendJson({ error: { message: String(error), type: 'fake' } }, 400);
			}
		});
	});
	const port = await getPort({ host: '127.0.0.1' });
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
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
 * Sends the whole message in one chunk. A stream may be that short.
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
