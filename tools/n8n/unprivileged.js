'use strict';

const { execFileSync } = require('node:child_process');
const { chown } = require('node:fs/promises');

/** Who may run what root may not. The first one comes with PostgreSQL's package. */
const USERS = ['postgres', 'nobody'];

/**
 * For programs that refuse to run as root.
 *
 * @typedef {object} Unprivileged
 * @property {(command: string, args: string[]) => [string, string[]]} command the same, run by
 *   somebody else where this process is root's
 * @property {(path: string) => Promise<void>} give makes a file or folder theirs
 */

/** @returns {Unprivileged} */
function unprivileged() {
	if (process.getuid?.() !== 0) {
		return { command: (command, args) => [command, args], give: async () => {} };
	}
	const { uid, gid } = firstUser();
	return {
		// Unlike su and runuser, it becomes the command, which then gets the signals itself.
		command: (command, args) => [
			'setpriv',
			[`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', command, ...args],
		],
		give: async (path) => await chown(path, uid, gid),
	};
}

function firstUser() {
	for (const name of USERS) {
		const [uid, gid] = ['-u', '-g'].map((what) => idOf(name, what));
		if (uid !== undefined && gid !== undefined) return { uid, gid };
	}
	throw new Error(`PostgreSQL does not run as root, and there is no user ${USERS.join(' or ')}.`);
}

/**
 * @param {string} name
 * @param {string} what of `id`'s switches
 */
function idOf(name, what) {
	try {
		const stdio = /** @type {const} */ (['ignore', 'pipe', 'ignore']);
		return Number(execFileSync('id', [what, name], { encoding: 'utf8', stdio: [...stdio] }));
	} catch {
		return undefined;
	}
}

module.exports = { unprivileged };
