'use strict';

const { mkdirSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Pictures of n8n 2 are those of the documentation; the others are for somebody to look at. */
const FOLDERS = {
	2: join(__dirname, '../../../docs/images'),
	1: join(tmpdir(), 'n8n-66pusher-images'),
};

/** The documentation is read over slow lines too. */
const MOST_BYTES = 200_000;

/**
 * Takes a picture of a part of the page, when somebody asked for pictures by `SCREENSHOTS=1`.
 *
 * @param {string} major of n8n
 * @param {string} name of the file
 * @param {object} what
 * @param {Array<import('playwright-core').Locator>} what.parts what has to be in it, and little else
 * @param {import('playwright-core').Locator} [what.within] what it must not reach beyond
 * @param {number} [what.margin] around the parts
 * @param {number} [what.windowWidth] where the window would cut something off
 */
async function picture(major, name, { parts, within, margin = 16, windowWidth }) {
	if (process.env.SCREENSHOTS !== '1') return;

	const page = parts[0].page();
	const size = page.viewportSize();
	if (windowWidth) await page.setViewportSize({ ...size, width: windowWidth });
	// Where the pointer rests, n8n shows more than it does elsewhere.
	await page.mouse.move(0, 0);
	const boxes = await Promise.all(parts.map(async (part) => await part.boundingBox()));
	const clip = around(boxes, margin, within ? await within.boundingBox() : { x: 0, y: 0, ...size });
	mkdirSync(FOLDERS[major], { recursive: true });
	const path = join(FOLDERS[major], `${name}.png`);
	const { length } = await page.screenshot({ path, clip, animations: 'disabled' });
	if (length > MOST_BYTES) throw new Error(`${path} has ${length} bytes, not ${MOST_BYTES}`);
	await page.setViewportSize(size);
}

/** The area that holds all boxes, as far as it is within the limits. */
function around(boxes, margin, limits) {
	const x = Math.max(limits.x, Math.min(...boxes.map((box) => box.x)) - margin);
	const y = Math.max(limits.y, Math.min(...boxes.map((box) => box.y)) - margin);
	const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
	const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
	const width = Math.min(limits.x + limits.width, right) - x;
	const height = Math.min(limits.y + limits.height, bottom) - y;
	return { x, y, width, height };
}

module.exports = { picture };
