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
 * @property {Map<string, string[]>} lists fields sent as `name[]` or `name[0]`, by the bare name; an
 *   index that was left out is a hole
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

/** No list of a form is longer: an index of a billion would fill the memory. */
const MAX_LIST = 1000;

/**
 * @param {Form} form
 * @param {string} name
 * @param {string} value
 */
function addField({ fields, lists }, name, value) {
	fields.set(name, value);
	const [, bare, index] = /^([^[\]]+)\[(\d*)\]$/.exec(name) ?? [];
	if (bare === undefined || index === undefined || Number(index) >= MAX_LIST) return;
	const list = lists.get(bare) ?? [];
	list[index === '' ? list.length : Number(index)] = value;
	lists.set(bare, list);
}

/**
 * The form as the server sees it: of a repeated name the last one counts.
 *
 * @param {import('../recorder.js').RecordedRequest} request
 * @param {import('../profiles.js').Behaviour} behaviour
 * @returns {Form}
 */
function formOf({ body, headers, parts }, { fileUploads, postMaxBytes }) {
	/** @type {Form} */
	const form = { fields: new Map(), lists: new Map(), files: new Map() };
	if (postMaxBytes !== null && sizeOf(headers, parts) > postMaxBytes) return form;
	for (const { name, value, fileName, ...content } of parts) {
		if (value !== undefined) addField(form, name, value);
		else if (fileName && fileUploads) form.files.set(name, { fileName, ...content });
	}
	if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
		for (const [name, value] of new URLSearchParams(body)) addField(form, name, value);
	}
	return form;
}

/**
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {RecordedPart[]} parts counted where the length was not told
 */
function sizeOf(headers, parts) {
	return Number(headers['content-length'] ?? parts.reduce((sum, { size }) => sum + size, 0));
}

module.exports = { MULTIPART_OPTIONS, formOf, readParts };
