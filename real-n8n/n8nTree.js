'use strict';

const { existsSync, readFileSync } = require('node:fs');
const { writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { cached } = require('./cache');
const { CommandError, environmentOf, run } = require('./commands');
const { startProgress } = require('./progress');
const { NATIVE_PACKAGES } = require('./versions');

/** @typedef {import('./progress').Progress} Progress */

/**
 * An installed n8n.
 *
 * @typedef {object} N8nTree
 * @property {import('./versions').N8nVersion} version
 * @property {import('./node24').Node24} node
 * @property {string} folder
 * @property {string} command n8n's own script, for Node to run
 */

/**
 * n8n from the cache, installed first where it is not there yet.
 *
 * @param {import('./versions').N8nVersion} version
 * @param {import('./node24').Node24} node
 * @param {(line: string) => void} say
 * @returns {Promise<N8nTree>}
 */
async function n8nTree(version, node, say) {
	const manifest = {
		private: true,
		dependencies: { n8n: version.n8n },
		overrides: version.overrides,
	};
	const folder = await cached(`n8n-${version.n8n}`, {
		ingredients: manifest,
		isWhole,
		make: async (tree) => await install(tree, manifest, node, say),
		say,
	});
	return { version, node, folder, command: join(folder, 'node_modules/n8n/bin/n8n') };
}

/**
 * Whether every package is there that npm installed, and compiled where it has to be.
 *
 * @param {string} tree
 */
function isWhole(tree) {
	const lock = join(tree, 'node_modules/.package-lock.json');
	if (!existsSync(lock)) return false;

	const { packages } = JSON.parse(readFileSync(lock, 'utf8'));
	const installed = Object.entries(packages)
		// Those for other systems are listed too.
		.filter(([, { optional }]) => !optional)
		.map(([path]) => join(tree, path, 'package.json'));
	return [...installed, ...NATIVE_PACKAGES.map((name) => compiled(tree, name))].every(existsSync);
}

/**
 * @param {string} tree
 * @param {string} name
 */
function compiled(tree, name) {
	const file = name === 'sqlite3' ? 'node_sqlite3' : name.replace('-', '_');
	return join(tree, 'node_modules', name, 'build/Release', `${file}.node`);
}

/**
 * @param {string} tree
 * @param {object} manifest
 * @param {import('./node24').Node24} node
 * @param {(line: string) => void} say
 */
async function install(tree, manifest, node, say) {
	const env = environmentOf(node);
	await writeFile(join(tree, 'package.json'), JSON.stringify(manifest, null, '\t'));
	say(`n8n is installed now, once, into ${tree.replace(/\.unfinished-\d+$/, '')}.`);
	say('It takes two to three gigabytes and, mostly, four to eight minutes.');

	const progress = startProgress('Installing n8n:');
	try {
		// n8n brings packages for all that it connects to. Some need compilers that few machines have,
		// and n8n starts without them; with their scripts, npm would take back the whole installation.
		const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http'];
		await run('npm', ['install', ...flags], { cwd: tree, env, onLine: countInto(progress) });

		progress.now('compiling its database and its expression engine');
		const build = ['rebuild', '--ignore-scripts=false', ...NATIVE_PACKAGES];
		await run('npm', build, { cwd: tree, env: { ...env, JOBS: 'max' } }).catch(explainBuild);
	} finally {
		progress.stop();
	}

	const load = NATIVE_PACKAGES.map((name) => `require('${name}')`).join(';');
	await run(node.path, ['-e', load], { cwd: tree, env });
}

/** @param {Progress} progress */
function countInto(progress) {
	let count = 0;
	progress.now('looking up what it consists of');
	return (/** @type {string} */ line) => {
		if (!/^npm http fetch GET 200 /.test(line)) return;
		count += 1;
		progress.now(`${count} downloads and look-ups done`);
	};
}

/**
 * @param {unknown} error
 * @returns {never}
 */
function explainBuild(error) {
	if (!(error instanceof CommandError)) throw error;
	throw new Error(
		`${error.message}\nTwo of n8n's packages have to be compiled, and that did not work. It needs Python 3, make and a C++ compiler (Debian: apt-get install -y python3 make g++).`,
	);
}

module.exports = { n8nTree };
