'use strict';

const { waitUntil } = require('./waitUntil');

/** A field of the form's page: its label, and the name that it is sent under. */
const LABEL = /<label class='form-label[^']*' for='([^']+)'>([^<]*)<\/label>/g;

/**
 * Fills in the form of an active workflow, as a browser does.
 *
 * @param {{url: string}} n8n
 * @param {string} webhookId of the Form Trigger
 * @param {Record<string, string | File>} values by the fields' labels
 * @returns {Promise<string>} the text of the final page
 */
async function fillForm({ url }, webhookId, values) {
	const address = `${url}/form/${webhookId}`;
	// n8n reports a workflow as active a moment before it serves the form.
	const page = await answerOf(address, (reply) => reply.ok);
	const names = new Map(
		[...page.matchAll(LABEL)].map(([, name = '', label = '']) => [label, name]),
	);

	const form = new FormData();
	for (const [label, value] of Object.entries(values)) {
		const name = names.get(label);
		if (!name)
			throw new Error(`The form has no field '${label}', only ${[...names.keys()].join(', ')}`);
		form.append(name, value);
	}
	const reply = await fetch(address, { method: 'POST', body: form });
	const text = await reply.text();
	if (!reply.ok) throw new Error(`The form was answered with ${reply.status} ${text}`);

	/** @type {{formWaitingUrl: string}} */
	const { formWaitingUrl } = JSON.parse(text);
	return await endingOf(formWaitingUrl);
}

/**
 * @param {string} address of whatever follows the form, as n8n returned it
 * @returns {Promise<string>} the text of the form's ending
 */
async function endingOf(address) {
	const status = new URL(address);
	status.pathname += '/n8n-execution-status';
	await answerOf(status.href, (_reply, text) => text.trim() === 'form-waiting');

	const page = await fetch(address);
	const text = textOf(await page.text());
	// In a browser, the page's own script does this. Until then, the execution waits.
	await fetch(address, { method: 'POST', body: '{}' });
	return text;
}

/**
 * Repeats a request until the answer is the wanted one.
 *
 * @param {string} address
 * @param {(reply: Response, text: string) => boolean} isWanted
 * @returns {Promise<string>} the answer's text
 */
async function answerOf(address, isWanted) {
	let text = '';
	let status = 0;
	const hasCome = async () => {
		const reply = await fetch(address);
		({ status } = reply);
		text = await reply.text();
		return isWanted(reply, text);
	};
	const what = () => `${address} gives the answer; it still answers ${status} ${text}`;
	await waitUntil(what, hasCome, { seconds: 60, interval: 200 });
	return text;
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
