'use strict';

const { createHash } = require('node:crypto');
const { images } = require('../../support/files');

/** @typedef {Awaited<ReturnType<typeof import('../../../tools/sandbox').startSandbox>>} Sandbox */
/** @typedef {{flow: string, bytes: Buffer, sha256: string}} FlowImage with the name of its flow */

/** In one call, and so in one execution. */
const FLOWS_IN_A_BATCH = 25;

const LARGE = 1024 * 1024;

const twoDigits = (/** @type {number} */ number) => String(number).padStart(2, '0');

/**
 * The content of one call: images, each named like the flow to create with it, and no two of them alike.
 *
 * @param {string} name
 * @returns {FlowImage[]}
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

/**
 * How the flows of a batch must be stored: each once, with exactly the bytes of its image.
 *
 * @param {FlowImage[]} images
 */
const asStored = (images) => images.map(({ flow, sha256 }) => `${flow} ${sha256}`).sort();

/**
 * How the sandbox has stored its flows.
 *
 * @param {Sandbox} sandbox
 */
const storedIn = (sandbox) =>
	sandbox
		.flows()
		.map(({ name, stored }) => `${name} ${stored.image?.sha256}`)
		.sort();

module.exports = { asStored, batch, batches, FLOWS_IN_A_BATCH, storedIn };
