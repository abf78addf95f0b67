'use strict';

/**
 * The differences between the editors of both major versions, as far as they concern the tests.
 *
 * @type {Record<import('./majors').Major, {
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
