'use strict';

const { createHash } = require('node:crypto');
const { images } = require('../../support/files');

/** In one call, and so in one execution. */
const FLOWS_IN_A_BATCH = 25;

const LARGE = 1024 * 1024;

const twoDigits = (number) => String(number).padStart(2, '0');

/**
 * What one call hands to n8n: pictures, each named like the flow that is to be made with it, and no
 * two of them alike.
 *
 * @param {string} name
 * @returns {Array<{flow: string, bytes: Buffer, sha256: string}>}
 */
function batch(name) {
	return Array.from({ length: FLOWS_IN_A_BATCH }, (_, n) => {
		const flow = `${name}-${twoDigits(n)}`;
		const size = n === 0 ? LARGE : 1000 * n;
		const noise = createHash('shake256', { outputLength: size }).update(flow).digest();
		const bytes = Buffer.concat([images.png.bytes, noise]);
		return { flow, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
	});
}

/** @param {number} count */
const batches = (count) => Array.from({ length: count }, (_, n) => batch(`Batch ${twoDigits(n)}`));

/** How a batch's flows have to be stored: each once, with the very bytes of its picture. */
const asStored = (pictures) => pictures.map(({ flow, sha256 }) => `${flow} ${sha256}`).sort();

/** How the sandbox has stored its flows. */
const storedIn = (sandbox) =>
	sandbox
		.flows()
		.map(({ name, stored }) => `${name} ${stored.image?.sha256}`)
		.sort();

module.exports = { asStored, batch, batches, FLOWS_IN_A_BATCH, storedIn };
