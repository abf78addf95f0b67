'use strict';

const { join } = require('node:path');
const { createInterface } = require('node:readline');
const execa = require('execa');
const treeKill = require('tree-kill');
const { waitUntil } = require('./waitUntil');

const GUARD = join(__dirname, 'guard.js');

/** How long a program may take to end by itself, once asked. */
const SECONDS_TO_END = 25;

/** How many of its last lines are shown when a program doesn't do what it was started for. */
const LINES_SHOWN = 30;

/** Windows has no process groups. */
const HAS_GROUPS = process.platform !== 'win32';

/** @type {Set<Background>} */
const running = new Set();

/**
 * A program in the background. It gets a process group of its own, so that whatever it starts ends
 * with it, and it ends with this process, however this process ends.
 */
class Background {
	/** Everything that it has printed so far. @type {string[]} */
	lines = [];

	#child;
	#hasEnded = false;

	/**
	 * @param {string} name for messages
	 * @param {string} command
	 * @param {string[]} args
	 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void}} [options]
	 */
	constructor(name, command, args, { cwd, env, onLine = () => {} } = {}) {
		this.name = name;
		this.#child = execa(process.execPath, [GUARD, command, ...args], {
			cwd,
			env,
			extendEnv: env === undefined,
			detached: HAS_GROUPS,
			all: true,
			reject: false,
		});
		running.add(this);
		if (this.#child.all) {
			createInterface({ input: this.#child.all }).on('line', (line) => {
				this.lines.push(line);
				onLine(line);
			});
		}
		// Its output is read to the end, and anything that it left behind would keep that open.
		this.#child.once('exit', () => this.#killGroup());
		/** How it ended, such as `code 1` or `SIGKILL`. @type {Promise<string>} */
		this.ended = this.#end();
	}

	async #end() {
		const { exitCode, signal, ...result } = await this.#child;
		running.delete(this);
		this.#hasEnded = true;
		if (exitCode === undefined && signal === undefined && 'shortMessage' in result) {
			return String(result.shortMessage);
		}
		return signal ?? `code ${exitCode}`;
	}

	/** @param {NodeJS.Signals} [signal] */
	signal(signal = 'SIGTERM') {
		this.#child.kill(signal, { forceKillAfterTimeout: false });
	}

	/**
	 * Asks it to end, and kills it when it doesn't.
	 *
	 * @param {NodeJS.Signals} [signal]
	 */
	async stop(signal = 'SIGTERM') {
		this.signal(signal);
		const late = setTimeout(() => this.signal('SIGKILL'), SECONDS_TO_END * 1000);
		await this.ended;
		clearTimeout(late);
	}

	/**
	 * Waits for a line of its output, which may have been printed already.
	 *
	 * @param {RegExp} pattern
	 * @param {number} seconds
	 * @throws {Error} when it ends without that line, or when the time is up
	 */
	async line(pattern, seconds) {
		const isPrinted = () => this.lines.some((line) => pattern.test(line));
		const problem = (/** @type {string} */ what) =>
			[`${this.name} ${what} ${pattern}:`, ...this.lines.slice(-LINES_SHOWN)].join('\n  ');

		await waitUntil(
			() => problem('prints'),
			() => isPrinted() || this.#hasEnded,
			{ seconds },
		);
		if (!isPrinted()) throw new Error(problem(`ended (${await this.ended}) without printing`));
	}

	#killGroup() {
		const { pid } = this.#child;
		if (pid === undefined) return;
		if (!HAS_GROUPS) {
			treeKill(pid);
			return;
		}
		try {
			// Unlike a walk through the process tree, this also finds those whose parent is gone.
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
