'use strict';

/** The smallest complete images of each type. */
const PNG =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const GIF = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const WEBP = 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==';
const JPEG =
	'/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';

/**
 * A file as an item contains it when n8n keeps files in memory.
 *
 * @param {Buffer} bytes
 * @param {{fileName?: string, mimeType: string}} about
 */
function file(bytes, { fileName, mimeType }) {
	return {
		bytes,
		binary: {
			data: bytes.toString('base64'),
			mimeType,
			fileName,
			fileExtension: fileName?.split('.')[1],
			bytes: bytes.length,
		},
	};
}

/** @type {(base64: string, about: {fileName: string, mimeType: string}) => ReturnType<typeof file>} */
const ofBase64 = (base64, about) => file(Buffer.from(base64, 'base64'), about);

/** A PNG; `more` bytes after its end make it as large as needed. */
const png = ({ fileName = 'image.png', mimeType = 'image/png', more = 0 } = {}) =>
	file(Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(more)]), { fileName, mimeType });

const images = {
	png: png(),
	gif: ofBase64(GIF, { fileName: 'image.gif', mimeType: 'image/gif' }),
	webp: ofBase64(WEBP, { fileName: 'image.webp', mimeType: 'image/webp' }),
	jpg: ofBase64(JPEG, { fileName: 'image.jpg', mimeType: 'image/jpeg' }),
	svg: file(Buffer.from(SVG), { fileName: 'image.svg', mimeType: 'image/svg+xml' }),
};

module.exports = { file, png, images };
