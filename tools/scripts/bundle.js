'use strict';

/**
 * Makes of the sources what n8n loads, in `dist`: one file for the node's form, one for its
 * credential, and one for everything that the node does, which is loaded when it is first done.
 * As some forty files they take several times as long to load.
 */

const { rmSync } = require('node:fs');
const { join, relative } = require('node:path');
const { isDeepStrictEqual } = require('node:util');
const { build } = require('esbuild');

const root = join(__dirname, '../..');

/** Where the compiler has put each source as a module of its own. */
const modules = join(root, 'build', 'modules');

/** Keeps what is loaded later out of the node's own file. */
const loadedLater = {
	name: 'loaded-later',
	/** @param {import('esbuild').PluginBuild} bundling */
	setup(bundling) {
		bundling.onResolve({ filter: /^\.\/tasks$/ }, ({ path }) => ({ path, external: true }));
	},
};

/** Node reads data as JSON in half the time that it takes to run the program which makes it. */
const fieldsAsJson = {
	name: 'fields-as-json',
	/** @param {import('esbuild').PluginBuild} bundling */
	setup(bundling) {
		bundling.onLoad({ filter: /resources[\\/]\w+[\\/]fields\.ts$/ }, ({ path }) => {
			const made = require(join(modules, relative(root, path).replace(/\.ts$/, '.js')));
			const contents = Object.entries(made).map(([name, data]) => {
				const json = JSON.stringify(data);
				if (!isDeepStrictEqual(JSON.parse(json), data)) {
					throw new Error(`${path}: ${name} holds more than data`);
				}
				return `export const ${name} = JSON.parse(${JSON.stringify(json)});`;
			});
			return { contents: contents.join('\n'), loader: 'js' };
		});
	},
};

async function main() {
	rmSync(join(root, 'dist'), { recursive: true, force: true });
	await build({
		absWorkingDir: root,
		entryPoints: [
			'credentials/SixtySixPusherApi.credentials.ts',
			'nodes/SixtySixPusher/SixtySixPusher.node.ts',
			'nodes/SixtySixPusher/tasks/index.ts',
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
		plugins: [fieldsAsJson, loadedLater],
		logLevel: 'warning',
	});
}

main().catch(() => {
	process.exitCode = 1;
});
