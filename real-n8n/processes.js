'use strict';

const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { createInterface } = require('node:readline');
const { setTimeout: sleep } = require('node:timers/promises');

const GUARD = join(__dirname, 'guard.js');

/** How long a program may take to end by itself, once asked. */
const SECONDS_TO_END = 25;

/**
 * A program in the background, in a process group of its own, so that what it starts ends with it;
 * and it ends with this process.
 *
 * @typedef {object} Background
 * @property {number} pid
 * @property {string[]} lines everything that it has printed so far
 * @property {Promise<string>} ended how it ended, such as `code 1` or `SIGTERM`
 * @property {(pattern: RegExp, seconds: number) => Promise<string>} line the first line that fits,
 *   also one from before; fails when the program ends first, or when the time is over
 * @property {(signal?: NodeJS.Signals) => Promise<void>} stop asks it to end, and sees to it
 */

/** @type {Set<number>} */
const groups = new Set();
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Asks all programs to end, for a process that is about to end itself. */
function endPrograms() {
	for (const child of running) child.kill();
}

/**
 * @param {string} name for messages
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number}} [options]
 * @returns {Background}
 */
function startInBackground(name, command, args, options = {}) {
	const hasGroups = process.platform !== 'win32';
	const child = spawn(process.execPath, [GUARD, command, ...args], {
		...options,
		detached: hasGroups,
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	const { pid = 0 } = child;
	if (pid > 0 && hasGroups) groups.add(pid);
	running.add(child);

	/** @type {string[]} */
	const lines = [];
	/** @type {Set<() => void>} */
	const listeners = new Set();
	const tell = () => listeners.forEach((listener) => listener());
	for (const stream of [child.stdout, child.stderr]) {
		createInterface({ input: stream }).on('line', (line) => {
			lines.push(line);
			tell();
		});
	}

	/** @type {string | undefined} */
	let how;
	// Its output is read to the end, and what it started and left behind would keep that open.
	child.once('exit', () => signalGroup(pid, 'SIGKILL'));
	/** @type {Promise<string>} */
	const ended = new Promise((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('close', (code, signal) => resolve(signal ?? `code ${code}`));
	});
	void ended.then((reason) => {
		groups.delete(pid);
		running.delete(child);
		how = reason;
		tell();
	});

	return {
		pid,
		lines,
		ended,
		line: async (pattern, seconds) => {
			const end = () => lines.slice(-30).join('\n  ');
			return await new Promise((resolve, reject) => {
				const settle = (/** @type {() => void} */ answer) => {
					clearTimeout(timer);
					listeners.delete(look);
					answer();
				};
				const look = () => {
					const found = lines.find((line) => pattern.test(line));
					if (found !== undefined) return settle(() => resolve(found));
					if (how === undefined) return;
					settle(() => reject(new Error(`${name} ended (${how}):\n  ${end()}`)));
				};
				const timer = setTimeout(() => {
					const waited = `${name} printed nothing like ${pattern} in ${seconds} s:\n  ${end()}`;
					settle(() => reject(new Error(waited)));
				}, seconds * 1000);
				listeners.add(look);
				look();
			});
		},
		stop: async (signal = 'SIGTERM') => {
			child.kill(signal);
			const isLate = await Promise.race([
				ended,
				sleep(SECONDS_TO_END * 1000, true, { ref: false }),
			]);
			if (isLate === true) child.kill('SIGKILL');
			await ended;
		},
	};
}

/**
 * @param {number} pid of the group's first process, which may be gone
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
	if (pid === 0 || !groups.has(pid)) return;
	try {
		process.kill(-pid, signal);
	} catch {
		// Nobody of the group is left.
	}
}

module.exports = { endPrograms, startInBackground };
