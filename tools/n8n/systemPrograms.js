'use strict';

const { accessSync, constants, readdirSync } = require('node:fs');
const { delimiter, join } = require('node:path');

/** Where Debian keeps the programs of a PostgreSQL server: a folder for each version, on no PATH. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';

/** The programs that the queue mode needs, and the packages that bring them, on Debian. */
const PACKAGES = {
	initdb: 'postgresql',
	postgres: 'postgresql',
	'redis-server': 'redis-server',
};

/** @typedef {keyof typeof PACKAGES} ProgramName */

/**
 * The paths of all the system's programs that the queue mode needs.
 *
 * @param {string} [path] folders to look in
 * @returns {Record<ProgramName, string>}
 * @throws {Error} that names the command which installs what is missing
 */
function systemPrograms(path = [process.env.PATH, ...postgresFolders()].join(delimiter)) {
	const folders = path.split(delimiter).filter((folder) => folder !== '');
	const names = /** @type {ProgramName[]} */ (Object.keys(PACKAGES));
	const found = names.map((name) => ({
		name,
		file: folders.map((folder) => join(folder, name)).find(isProgram),
	}));
	const missing = found.filter(({ file }) => file === undefined);
	if (missing.length > 0) {
		const packages = [...new Set(missing.map(({ name }) => PACKAGES[name]))].join(' ');
		throw new Error(
			`n8n's queue mode needs ${missing.map(({ name }) => name).join(', ')}, not found on this machine. On Debian: apt-get install -y ${packages}`,
		);
	}
	const paths = found.map(({ name, file }) => [name, file]);
	return /** @type {Record<ProgramName, string>} */ (Object.fromEntries(paths));
}

/** Newest first. */
function postgresFolders() {
	try {
		const versions = readdirSync(POSTGRES_VERSIONS).sort((a, b) => Number(b) - Number(a));
		return versions.map((version) => join(POSTGRES_VERSIONS, version, 'bin'));
	} catch {
		return [];
	}
}

/** @param {string} file */
function isProgram(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

module.exports = { isProgram, systemPrograms };
