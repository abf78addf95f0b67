'use strict';

const which = require('which');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The path of this machine's browser.
 *
 * @throws {Error} when there is none, with the command that installs one
 */
function chromiumPath() {
	for (const name of NAMES) {
		const path = which.sync(name, { nothrow: true });
		if (path) return path;
	}
	throw new Error(
		'The tests in a browser need Chromium. Install it with: sudo apt-get install -y chromium fonts-noto-cjk',
	);
}

module.exports = { chromiumPath };
