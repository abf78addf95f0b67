'use strict';

const { createHash } = require('node:crypto');

/**
 * @typedef {object} RecordedPart
 * @property {string} name
 * @property {string} [value] of a text part
 * @property {string} [fileName] of a file part that has one
 * @property {string} type
 * @property {number} size
 * @property {string} sha256
 * @property {Buffer} [bytes] of a file part
 */

/**
 * @typedef {object} UploadedFile
 * @property {string} fileName
 * @property {string} type
 * @property {number} size
 * @property {string} sha256
 * @property {Buffer} [bytes]
 */

/**
 * @typedef {object} Form
 * @property {Map<string, string>} fields
 * @property {Map<string, UploadedFile>} files
 */

const MULTIPART_OPTIONS = {
	limits: { fieldSize: 1024 * 1024, fileSize: 100 * 1024 * 1024 },
	throwFileSizeLimit: false,
	/**
	 * A part that says it is no text, but has no file name, must not be read as a field either.
	 *
	 * @param {string | undefined} _name
	 * @param {string | undefined} type
	 * @param {string | undefined} fileName
	 */
	isPartAFile: (_name, type, fileName) =>
		fileName !== undefined || (type !== undefined && !type.startsWith('text/')),
};

/**
 * @param {import('@fastify/multipart').MultipartFile} part
 * @param {boolean} keepBytes
 */
async function readFile(part, keepBytes) {
	const hash = createHash('sha256');
	/** @type {Buffer[]} */
	const chunks = [];
	let size = 0;
	for await (const chunk of part.file) {
		hash.update(chunk);
		size += chunk.length;
		if (keepBytes) chunks.push(chunk);
	}
	return {
		type: part.mimetype,
		size,
		sha256: hash.digest('hex'),
		...(keepBytes && { bytes: Buffer.concat(chunks) }),
	};
}

/**
 * @param {import('@fastify/multipart').MultipartValue} part
 * @returns {RecordedPart & { value: string }}
 */
function readText(part) {
	const value = String(part.value);
	const bytes = Buffer.from(value);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	return { name: part.fieldname, value, type: part.mimetype, size: bytes.length, sha256 };
}

/**
 * Gathers each part as it arrives, so that what came before a broken end is known too.
 *
 * @param {import('fastify').FastifyRequest} request
 * @param {RecordedPart[]} parts
 * @param {boolean} keepBytes
 */
async function readParts(request, parts, keepBytes) {
	for await (const part of request.parts()) {
		if (part.type === 'field') {
			parts.push(readText(part));
			continue;
		}
		// The types promise a file name, but a part without one has none.
		const fileName = /** @type {string | undefined} */ (part.filename);
		const file = await readFile(part, keepBytes);
		parts.push({ name: part.fieldname, ...(fileName !== undefined && { fileName }), ...file });
	}
}

/**
 * The form as the server sees it: of a repeated name the last one counts.
 *
 * @param {RecordedPart[]} parts
 * @returns {Form}
 */
function formOf(parts) {
	/** @type {Form} */
	const form = { fields: new Map(), files: new Map() };
	for (const { name, value, fileName, ...content } of parts) {
		if (value !== undefined) form.fields.set(name, value);
		else if (fileName) form.files.set(name, { fileName, ...content });
	}
	return form;
}

module.exports = { MULTIPART_OPTIONS, formOf, readParts };
