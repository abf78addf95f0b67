'use strict';

/**
 * In what the editors of both majors differ, as far as the tests meet it.
 *
 * @type {Record<string, {
 *   createCredential: (page: import('playwright-core').Page) => Promise<void>,
 *   closesWhenConnected: boolean,
 *   closeNodeTestId: string,
 * }>}
 */
const DIFFERENCES = {
	2: {
		createCredential: async (page) => await page.getByText('Connect to 66pusher').click(),
		closesWhenConnected: true,
		closeNodeTestId: 'ndv-close-button',
	},
	1: {
		createCredential: async (page) => {
			await page.getByTestId('node-credentials-select').click();
			await page.getByText('Create new credential').click();
		},
		closesWhenConnected: false,
		closeNodeTestId: 'back-to-canvas',
	},
};

module.exports = { DIFFERENCES };
