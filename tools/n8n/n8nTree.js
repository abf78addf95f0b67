'use strict';

const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync, statfsSync } = require('node:fs');
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
 * n8n from the cache, installed first if it is not there yet.
 *
 * @param {import('./versions').N8nVersion} version
 * @param {import('./node24').Node24} node
 * @param {(line: string) => void} log
 * @returns {Promise<N8nTree>}
 */
async function n8nTree(version, node, log) {
	const manifest = {
		private: true,
		dependencies: { n8n: version.n8n },
		overrides: version.overrides,
	};
	const folder = await cached(`n8n-${version.n8n}`, {
		ingredients: manifest,
		defect: (tree) => defect(tree, node),
		make: async (tree) => await install(tree, manifest, node, log),
		log,
	});
	return { version, node, folder, command: join(folder, 'node_modules/n8n/bin/n8n') };
}

/**
 * @param {string} tree
 * @param {import('./node24').Node24} node
 */
function defect(tree, node) {
	const lock = join(tree, 'node_modules/.package-lock.json');
	if (!existsSync(lock)) return 'missing its list of packages';

	/** @type {{packages: Record<string, {optional?: boolean}>}} */
	const { packages } = JSON.parse(readFileSync(lock, 'utf8'));
	const missing = Object.keys(packages).find(
		// Packages for other systems are optional, and listed too.
		(path) => !packages[path]?.optional && !existsSync(join(tree, path, 'package.json')),
	);
	if (missing) return `missing ${missing}`;

	const load = NATIVE_PACKAGES.map((name) => `require('${name}')`).join(';');
	const { status } = spawnSync(node.path, ['-e', load], { cwd: tree });
	return status === 0 ? undefined : `missing a working ${NATIVE_PACKAGES.join(' or ')}`;
}

/**
 * @param {string} tree
 * @param {object} manifest
 * @param {import('./node24').Node24} node
 * @param {(line: string) => void} log
 */
async function install(tree, manifest, node, log) {
	const env = environmentOf(node);
	await writeFile(join(tree, 'package.json'), JSON.stringify(manifest, null, '\t'));
	log(`Installing n8n, once, into ${tree.replace(/\.unfinished-\d+$/, '')}.`);
	log('It takes two to three gigabytes and usually four to eight minutes.');

	const progress = startProgress('Installing n8n:');
	try {
		// n8n depends on packages for everything that it connects to. Some need compilers that few machines
		// have. n8n starts without them, but if their scripts ran and failed, npm would roll everything back.
		const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http'];
		await run('npm', ['install', ...flags], { cwd: tree, env, onLine: countInto(progress, tree) });

		progress.detail(() => 'compiling its database (one to three minutes)');
		const build = ['rebuild', '--ignore-scripts=false', ...NATIVE_PACKAGES];
		await run('npm', build, { cwd: tree, env: { ...env, JOBS: 'max' } }).catch(explainBuild);
	} finally {
		progress.stop();
	}
}

/**
 * Unpacking takes as long as downloading, and npm prints nothing about it, so this measures the disk.
 *
 * @param {Progress} progress
 * @param {string} tree
 */
function countInto(progress, tree) {
	const free = () => statfsSync(tree).bavail * statfsSync(tree).bsize;
	const freeBefore = free();
	let downloads = 0;
	progress.detail(() => {
		const gigabytes = Math.max(0, freeBefore - free()) / 1e9;
		return `${downloads} downloads and lookups, ${gigabytes.toFixed(1)} GB unpacked`;
	});
	return (/** @type {string} */ line) => {
		if (/^npm http fetch GET 200 /.test(line)) downloads += 1;
	};
}

/**
 * @param {unknown} error
 * @returns {never}
 */
function explainBuild(error) {
	if (!(error instanceof CommandError)) throw error;
	throw new Error(
		`${error.message}\nTwo of n8n's packages have to be compiled, and that failed. It needs Python 3, make and a C++ compiler. On Debian: apt-get install -y python3 make g++`,
	);
}

module.exports = { n8nTree };
