'use strict';

const { startSandbox } = require('../../tools/sandbox');

/**
 * A new installation for each test of the file or block, stopped after it.
 *
 * @param {Parameters<typeof startSandbox>[0]} [options]
 * @returns {{current: Awaited<ReturnType<typeof startSandbox>>}}
 */
function useSandbox(options) {
	const holder = { current: undefined };
	beforeEach(async () => {
		holder.current = await startSandbox(options);
	});
	afterEach(async () => {
		await holder.current.stop();
	});
	return holder;
}

module.exports = { useSandbox };
