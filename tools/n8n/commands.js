'use strict';

const { delimiter } = require('node:path');
const { Background } = require('./processes');

/** How many lines of a command's output are shown when it fails. */
const LINES_SHOWN = 25;

/** What `npm run` passes on about this repository would change how npm works elsewhere. */
const OF_THIS_REPOSITORY =
	/^(npm_(package|lifecycle)_|npm_config_(ignore_scripts|local_prefix|omit_lockfile)|INIT_CWD)/i;

/** A command that failed. The message includes the end of its output. */
class CommandError extends Error {}

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void}} [options]
 * @returns {Promise<string[]>} the lines of its output
 * @throws {CommandError}
 */
async function run(command, args, options) {
	const { ended, lines } = new Background(command, command, args, options);
	const how = await ended;
	if (how === 'code 0') return lines;

	const message = `\`${[command, ...args].join(' ')}\` ended with ${how}.`;
	throw new CommandError([message, ...lines.slice(-LINES_SHOWN)].join('\n  '));
}

/** @returns {NodeJS.ProcessEnv} this process's environment, without what binds npm to this repository */
function plainEnvironment() {
	const inherited = Object.entries(process.env).filter(([name]) => !OF_THIS_REPOSITORY.test(name));
	return Object.fromEntries(inherited);
}

/**
 * An environment in which commands find the given Node.
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

module.exports = { CommandError, environmentOf, plainEnvironment, run };
