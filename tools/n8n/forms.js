'use strict';

const { setTimeout: sleep } = require('node:timers/promises');

const SECONDS_TO_LISTEN = 60;
const BETWEEN_LOOKS_MS = 200;

/** A field of the form's page: its label, and the name under which it is sent. */
const LABEL = /<label class='form-label[^']*' for='([^']+)'>([^<]*)<\/label>/g;

/**
 * Fills in the form of an active workflow, as a browser does.
 *
 * @param {import('./server').RunningN8n} n8n
 * @param {string} webhookId of the Form Trigger
 * @param {Record<string, string | File>} values by the fields' labels
 * @returns {Promise<string>} the text of the page that is shown at the end
 */
async function fillForm({ url }, webhookId, values) {
	const address = `${url}/form/${webhookId}`;
	// n8n says that a workflow is active a moment before its form is served.
	const page = await answerOf(address, (reply) => reply.ok);
	const names = new Map([...page.matchAll(LABEL)].map(([, name, label]) => [label, name]));

	const form = new FormData();
	for (const [label, value] of Object.entries(values)) {
		const name = names.get(label);
		if (!name) throw new Error(`The form has no field '${label}', only ${[...names.keys()]}`);
		form.append(name, value);
	}
	const reply = await fetch(address, { method: 'POST', body: form });
	const text = await reply.text();
	if (!reply.ok) throw new Error(`The form was answered with ${reply.status} ${text}`);

	return await endingOf(JSON.parse(text).formWaitingUrl);
}

/**
 * @param {string} address that n8n gave for what comes after the form
 * @returns {Promise<string>} the text of the form's ending
 */
async function endingOf(address) {
	const status = new URL(address);
	status.pathname += '/n8n-execution-status';
	await answerOf(status.href, (_reply, text) => text.trim() === 'form-waiting');

	const page = await fetch(address);
	const text = textOf(await page.text());
	// The page's own script tells n8n so, once it is shown; until then the execution waits.
	await fetch(address, { method: 'POST', body: '{}' });
	return text;
}

/**
 * Asks until the answer is the one that is waited for.
 *
 * @param {string} address
 * @param {(reply: Response, text: string) => boolean} isWanted
 * @returns {Promise<string>} the answer's text
 */
async function answerOf(address, isWanted) {
	const deadline = Date.now() + SECONDS_TO_LISTEN * 1000;
	for (;;) {
		const reply = await fetch(address);
		const text = await reply.text();
		if (isWanted(reply, text)) return text;
		if (Date.now() > deadline) throw new Error(`${address} still answers ${reply.status} ${text}`);
		await sleep(BETWEEN_LOOKS_MS);
	}
}

/** @param {string} html */
function textOf(html) {
	return html
		.replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

module.exports = { fillForm };
