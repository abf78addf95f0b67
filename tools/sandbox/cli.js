'use strict';

const { parseArgs } = require('node:util');
const { startSandbox, PROFILES } = require('./index.js');
const { logLine } = require('./http/logLine.js');
const { WORDS } = require('./words.js');

/** @typedef {import('./profiles.js').ProfileName} ProfileName */

const HELP = `A local 66pusher installation, to try the node without touching a real one.

Usage: npm run sandbox -- [options]

  --profile NAME    ${Object.keys(PROFILES).join(', ')} (default btools)
  --language CODE   ${Object.keys(WORDS).join(', ')}: language of its messages (default en)
  --port NUMBER     default 6606
  --base-path PATH  sub-directory of the installation, such as /push
  --key TEXT        API key (default sandbox-key)
  --rate-limit N    refuse more than N requests a minute
  --latency MS      wait before each answer
  --help            show this text
`;

/** How often scheduled messages are looked for. */
const TICK_MS = 1000;

/**
 * @param {string} flag
 * @param {string | undefined} text
 */
function wholeNumber(flag, text) {
	if (text === undefined) return undefined;
	if (!/^\d+$/.test(text)) throw new Error(`--${flag} needs a whole number, not "${text}"`);
	return Number(text);
}

/** @param {string} code */
function languageOf(code) {
	if (!Object.hasOwn(WORDS, code)) {
		throw new Error(`There is no language "${code}", only ${Object.keys(WORDS).join(', ')}`);
	}
	return /** @type {keyof typeof WORDS} */ (code);
}

function readFlags() {
	const { values } = parseArgs({
		options: {
			profile: { type: 'string', default: 'btools' },
			language: { type: 'string', default: 'en' },
			port: { type: 'string', default: '6606' },
			'base-path': { type: 'string', default: '' },
			key: { type: 'string', default: 'sandbox-key' },
			'rate-limit': { type: 'string' },
			latency: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	const limit = wholeNumber('rate-limit', values['rate-limit']);
	const latencyMs = wholeNumber('latency', values.latency);
	return {
		help: values.help,
		// A name that is no profile is refused, by name, when the sandbox starts.
		profile: /** @type {ProfileName} */ (values.profile),
		port: wholeNumber('port', values.port),
		basePath: values['base-path'],
		apiKey: values.key,
		behaviour: {
			language: languageOf(values.language),
			...(limit !== undefined && { rateLimit: { limit, windowMs: 60_000 } }),
			...(latencyMs !== undefined && { latencyMs }),
		},
	};
}

/** @param {ReturnType<typeof readFlags>} flags */
async function run({ help, ...options }) {
	if (help) {
		console.log(HELP);
		return;
	}
	const sandbox = await startSandbox({
		...options,
		onFinished: (request) => console.log(logLine(request, [options.apiKey])),
	});
	addExamples(sandbox);
	console.log(welcome(sandbox, options.profile));
	const ticking = setInterval(sandbox.tick, TICK_MS);
	for (const signal of ['SIGINT', 'SIGTERM']) {
		process.once(signal, () => {
			clearInterval(ticking);
			void sandbox.stop();
		});
	}
}

/** @typedef {Awaited<ReturnType<typeof startSandbox>>} Sandbox */

/** @param {Sandbox} sandbox */
function addExamples(sandbox) {
	sandbox.addFlow({ name: 'Welcome', title: 'Thanks for subscribing', wait_time: 5 });
	sandbox.addFlow({ name: '第二天', title: '新品上架', website_id: 2, segment: '15' });
	sandbox.addFlow({ name: 'Powrót po tygodniu', wait_time: 7, website_id: 5, is_enabled: false });
	sandbox.addCampaign({ name: 'Spring sale', title: 'Half price today' });
	sandbox.addCampaign({ name: 'For VIPs', title: 'A day before all others', segment: '12' });
}

/**
 * @param {Sandbox} sandbox
 * @param {string} profile
 */
function welcome(sandbox, profile) {
	const list = (/** @type {{ id: number, name: string }[]} */ entries) =>
		entries.map(({ id, name }) => `${id} ${name}`).join(', ');
	return `Address:     ${sandbox.url}
API key:     ${sandbox.apiKey}
Profile:     ${profile}
Websites:    ${list(sandbox.websites)}
Segments:    ${list(sandbox.segments)}
Flows:       ${list(sandbox.flows())}
Campaigns:   ${list(sandbox.campaigns())}
Subscribers: ${sandbox.subscribers().length}
Each request is shown below. Ctrl-C stops it.`;
}

/** @param {unknown} error */
function explain(error) {
	if (!(error instanceof Error)) return String(error);
	if (!('code' in error) || error.code !== 'EADDRINUSE') return error.message;
	return 'The port is in use: choose another one with --port';
}

/** @param {unknown} error */
function fail(error) {
	console.error(explain(error).split('\n')[0]);
	process.exitCode = 1;
}

try {
	run(readFlags()).catch(fail);
} catch (error) {
	fail(error);
}
