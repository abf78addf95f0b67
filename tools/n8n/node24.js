'use strict';

const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { cached } = require('./cache');
const { plainEnvironment, run } = require('./commands');
const { startProgress } = require('./progress');
const { NODE_MAJOR, NODE_PACKAGES } = require('./versions');

/**
 * @typedef {object} Node24
 * @property {string} path of the binary
 * @property {string} bin folder of the binary
 * @property {string} [headers] what native packages are compiled against; unset where the tools that
 *   compile them find it themselves
 */

/**
 * A Node that n8n runs on: this process's own, or one from the registry, kept in the cache.
 *
 * @param {(line: string) => void} log
 * @returns {Promise<Node24>}
 */
async function node24(log) {
	if (Number(process.versions.node.split('.')[0]) === NODE_MAJOR) {
		return { path: process.execPath, bin: dirname(process.execPath) };
	}

	const { name, version } = packageForThisSystem();
	const inside = join('node_modules', name);
	const binary = join(inside, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
	const folder = await cached(`node-${version}`, {
		ingredients: { name, version },
		defect: (tree) => (reportsItsVersion(join(tree, binary)) ? undefined : 'not a Node that runs'),
		make: async (tree) => await install(tree, { [name]: version }),
		log,
	});
	const path = join(folder, binary);
	return { path, bin: dirname(path), headers: join(folder, inside) };
}

function packageForThisSystem() {
	const system = `${process.platform}-${process.arch}`;
	const found = NODE_PACKAGES.get(system);
	if (found) return found;
	throw new Error(
		`n8n needs Node ${NODE_MAJOR}. This is Node ${process.versions.node}, and the registry has none for ${system}. Run this with Node ${NODE_MAJOR}.`,
	);
}

/**
 * @param {string} tree
 * @param {Record<string, string>} dependencies
 */
async function install(tree, dependencies) {
	const progress = startProgress(`Installing Node ${NODE_MAJOR}, for n8n (about 200 MB):`);
	await writeFile(join(tree, 'package.json'), JSON.stringify({ private: true, dependencies }));
	try {
		await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
			cwd: tree,
			env: plainEnvironment(),
		});
	} finally {
		progress.stop();
	}
}

/** @param {string} binary */
function reportsItsVersion(binary) {
	if (!existsSync(binary)) return false;
	const { stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' });
	return (stdout ?? '').startsWith(`v${NODE_MAJOR}.`);
}

module.exports = { node24 };
