'use strict';

const { watch } = require('node:fs');
const { cp } = require('node:fs/promises');
const { join } = require('node:path');
const { CommandError, plainEnvironment, run } = require('./commands');
const { installedFolder } = require('./nodePackage');

const ROOT = join(__dirname, '../..');

const SOURCES = ['nodes', 'credentials', 'icons'];

/** An editor may write several files, or one file several times. */
const SETTLING_MS = 200;

/**
 * Builds the node after each change to its sources, and copies the result to where it is installed.
 * With `N8N_DEV_RELOAD`, n8n loads it from there again.
 *
 * @param {string} userFolder of the n8n in which the node is installed
 * @param {(line: string) => void} log
 * @returns {Promise<() => Promise<void>>} stops it
 */
async function watchBuild(userFolder, log) {
	let isOutdated = false;
	let building = Promise.resolve();

	const build = async () => {
		if (!isOutdated) return;
		isOutdated = false;
		const startedAt = Date.now();
		try {
			await run('npm', ['run', '--silent', 'build'], { cwd: ROOT, env: plainEnvironment() });
			await cp(join(ROOT, 'dist'), join(installedFolder(userFolder), 'dist'), { recursive: true });
			log(`  dev: built in ${Date.now() - startedAt} ms. Reload the editor to see the change.`);
		} catch (error) {
			if (!(error instanceof CommandError)) throw error;
			log(`  dev: the build failed, so n8n keeps the node as it was.\n${error.message}`);
		}
	};

	/** @type {NodeJS.Timeout | undefined} */
	let settling;
	const onChange = () => {
		isOutdated = true;
		clearTimeout(settling);
		settling = setTimeout(() => {
			building = building.then(build);
		}, SETTLING_MS);
	};
	const watchers = SOURCES.map((folder) =>
		watch(join(ROOT, folder), { recursive: true }, onChange),
	);
	log(`  dev: watching ${SOURCES.join(', ')}.`);

	return async () => {
		clearTimeout(settling);
		watchers.forEach((watcher) => watcher.close());
		await building;
	};
}

module.exports = { watchBuild };
