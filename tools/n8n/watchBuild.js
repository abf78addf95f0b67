'use strict';

const { cp } = require('node:fs/promises');
const { join } = require('node:path');
const { watch } = require('gulp');
const { CommandError, plainEnvironment, run } = require('./commands');
const { installedFolder } = require('./nodePackage');

const ROOT = join(__dirname, '../..');

const SOURCES = ['nodes', 'credentials', 'icons'];

/**
 * Builds the node after each change to its sources, and copies the result to where it is installed.
 * With `N8N_DEV_RELOAD`, n8n then loads it again.
 *
 * @param {string} userFolder of the n8n that the node is installed in
 * @param {(line: string) => void} log
 * @returns {() => void} stops it
 */
function watchBuild(userFolder, log) {
	const build = async () => {
		const startedAt = Date.now();
		try {
			await run('npm', ['run', '--silent', 'build'], { cwd: ROOT, env: plainEnvironment() });
			await cp(join(ROOT, 'dist'), join(installedFolder(userFolder), 'dist'), { recursive: true });
			log(`  dev: built in ${Date.now() - startedAt} ms. Reload the editor to see the change.`);
		} catch (error) {
			if (!(error instanceof CommandError)) throw error;
			log(`  dev: the build failed, so n8n keeps the previous one.\n${error.message}`);
		}
	};
	const globs = SOURCES.map((folder) => `${folder}/**/*`);
	const watcher = watch(globs, { cwd: ROOT }, build);
	log(`  dev: watching ${SOURCES.join(', ')}.`);
	return () => {
		void watcher.close();
	};
}

module.exports = { watchBuild };
