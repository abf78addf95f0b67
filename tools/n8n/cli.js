'use strict';

const { parseArgs } = require('node:util');
const { startDemonstration } = require('./demonstration');
const { isFree } = require('./ports');
const { endPrograms } = require('./processes');
const { n8nVersion } = require('./versions');

const HELP = `Opens n8n with this node installed, to try it by hand: with the sandbox in place of a real
installation, a credential for it, and the example workflows.

Usage: npm run n8n -- [options]

  --version N       major version of n8n, 1 or 2 (default 2)
  --port NUMBER     of n8n's editor (default: a free one)
  --profile NAME    of the sandbox: ospyo, btools, newer (default btools)
  --help            show this text

n8n is installed when it is first needed, into N8N_66PUSHER_CACHE or, where that is not set, the
folder n8n-nodes-66pusher in your cache folder. What you do in the editor is gone at the end.
`;

function readFlags() {
	const { values } = parseArgs({
		options: {
			version: { type: 'string', default: '2' },
			port: { type: 'string' },
			profile: { type: 'string', default: 'btools' },
			help: { type: 'boolean', default: false },
		},
	});
	const { version, port, profile, help } = values;
	if (port !== undefined && !/^\d+$/.test(port)) {
		throw new Error(`--port needs a number, not "${port}"`);
	}
	return {
		help,
		major: n8nVersion(version).major,
		port: port === undefined ? undefined : Number(port),
		profile: /** @type {import('../sandbox/profiles').ProfileName} */ (profile),
	};
}

/** Somebody who asks again after this many milliseconds does not want to wait any longer. */
const PATIENCE_MS = 2000;

/** Resolves when somebody wants this to end. */
async function asked() {
	await new Promise((resolve) => {
		let askedAt = 0;
		const ask = () => {
			// One Ctrl-C may arrive twice: from the terminal, and from npm.
			if (askedAt > 0 && Date.now() - askedAt > PATIENCE_MS) process.exit(130);
			askedAt ||= Date.now();
			resolve(undefined);
		};
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
	});
}

async function main() {
	const { help, ...options } = readFlags();
	if (help) {
		console.log(HELP);
		return;
	}
	if (options.port !== undefined && !(await isFree(options.port))) {
		throw new Error(`Port ${options.port} is in use. Choose another one with --port.`);
	}

	let isEnding = false;
	let isReady = false;
	const end = asked().then(() => {
		isEnding = true;
		// What is on its way up fails then, and what was up already is stopped.
		if (!isReady) endPrograms();
	});
	const starting = startDemonstration({ ...options, say: console.log });
	await Promise.race([starting, end]);
	try {
		const demonstration = await starting;
		isReady = true;
		const cause = await Promise.race([end, demonstration.n8n.ended]);
		console.log('\nStopping n8n and the sandbox.');
		await demonstration.stop();
		if (!isEnding) throw new Error(`n8n ended by itself (${cause}).`);
	} catch (error) {
		// Whatever was cut short on the way is no news to somebody who pressed Ctrl-C.
		if (!isEnding) throw error;
	}
	console.log('All stopped.');
}

// A terminal that was closed takes no more lines, and everything has to be stopped all the same.
process.stdout.on('error', () => {});

main().catch((error) => {
	console.error(`\n${error instanceof Error ? error.message : error}`);
	process.exitCode = 1;
});
