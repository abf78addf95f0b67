'use strict';

const { existsSync, readFileSync } = require('node:fs');
const { mkdir, readFile, writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { environmentOf, plainEnvironment, run } = require('./commands');

const ROOT = join(__dirname, '../..');

/** @type {{name: string, version: string, n8n: {nodes: string[]}}} */
const {
	name: PACKAGE_NAME,
	version: PACKAGE_VERSION,
	n8n: { nodes: BUILT_NODES },
} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** The names of the types in n8n, once the package is installed as a community package. */
const NODE_TYPE = `${PACKAGE_NAME}.sixtySixPusher`;
const TOOL_TYPE = `${NODE_TYPE}Tool`;
const CREDENTIAL_TYPE = 'sixtySixPusherApi';

/**
 * Packs the built package as it would be published.
 *
 * @param {string} folder where to put it
 * @returns {Promise<string>} the tarball's path
 */
async function packNode(folder) {
	if (!BUILT_NODES.every((path) => existsSync(join(ROOT, path)))) {
		throw new Error('The node is not built yet. Build it with: npm run build');
	}
	await mkdir(folder, { recursive: true });
	const pack = ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder];
	await run('npm', pack, { cwd: ROOT, env: plainEnvironment() });
	return join(folder, `${PACKAGE_NAME}-${PACKAGE_VERSION}.tgz`);
}

/**
 * Where n8n looks for the package, once it is installed.
 *
 * @param {string} userFolder
 */
function installedFolder(userFolder) {
	return join(userFolder, '.n8n/nodes/node_modules', PACKAGE_NAME);
}

/**
 * Installs the tarball where n8n puts a community package, and in the same way: unpacked, without the
 * dependencies that are for development or come with n8n.
 *
 * @param {string} tarball
 * @param {string} userFolder
 * @param {import('./node24').Node24} node
 */
async function installNode(tarball, userFolder, node) {
	const folder = installedFolder(userFolder);
	await mkdir(folder, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);

	/** @type {Record<string, unknown>} */
	const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
	for (const kind of ['devDependencies', 'peerDependencies', 'optionalDependencies']) {
		delete manifest[kind];
	}
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
	const flags = ['--audit=false', '--fund=false', '--bin-links=false', '--package-lock=false'];
	const shallow = ['--install-strategy=shallow', '--ignore-scripts=true'];
	await run('npm', ['install', ...flags, ...shallow], { cwd: folder, env: environmentOf(node) });

	const installed = { private: true, dependencies: { [PACKAGE_NAME]: manifest.version } };
	await writeFile(join(userFolder, '.n8n/nodes/package.json'), JSON.stringify(installed, null, 2));
}

module.exports = {
	CREDENTIAL_TYPE,
	installedFolder,
	installNode,
	NODE_TYPE,
	PACKAGE_NAME,
	PACKAGE_VERSION,
	packNode,
	TOOL_TYPE,
};
