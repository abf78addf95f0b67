'use strict';

const { mkdirSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Screenshots of n8n 2 are for the documentation, the others are to look at. */
const FOLDERS = {
	2: join(__dirname, '../../../docs/images'),
	1: join(tmpdir(), 'n8n-66pusher-images'),
};

/** The documentation has to load over slow connections too. */
const MAX_BYTES = 200_000;

/**
 * Takes a screenshot of a part of the page, if `SCREENSHOTS=1` asks for it.
 *
 * @param {import('./majors').Major} major of n8n
 * @param {string} name of the file
 * @param {Part} part
 */
async function screenshot(major, name, { parts, within, margin = 16, windowWidth }) {
	if (process.env.SCREENSHOTS !== '1') return;

	const page = parts[0]?.page();
	const size = page?.viewportSize();
	if (!page || !size) throw new Error(`${name}: there is nothing to show`);
	if (windowWidth) await page.setViewportSize({ ...size, width: windowWidth });
	// n8n shows more under the pointer than elsewhere.
	await page.mouse.move(0, 0);
	const boxes = await Promise.all(parts.map(async (part) => await boxOf(part)));
	const clip = around(boxes, margin, within ? await boxOf(within) : { x: 0, y: 0, ...size });
	mkdirSync(FOLDERS[major], { recursive: true });
	const path = join(FOLDERS[major], `${name}.png`);
	const { length } = await page.screenshot({ path, clip, animations: 'disabled' });
	if (length > MAX_BYTES) throw new Error(`${path} has ${length} bytes, more than ${MAX_BYTES}`);
	await page.setViewportSize(size);
}

/**
 * @typedef {object} Part of a page
 * @property {Array<import('playwright-core').Locator>} parts what has to be in it, and little else
 * @property {import('playwright-core').Locator} [within] the area that it must stay in
 * @property {number} [margin] around the parts
 * @property {number} [windowWidth] if the window would cut something off
 */

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

/**
 * @param {import('playwright-core').Locator} part
 * @returns {Promise<Box>}
 */
async function boxOf(part) {
	const box = await part.boundingBox();
	if (!box) throw new Error(`${part} can't be seen`);
	return box;
}

/**
 * The area that holds all boxes, as far as it is within the limits.
 *
 * @param {Box[]} boxes
 * @param {number} margin
 * @param {Box} limits
 */
function around(boxes, margin, limits) {
	const x = Math.max(limits.x, Math.min(...boxes.map((box) => box.x)) - margin);
	const y = Math.max(limits.y, Math.min(...boxes.map((box) => box.y)) - margin);
	const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
	const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
	const width = Math.min(limits.x + limits.width, right) - x;
	const height = Math.min(limits.y + limits.height, bottom) - y;
	return { x, y, width, height };
}

module.exports = { screenshot };
