'use strict';

const path = require('node:path');
const { statusErrorAnswer } = require('../../http/answers.js');
const { lostPage } = require('../../http/pages.js');

/**
 * @typedef {object} StoredImage
 * @property {string} file name under which the installation serves it
 * @property {string} fileName name under which it was sent
 * @property {string} type
 * @property {number} size
 * @property {string} sha256
 * @property {Buffer} [bytes]
 */

const IMAGE_TYPES = new Map([
	['.jpg', 'image/jpeg'],
	['.jpeg', 'image/jpeg'],
	['.png', 'image/png'],
	['.gif', 'image/gif'],
	['.webp', 'image/webp'],
	['.svg', 'image/svg+xml'],
]);

/**
 * @param {import('./reader.js').FormReader} reader
 * @param {{ id: number, image_url: string | null, stored: { image: StoredImage | null } }} entry
 * @param {string} folder
 * @returns {import('../../http/answers.js').Answer | undefined}
 */
function readImage({ behaviour, form, installation }, entry, folder) {
	const image = form.files.get('image');
	if (!image) return undefined;
	const { address, words } = installation;
	const extension = path.extname(image.fileName).toLowerCase();
	if (!IMAGE_TYPES.has(extension)) return statusErrorAnswer([words.imageType]);
	if (image.size > behaviour.maxImageBytes) return statusErrorAnswer([words.imageSize]);
	const file = `${entry.id}-${image.sha256.slice(0, 16)}${extension}`;
	entry.stored.image = { file, ...image };
	entry.image_url = `${address}/uploads/${folder}/${file}`;
	return undefined;
}

/**
 * @template {{ id: number, stored: { image: StoredImage | null } }} Row
 * @param {string} folder
 * @param {import('../../storage/store.js').TableDefinition<Row>} definition
 * @returns {import('../../http/route.js').Routes}
 */
function imageRoutes(folder, definition) {
	/** @type {import('../../http/route.js').Operation} */
	const answer = (installation, { id: file }) => {
		const { rows } = definition.in(installation);
		const bytes = rows.find(({ stored }) => stored.image?.file === file)?.stored.image?.bytes;
		if (!bytes) return lostPage(installation.behaviour);
		const type = IMAGE_TYPES.get(path.extname(file)) ?? 'application/octet-stream';
		return { status: 200, headers: { 'content-type': type }, body: bytes };
	};
	return { [`/uploads/${folder}/:id`]: { GET: { isPublic: true, answer } } };
}

module.exports = { imageRoutes, readImage };
