'use strict';

const { startSandbox } = require('../../tools/sandbox');

/** @typedef {Awaited<ReturnType<typeof startSandbox>>} Sandbox */

/**
 * A fresh installation for each test of the file or block, stopped after it.
 *
 * @param {Parameters<typeof startSandbox>[0]} [options]
 */
function useSandbox(options) {
	/** @type {Sandbox | undefined} */
	let sandbox;
	beforeEach(async () => {
		sandbox = await startSandbox(options);
	});
	afterEach(async () => {
		await sandbox?.stop();
	});
	return {
		get current() {
			if (!sandbox) throw new Error('There is no sandbox outside a test');
			return sandbox;
		},
	};
}

module.exports = { useSandbox };
