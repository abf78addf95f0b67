'use strict';

/**
 * Runs a program, and ends it when the process that asked for it is gone, however that one ended: what
 * is started here never outlives whoever started it. Its standard input is the line to that process.
 *
 * Usage: node guard.js COMMAND [ARGUMENT …]
 */

const { constants } = require('node:os');
const execa = require('execa');
const treeKill = require('tree-kill');

const SECONDS_TO_END = 20;
const isWindows = process.platform === 'win32';

const [command = '', ...args] = process.argv.slice(2);
// The program gets this process's signals from here, so execa must not end it on its own.
const child = execa(command, args, {
	stdio: ['ignore', 'inherit', 'inherit'],
	cleanup: false,
	reject: false,
});
let isAlone = false;

child.once('error', (error) => {
	console.error(error.message);
	process.exit(127);
});
child.once('exit', (code, signal) => {
	// The program's own children are in this group too, and nobody else is left to end them.
	if (isAlone && !isWindows) process.kill(-process.pid, 'SIGKILL');
	process.exit(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
});

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
	process.on(signal, () => child.kill(signal, { forceKillAfterTimeout: false }));
}

process.stdin.on('close', () => {
	isAlone = true;
	// On Windows, commands such as npm are scripts, and ending those leaves what they started.
	if (isWindows && child.pid !== undefined) treeKill(child.pid);
	else child.kill('SIGTERM', { forceKillAfterTimeout: SECONDS_TO_END * 1000 });
});
process.stdin.resume();
