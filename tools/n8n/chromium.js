'use strict';

const { delimiter, join } = require('node:path');
const { isProgram } = require('./systemPrograms');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser of this machine.
 *
 * @returns {string} its path
 * @throws {Error} where there is none, with what installs it
 */
function chromiumPath() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(
		isProgram,
	);
	if (found) return found;
	throw new Error(
		'The tests in a browser need Chromium. Install it with: sudo apt-get install -y chromium fonts-noto-cjk',
	);
}

module.exports = { chromiumPath };
