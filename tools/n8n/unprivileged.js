'use strict';

const { chown } = require('node:fs/promises');
const execa = require('execa');

/** Users to run such programs as. The first one comes with PostgreSQL's package. */
const USERS = ['postgres', 'nobody'];

/**
 * For programs that refuse to run as root.
 *
 * @typedef {object} Unprivileged
 * @property {(command: string, args: string[]) => [string, string[]]} command the same command, run
 *   by another user if this process is root's
 * @property {(path: string) => Promise<void>} give makes that user the owner of a file or folder
 */

/** @returns {Unprivileged} */
function unprivileged() {
	if (process.getuid?.() !== 0) {
		return { command: (command, args) => [command, args], give: async () => {} };
	}
	const { uid, gid } = firstUser();
	return {
		// Unlike su and runuser, setpriv is replaced by the command, which then gets the signals itself.
		command: (command, args) => [
			'setpriv',
			[`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', command, ...args],
		],
		give: async (path) => await chown(path, uid, gid),
	};
}

function firstUser() {
	for (const name of USERS) {
		const uid = idOf(name, '-u');
		const gid = idOf(name, '-g');
		if (uid !== undefined && gid !== undefined) return { uid, gid };
	}
	throw new Error(`PostgreSQL does not run as root, and there is no user ${USERS.join(' or ')}.`);
}

/**
 * @param {string} name
 * @param {'-u' | '-g'} what user or group
 */
function idOf(name, what) {
	try {
		return Number(execa.sync('id', [what, name]).stdout);
	} catch {
		return undefined;
	}
}

module.exports = { unprivileged };
