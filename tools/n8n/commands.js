'use strict';

const { delimiter } = require('node:path');
const { Background } = require('./processes');

/** How much of a command's output is shown when it fails. */
const LINES_SHOWN = 25;

/** What `npm run` hands down about this repository would change how npm works elsewhere. */
const OF_THIS_REPOSITORY =
	/^(npm_(package|lifecycle)_|npm_config_(ignore_scripts|local_prefix|omit_lockfile)|INIT_CWD)/i;

/** A command that ended badly. Its message has the end of what it printed. */
class CommandError extends Error {}

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void}} [options]
 * @returns {Promise<string[]>} the lines that it printed
 * @throws {CommandError}
 */
async function run(command, args, options) {
	const { ended, lines } = new Background(command, command, args, options);
	const how = await ended;
	if (how === 'code 0') return lines;

	const message = `\`${[command, ...args].join(' ')}\` ended with ${how}.`;
	throw new CommandError([message, ...lines.slice(-LINES_SHOWN)].join('\n  '));
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

module.exports = { CommandError, environmentOf, plainEnvironment, run };
