'use strict';

const { spawn } = require('node:child_process');
const { delimiter } = require('node:path');
const { createInterface } = require('node:readline');

/** How much of a command's output is shown when it fails. */
const LINES_SHOWN = 25;

/** What `npm run` hands down about this repository would change how npm works elsewhere. */
const OF_THIS_REPOSITORY =
	/^(npm_(package|lifecycle)_|npm_config_(ignore_scripts|local_prefix|omit_lockfile)|INIT_CWD)/i;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** A command that ended badly. `output` is the end of what it printed. */
class CommandError extends Error {
	/**
	 * @param {string} command
	 * @param {string} how
	 * @param {string[]} output
	 */
	constructor(command, how, output) {
		super([`\`${command}\` ended with ${how}.`, ...output].join('\n  '));
		this.output = output;
	}
}

/**
 * Runs a command to its end, with its output read line by line.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void}} [options]
 * @returns {Promise<string[]>} the last lines that it printed
 * @throws {CommandError}
 */
async function run(command, args, { cwd, env = process.env, onLine = () => {} } = {}) {
	const shown = [command, ...args].join(' ');
	/** @type {string[]} */
	const output = [];

	const child = spawn(command, args, {
		cwd,
		env,
		shell: process.platform === 'win32',
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	running.add(child);
	for (const stream of [child.stdout, child.stderr]) {
		createInterface({ input: stream }).on('line', (line) => {
			output.push(line);
			if (output.length > LINES_SHOWN) output.shift();
			onLine(line);
		});
	}
	const how = await new Promise((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('close', (code, signal) => resolve(signal ?? (code === 0 ? '' : `code ${code}`)));
	});
	running.delete(child);
	if (how !== '') throw new CommandError(shown, how, output);
	return output;
}

/** Ends the commands that are still running, for a process that is about to end itself. */
function endCommands() {
	for (const child of running) child.kill();
}

/** @returns {NodeJS.ProcessEnv} this process's, for npm to work anywhere */
function plainEnvironment() {
	const inherited = Object.entries(process.env).filter(([name]) => !OF_THIS_REPOSITORY.test(name));
	return Object.fromEntries(inherited);
}

/**
 * The environment in which a given Node is the one that commands find.
 *
 * @param {import('./node24').Node24} node
 * @returns {NodeJS.ProcessEnv}
 */
function environmentOf({ bin, headers }) {
	return {
		...plainEnvironment(),
		PATH: [bin, process.env.PATH].join(delimiter),
		...(headers && { npm_config_nodedir: headers }),
	};
}

module.exports = { CommandError, endCommands, environmentOf, plainEnvironment, run };
