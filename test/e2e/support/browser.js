'use strict';

const { chromium, selectors } = require('playwright-core');
const { chromiumPath } = require('../../../tools/n8n/chromium');
const { runningN8n } = require('./n8n');

/** Wide enough for the editor's three panels, and high enough for a form at full length. */
const VIEWPORT = { width: 1280, height: 1180 };

/** The editor asks npm about the package, and a form's page loads fonts. All of it stays on this machine. */
const ARGS = ['--no-proxy-server', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

/** How long a person would wait for something to appear on a slow machine. */
const PATIENCE_MS = 20_000;

selectors.setTestIdAttribute('data-test-id');

/**
 * A browser in which n8n's owner is logged in, with a new tab for each test of the block.
 *
 * @param {import('./majors').Major} major of n8n
 */
function useBrowser(major) {
	/** @type {import('playwright-core').Browser | undefined} */
	let browser;
	/** @type {import('playwright-core').BrowserContext | undefined} */
	let context;
	/** @type {import('playwright-core').Page | undefined} */
	let page;
	beforeAll(async () => {
		browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS });
		context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US' });
		context.setDefaultTimeout(PATIENCE_MS);
		await logIn(context, runningN8n(major));
	});
	afterAll(async () => await browser?.close());

	beforeEach(async () => {
		page = await started(context).newPage();
	});
	afterEach(async () => await page?.close());
	return {
		get context() {
			return started(context);
		},
		get page() {
			return started(page);
		},
	};
}

/**
 * Continues a session that exists already, because n8n allows only a few logins a minute.
 *
 * @param {import('playwright-core').BrowserContext} context
 * @param {ReturnType<typeof runningN8n>} running
 */
async function logIn(context, { n8n, api }) {
	const { cookie, browserId } = api.session;
	const [name = '', value = ''] = cookie.split('=');
	await context.addCookies([{ name, value, url: n8n.url }]);
	await context.addInitScript((id) => localStorage.setItem('n8n-browserId', id), browserId);
}

/**
 * @template T
 * @param {T | undefined} value
 * @returns {T}
 */
function started(value) {
	if (value === undefined) throw new Error('It is only there during a test');
	return value;
}

module.exports = { useBrowser };
