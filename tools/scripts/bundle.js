'use strict';

/**
 * Bundles the sources into what n8n loads, in `dist`: one file for each node's form, one for
 * the credential, and one for everything that the nodes do, which is loaded when it is first needed.
 * As separate modules they take several times as long to load.
 */

const { rmSync } = require('node:fs');
const { join } = require('node:path');
const { build } = require('esbuild');
const { writeSchemas } = require('./schemas');

const root = join(__dirname, '../..');

/** Keeps what is loaded later out of the nodes' own files. */
const loadedLater = {
	name: 'loaded-later',
	/** @param {import('esbuild').PluginBuild} bundling */
	setup(bundling) {
		bundling.onResolve({ filter: /^\.\/operations$/ }, ({ path }) => ({ path, external: true }));
	},
};

async function main() {
	rmSync(join(root, 'dist'), { recursive: true, force: true });
	await build({
		absWorkingDir: root,
		entryPoints: [
			'credentials/SixtySixPusherApi.credentials.ts',
			'nodes/SixtySixPusher/SixtySixPusher.node.ts',
			'nodes/SixtySixPusher/SixtySixPusherTrigger.node.ts',
			'nodes/SixtySixPusher/operations/index.ts',
		],
		outdir: 'dist',
		outbase: '.',
		bundle: true,
		external: ['n8n-workflow'],
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		// n8n's loader is CommonJS, and so is everything here: a later load is a `require`.
		supported: { 'dynamic-import': false },
		charset: 'utf8',
		// Less to load and to pack; names stay as they are, for whoever reads what is installed.
		minifySyntax: true,
		minifyWhitespace: true,
		plugins: [loadedLater],
		logLevel: 'warning',
	});
	writeSchemas();
}

main().catch(() => {
	process.exitCode = 1;
});
