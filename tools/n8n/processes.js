'use strict';

const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { createInterface } = require('node:readline');
const { setTimeout: sleep } = require('node:timers/promises');

const GUARD = join(__dirname, 'guard.js');

/** How long a program may take to end by itself, once asked. */
const SECONDS_TO_END = 25;

/** How many of its last lines tell why a program did not do what it was started for. */
const LINES_SHOWN = 30;

const HAS_GROUPS = process.platform !== 'win32';

/** @type {Set<Background>} */
const running = new Set();

/**
 * A program in the background, in a process group of its own, so that what it starts ends with it;
 * and it ends with this process, however this one ends.
 */
class Background {
	/** Everything that it has printed so far. @type {string[]} */
	lines = [];

	#child;
	#hasEnded = false;
	/** @type {Set<() => void>} */
	#listeners = new Set();

	/**
	 * @param {string} name for messages
	 * @param {string} command
	 * @param {string[]} args
	 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void}} [options]
	 */
	constructor(name, command, args, { cwd, env, onLine = () => {} } = {}) {
		this.name = name;
		this.#child = spawn(process.execPath, [GUARD, command, ...args], {
			cwd,
			env,
			detached: HAS_GROUPS,
			stdio: ['pipe', 'pipe', 'pipe'],
		});
		running.add(this);
		for (const stream of [this.#child.stdout, this.#child.stderr]) {
			createInterface({ input: stream }).on('line', (line) => {
				this.lines.push(line);
				onLine(line);
				this.#tell();
			});
		}
		// Its output is read to the end, and what it started and left behind would keep that open.
		this.#child.once('exit', () => this.#killGroup());
		/** How it ended, such as `code 1` or `SIGKILL`. @type {Promise<string>} */
		this.ended = new Promise((resolve) => {
			this.#child.once('error', (error) => resolve(error.message));
			this.#child.once('close', (code, signal) => resolve(signal ?? `code ${code}`));
		});
		void this.ended.then(() => {
			running.delete(this);
			this.#hasEnded = true;
			this.#tell();
		});
	}

	/** @param {NodeJS.Signals} [signal] */
	signal(signal = 'SIGTERM') {
		this.#child.kill(signal);
	}

	/**
	 * Asks it to end, and sees to it.
	 *
	 * @param {NodeJS.Signals} [signal]
	 */
	async stop(signal = 'SIGTERM') {
		this.signal(signal);
		const late = sleep(SECONDS_TO_END * 1000, 'late', { ref: false });
		if ((await Promise.race([this.ended, late])) === 'late') this.signal('SIGKILL');
		await this.ended;
	}

	/**
	 * Waits for a line of its output, also one that was printed before.
	 *
	 * @param {RegExp} pattern
	 * @param {number} seconds
	 * @returns {Promise<string>}
	 * @throws {Error} when it ends without that line, or when the time is over
	 */
	async line(pattern, seconds) {
		const deadline = Date.now() + seconds * 1000;
		for (;;) {
			const found = this.lines.find((line) => pattern.test(line));
			if (found !== undefined) return found;

			const why = this.#hasEnded ? `ended (${await this.ended})` : `is silent for ${seconds} s`;
			if (this.#hasEnded || Date.now() >= deadline) {
				const last = this.lines.slice(-LINES_SHOWN).join('\n  ');
				throw new Error(`${this.name} ${why} where it should print ${pattern}:\n  ${last}`);
			}
			await this.#news(deadline - Date.now());
		}
	}

	/** @param {number} ms the longest to wait */
	async #news(ms) {
		await new Promise((resolve) => {
			const timer = setTimeout(resolve, ms);
			this.#listeners.add(() => {
				clearTimeout(timer);
				resolve(undefined);
			});
		});
	}

	#tell() {
		const listeners = [...this.#listeners];
		this.#listeners.clear();
		listeners.forEach((listener) => listener());
	}

	#killGroup() {
		const { pid } = this.#child;
		if (pid === undefined || !HAS_GROUPS) return;
		try {
			process.kill(-pid, 'SIGKILL');
		} catch {
			// Nobody of the group is left.
		}
	}
}

/** Asks all programs to end, for a process that is about to end itself. */
function endPrograms() {
	for (const program of running) program.signal();
}

module.exports = { Background, endPrograms };
