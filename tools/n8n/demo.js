'use strict';

const { startSandbox } = require('../sandbox');
const { OWNER } = require('./n8nApi');
const { startChatModel } = require('./chatModel');
const { exampleFiles, withCredentials } = require('./examples');
const { CREDENTIAL_TYPE } = require('./nodePackage');
const { fakeModel } = require('./fakeModel');
const { startN8nInstance } = require('./instance');

/** Flows that exist from the start, so that lists and the report have something to show. */
const FLOWS = [
	{ name: 'Welcome', title: 'Thanks for subscribing', sent: 1480, displayed: 1212, clicked: 187 },
	{ name: 'Second day', title: 'Have you seen this?', sent: 1103, displayed: 874, clicked: 61 },
	{ name: '第二天', title: '新品上架', website_id: 2, sent: 512, displayed: 430, clicked: 75 },
	{ name: 'Powrót po tygodniu', title: 'Wróć do nas', website_id: 5, is_enabled: false },
];

/**
 * An n8n to try the node in, with the sandbox as the installation, credentials for it and for a fake
 * chat model, and the example workflows.
 *
 * @param {object} options
 * @param {string} options.major of n8n
 * @param {number} [options.port]
 * @param {import('../sandbox/profiles').ProfileName} options.profile of the sandbox
 * @param {NodeJS.ProcessEnv} [options.env] further variables for n8n
 * @param {(line: string) => void} options.log
 */
async function startDemo({ major, port, profile, env, log }) {
	/** @type {Array<() => Promise<void>>} */
	const started = [];
	const stop = async () => {
		for (const stopIt of started.reverse()) await stopIt();
	};
	try {
		const sandbox = await startSandbox({ profile, onFinished: (request) => log(lineOf(request)) });
		started.push(sandbox.stop);
		addFlows(sandbox);
		const model = await startChatModel(fakeModel);
		started.push(model.stop);
		const { n8n, api, stop: stopInstance } = await startN8nInstance({ major, port, env, log });
		started.push(stopInstance);

		const credentials = {
			[CREDENTIAL_TYPE]: await api.createCredential('66pusher sandbox', {
				baseUrl: sandbox.url,
				apiKey: sandbox.apiKey,
			}),
			openAiApi: await api.createCredential(
				'Fake chat model',
				{ apiKey: 'none', url: model.url },
				'openAiApi',
			),
		};
		for (const file of Object.values(exampleFiles())) {
			await api.createWorkflow(withCredentials(file, credentials));
		}
		log(welcome(n8n, sandbox));
		return { n8n, api, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** @param {Awaited<ReturnType<typeof startSandbox>>} sandbox */
function addFlows(sandbox) {
	for (const { sent = 0, displayed = 0, clicked = 0, ...flow } of FLOWS) {
		sandbox.addFlow({
			...flow,
			total_sent_push_notifications: sent,
			total_displayed_push_notifications: displayed,
			total_clicked_push_notifications: clicked,
			total_closed_push_notifications: displayed - clicked,
		});
	}
}

/** @param {import('../sandbox/recorder').RecordedRequest} request */
function lineOf({ method, path, status }) {
	return `  sandbox: ${method} ${path} ${status ?? 'connection closed'}`;
}

/**
 * @param {import('./server').RunningN8n} n8n
 * @param {Awaited<ReturnType<typeof startSandbox>>} sandbox
 */
function welcome({ url, tree }, sandbox) {
	return `
n8n ${tree.version.n8n} is ready:

  Address:   ${url}
  E-mail:    ${OWNER.email}
  Password:  ${OWNER.password}

The example workflows are there, with their credentials selected. The sandbox at
${sandbox.url} plays the installation, and each request to it is shown below.
The agent's chat model is a fake: say "hello" to see what it understands.

Nothing that you do in the editor is kept. Press Ctrl-C to stop everything.
`;
}

module.exports = { startDemo };
