'use strict';

const { parseArgs } = require('node:util');
const getPort = require('get-port');
const { startDemo } = require('./demo');
const { endPrograms } = require('./processes');
const { n8nVersion } = require('./versions');
const { watchBuild } = require('./watchBuild');

const HELP = `Opens n8n with this node installed, to try it by hand: with the sandbox as the installation, a
credential for it, and the example workflows.

Usage: npm run n8n -- [options]    n8n as it is
       npm run dev -- [options]    the same, and changes to the node show up after a reload

  --version N       major version of n8n, 1 or 2 (default 2)
  --port NUMBER     of n8n's editor (default: a free one)
  --profile NAME    of the sandbox: ospyo, btools, newer (default btools)
  --help            show this text

n8n is installed the first time, into N8N_66PUSHER_CACHE or, if that is not set, the folder
n8n-nodes-66pusher in your cache folder. What you do in the editor is deleted at the end.
`;

/** @type {ReadonlyArray<import('../sandbox/profiles').ProfileName>} */
const PROFILES = ['ospyo', 'btools', 'newer'];

function readFlags() {
	const { values } = parseArgs({
		options: {
			version: { type: 'string', default: '2' },
			port: { type: 'string' },
			profile: { type: 'string', default: 'btools' },
			watch: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const { port, watch, help } = values;
	if (port !== undefined && !/^\d+$/.test(port)) {
		throw new Error(`--port needs a number, not "${port}"`);
	}
	const profile = PROFILES.find((name) => name === values.profile);
	if (!profile) throw new Error(`--profile needs one of ${PROFILES.join(', ')}`);
	const { major } = n8nVersion(values.version);
	return { help, watch, major, port: port === undefined ? undefined : Number(port), profile };
}

/** A second request to end after this many milliseconds means that somebody doesn't want to wait. */
const PATIENCE_MS = 2000;

/** Resolves when somebody asks this program to end. */
async function askedToEnd() {
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
	const { help, watch, ...options } = readFlags();
	if (help) {
		console.log(HELP);
		return;
	}
	const { port } = options;
	if (port !== undefined && (await getPort({ port, host: '127.0.0.1' })) !== port) {
		throw new Error(`Port ${port} is in use. Choose another one with --port.`);
	}

	let isEnding = false;
	let isReady = false;
	const end = askedToEnd().then(() => {
		isEnding = true;
		// This makes whatever is starting up fail, and everything that is up already is then stopped.
		if (!isReady) endPrograms();
	});
	// n8n then watches the folder that the package is installed in.
	const env = watch ? { N8N_DEV_RELOAD: 'true' } : {};
	const starting = startDemo({ ...options, env, log: console.log });
	await Promise.race([starting, end]);
	try {
		const demo = await starting;
		isReady = true;
		const stopWatching = watch ? watchBuild(demo.n8n.userFolder, console.log) : undefined;
		const cause = await Promise.race([end, demo.n8n.ended]);
		console.log('\nStopping n8n and the sandbox.');
		stopWatching?.();
		await demo.stop();
		if (!isEnding) throw new Error(`n8n ended unexpectedly (${cause}).`);
	} catch (error) {
		// After Ctrl-C, nobody needs to know what was interrupted.
		if (!isEnding) throw error;
	}
	console.log('Everything has stopped.');
}

// A closed terminal takes no more output, and everything has to be stopped all the same.
process.stdout.on('error', () => {});

main().catch((error) => {
	console.error(`\n${error instanceof Error ? error.message : error}`);
	process.exitCode = 1;
});
