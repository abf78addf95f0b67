'use strict';

const { readdirSync } = require('node:fs');
const { delimiter, join } = require('node:path');
const which = require('which');

/** Where Debian keeps the programs of a PostgreSQL server: a folder for each version, not on PATH. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';

/**
 * The paths of all system programs that queue mode needs.
 *
 * @param {string} [path] folders to look in
 * @throws {Error} with the command that installs what is missing
 */
function systemPrograms(path = [process.env.PATH, ...postgresFolders()].join(delimiter)) {
	/** @type {string[]} */
	const missing = [];
	/** @type {Set<string>} */
	const packages = new Set();

	/** @param {string} name @param {string} debianPackage that it comes with */
	const find = (name, debianPackage) => {
		const found = which.sync(name, { path, nothrow: true });
		if (found) return found;
		missing.push(name);
		packages.add(debianPackage);
		return '';
	};
	const programs = {
		initdb: find('initdb', 'postgresql'),
		postgres: find('postgres', 'postgresql'),
		redisServer: find('redis-server', 'redis-server'),
	};
	if (missing.length > 0) {
		throw new Error(
			`n8n's queue mode needs ${missing.join(', ')}, not found on this machine. On Debian: apt-get install -y ${[...packages].join(' ')}`,
		);
	}
	return programs;
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

module.exports = { systemPrograms };
