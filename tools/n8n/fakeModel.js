'use strict';

/** @typedef {import('./chatModel').ChatRequest} ChatRequest */
/** @typedef {import('./chatModel').ChatAnswer} ChatAnswer */

const HELP = `I am a fake chat model, so that this example runs without an account with a provider. I understand:
- list the flows
- create a flow "Title" "Text"
- pause flow 3
- resume flow 3`;

/**
 * The sentences that it understands, and how a real model would answer them with the tools of
 * examples/flow-agent.json.
 *
 * @type {Array<[RegExp, (match: string[]) => ChatAnswer]>}
 */
const SENTENCES = [
	[/\b(?:pause|stop)\b.*?(\d+)/i, ([, id = '']) => pauseOrResume(id, false)],
	[/\b(?:resume|start)\b.*?(\d+)/i, ([, id = '']) => pauseOrResume(id, true)],
	[
		/\b(?:create|make|add)\b[^"“]*(?:["“]([^"”]+)["”])?[^"“]*(?:["“]([^"”]+)["”])?/i,
		([, title = 'Welcome!', text = 'Good to have you here']) => ({
			tool: 'Create_flow',
			args: {
				Name: title,
				Title: title,
				Text: text,
				Wait_Time: 2,
				Wait_Time_Unit: 'hours',
				URL: 'https://example.com',
			},
		}),
	],
	[/\b(?:list|show|which|what)\b/i, () => ({ tool: 'List_flows', args: { Search: '' } })],
];

/**
 * @param {string} id
 * @param {boolean} isOn
 * @returns {ChatAnswer}
 */
function pauseOrResume(id, isOn) {
	return { tool: 'Pause_or_resume', args: { Flow_ID: id, Enabled: isOn } };
}

/**
 * A chat model that understands four sentences.
 *
 * @param {ChatRequest} request
 * @returns {ChatAnswer}
 */
function fakeModel({ messages }) {
	const last = messages.at(-1);
	if (last?.role === 'tool') return { text: `The tool answered:\n\n${textOf(last.content)}` };

	const text = textOf(last?.content);
	for (const [pattern, answer] of SENTENCES) {
		const match = pattern.exec(text);
		if (match) return answer(match);
	}
	return { text: HELP };
}

/**
 * @param {import('./chatModel').ChatContent} [content] a text, or a list of parts
 * @returns {string}
 */
function textOf(content) {
	if (Array.isArray(content)) return content.map((part) => part.text ?? '').join('');
	return content ?? '';
}

module.exports = { fakeModel };
