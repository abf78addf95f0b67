'use strict';

const { chromium, selectors } = require('playwright-core');
const { chromiumPath } = require('../../../tools/n8n/chromium');
const { runningN8n } = require('./n8n');

/** Wide enough for the editor's three panels, and high enough for a form at full length. */
const VIEWPORT = { width: 1280, height: 1180 };

/** The editor asks npm about the package, and a form's page loads fonts: it all stays on this machine. */
const ARGS = ['--no-proxy-server', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

/** How long a person would wait for something to appear, on a slow machine. */
const PATIENCE_MS = 20_000;

selectors.setTestIdAttribute('data-test-id');

/**
 * A browser in which n8n's owner is logged in, with a new tab for each test of the block.
 *
 * @param {string} major of n8n
 * @returns {{page: import('playwright-core').Page, context: import('playwright-core').BrowserContext}}
 */
function useBrowser(major) {
	const holder = { page: undefined, context: undefined };
	let browser;
	beforeAll(async () => {
		browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS });
		const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US' });
		context.setDefaultTimeout(PATIENCE_MS);
		await logIn(context, runningN8n(major));
		holder.context = context;
	});
	afterAll(async () => await browser?.close());

	beforeEach(async () => {
		holder.page = await holder.context.newPage();
	});
	afterEach(async () => await holder.page.close());
	return holder;
}

/** Goes on with a session that is there already: n8n takes only a few logins a minute. */
async function logIn(context, { n8n, api }) {
	const { cookie, browserId } = api.session;
	const [name, value] = cookie.split('=');
	await context.addCookies([{ name, value, url: n8n.url }]);
	await context.addInitScript((id) => localStorage.setItem('n8n-browserId', id), browserId);
}

module.exports = { useBrowser };
