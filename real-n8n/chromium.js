'use strict';

const { accessSync, constants } = require('node:fs');
const { delimiter, join } = require('node:path');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser of this machine.
 *
 * @returns {string} its path
 * @throws {Error} where there is none, with what installs it
 */
function chromiumPath() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun);
	if (found) return found;
	throw new Error(
		'The tests in a browser need Chromium. Install it with: sudo apt-get install -y chromium fonts-noto-cjk',
	);
}

/** @param {string} path */
function canRun(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

module.exports = { chromiumPath };
