'use strict';

const {
	readImage,
	validateImage,
} = require('../build/modules/nodes/SixtySixPusher/operations/image');
const { flow } = require('../build/modules/nodes/SixtySixPusher/resources/flow/definition');

const START_LENGTH = 64 * 1024;
const MISSING = "No file in the input field 'data' ('Image Data Field Name')";
const EMPTY = "The file in the input field 'data' is empty";
const NOT_AN_IMAGE = "The file in the input field 'data' is not a supported image";
const SUPPORTED = 'Use one of: jpg, jpeg, png, gif, webp, svg.';

/**
 * An item with this file in its field `data`, and what n8n reads from its storage.
 *
 * @param {any} file
 * @param {string} [content]
 * @returns {any}
 */
function itemWith(file, content) {
	/** @param {string} field */
	const fileIn = (field) => {
		if (field !== 'data' || file === undefined) throw new Error('no such file');
		return file;
	};
	const helpers = {
		assertBinaryData: fileIn,
		/** @param {string} field */
		async getBinaryDataBuffer(field) {
			fileIn(field);
			if (content === undefined) throw new Error('gone');
			return Buffer.from(content, 'latin1');
		},
	};
	return { context: { helpers }, definition: flow };
}

/** @param {any} file */
const validate = (file) => () => validateImage(itemWith(file), 'data');

/** @param {string | undefined} content @param {any} [file] */
const read = async (content, file = {}) => await readImage(itemWith(file, content), 'data');

describe('before anything is read, a file', () => {
	/** @param {any} [more] */
	const file = (more) => ({ data: 'x', mimeType: 'text/plain', ...more });

	test('must be there', () => {
		expect(validate(undefined)).toThrow(MISSING);
		expect(() => validateImage(itemWith(file()), 'other')).toThrow(
			"No file in the input field 'other'",
		);
	});

	test.each([
		[{ bytes: 0 }],
		[{ bytes: 0, id: 'filesystem-v2:1' }],
		[{ data: '' }],
		[{ data: '', bytes: undefined }],
	])('must not be empty: %j', (more) => {
		expect(validate(file({ mimeType: 'image/png', ...more }))).toThrow(EMPTY);
	});

	test("in n8n's storage may have no data here", () => {
		expect(validate(file({ mimeType: 'image/png', data: '', id: 'database:1' }))).not.toThrow();
	});

	test.each([
		{ mimeType: 'image/jpeg' },
		{ mimeType: 'IMAGE/PNG' },
		{ mimeType: 'image/gif; charset=binary' },
		{ mimeType: 'image/webp' },
		{ mimeType: 'image/svg+xml' },
		{ mimeType: 'image/jpg' },
		{ mimeType: 'application/octet-stream' },
		{ mimeType: 'binary/octet-stream' },
		{ mimeType: '' },
		{ fileName: 'a.PNG' },
		{ fileName: 'a.b.jpeg' },
		{ fileExtension: 'SVG' },
		{ fileName: 'a.txt', fileExtension: 'gif' },
	])('may be an image: %j', (more) => {
		expect(validate(file(more))).not.toThrow();
	});

	test.each([
		{},
		{ mimeType: 'image/bmp' },
		{ mimeType: 'x-image/png' },
		{ mimeType: 'x-application/octet-stream' },
		{ fileName: 'png' },
		{ fileName: 'a.png.txt' },
		{ fileName: 'a.png/b' },
		{ fileName: 'a.png\\b' },
		{ fileName: 'a.png.' },
		{ fileExtension: 'bmp' },
	])('is not an image: %j', (more) => {
		expect(validate(file(more))).toThrow(NOT_AN_IMAGE);
	});

	test('that is not an image is an error that names the supported types', () => {
		expect(validate(file())).toThrow(
			expect.objectContaining({ description: expect.stringContaining(SUPPORTED) }),
		);
	});
});

describe('by its content, a file', () => {
	test.each([
		['\xff\xd8\xff', 'image/jpeg', 'data.jpg'],
		['\xff\xd8\xff and more', 'image/jpeg', 'data.jpg'],
		['\x89PNG\r\n\x1a\n', 'image/png', 'data.png'],
		['GIF87a', 'image/gif', 'data.gif'],
		['GIF89a and more', 'image/gif', 'data.gif'],
		['RIFF1234WEBP', 'image/webp', 'data.webp'],
		['RIFF1234WEBPVP8', 'image/webp', 'data.webp'],
		['<svg>', 'image/svg+xml', 'data.svg'],
		['<SVG/>', 'image/svg+xml', 'data.svg'],
		['<svg viewBox="">', 'image/svg+xml', 'data.svg'],
		[' \r\n\t<svg\n>', 'image/svg+xml', 'data.svg'],
		['\xef\xbb\xbf<svg>', 'image/svg+xml', 'data.svg'],
		['<?xml version="1.0"?><svg>', 'image/svg+xml', 'data.svg'],
		['<!---->\n<!-- a\nb > --><svg>', 'image/svg+xml', 'data.svg'],
		['<!DOCTYPE svg><svg>', 'image/svg+xml', 'data.svg'],
		['<!doctype  svg PUBLIC "a" "b" [ <!ENTITY c "d"> ] ><svg>', 'image/svg+xml', 'data.svg'],
		['<a.b-c:svg>', 'image/svg+xml', 'data.svg'],
	])('with %j is an image: %s', async (content, mimeType, fileName) => {
		expect(await read(content)).toEqual({
			content: Buffer.from(content, 'latin1'),
			mimeType,
			fileName,
		});
	});

	test.each([
		['\xff\xd8'],
		['x\xff\xd8\xff'],
		['\x89PNG\r\n\x1a'],
		['\x89PNG\n\x1a\n'],
		['x\x89PNG\r\n\x1a\n'],
		['GIF88a'],
		['GIF89b'],
		['xGIF89a'],
		['RIFF1234WAVE'],
		['RIFF123WEBP'],
		['RIFF12345WEBP'],
		['xRIF1234WEBP'],
		['<svgx>'],
		['<svg'],
		['x<svg>'],
		['<:svg>'],
		['<a b:svg>'],
		['<!-- <svg>'],
		['<!-- a -><svg>'],
		['<?xml <svg>'],
		['<?xml version="1.0"><svg>'],
		['<!DOCTYPE html><svg>'],
		['<!DOCTYPE svgx><svg>'],
		['<!DOCTYPEsvg><svg>'],
		['<html><svg>'],
		['\xbf<svg>'],
	])('with %j is not an image', async (content) => {
		await expect(read(content)).rejects.toThrow(NOT_AN_IMAGE);
	});

	test('is an SVG if its first element is within the first 64 kB', async () => {
		const after = (/** @type {number} */ length) => `<!--${' '.repeat(length - 7)}--><svg>`;
		expect(await read(after(START_LENGTH - 5))).toMatchObject({ fileName: 'data.svg' });
		await expect(read(after(START_LENGTH - 4))).rejects.toThrow(NOT_AN_IMAGE);
	});

	test('that is not an image is an error that names the supported types', async () => {
		await expect(read('x')).rejects.toMatchObject({
			description: expect.stringContaining(SUPPORTED),
		});
	});

	test('without content is empty, whatever size n8n reports', async () => {
		await expect(read('', { bytes: 7 })).rejects.toThrow(EMPTY);
	});

	test('that n8n cannot read is an error that names its field', async () => {
		await expect(read(undefined)).rejects.toThrow(
			"The file in the input field 'data' could not be read from n8n's storage",
		);
	});
});

describe('the file name that is sent for a PNG', () => {
	test.each([
		['photo.png', 'photo.png'],
		['photo.PNG', 'photo.PNG'],
		['photo', 'photo.png'],
		['photo.jpg', 'photo.png'],
		['photo.a.jpeg', 'photo.a.png'],
		['photo.SVG', 'photo.png'],
		['photo.v2', 'photo.v2.png'],
		['photo.', 'photo..png'],
		['a/b\\photo.png', 'photo.png'],
		['a\\b/photo.gif', 'photo.png'],
		['folder/', 'data.png'],
		['', 'data.png'],
		[undefined, 'data.png'],
		['.jpg', 'image.png'],
		['.png', '.png'],
	])('is, from %j, %s', async (fileName, expected) => {
		const image = await read('\x89PNG\r\n\x1a\n', { fileName });
		expect(image.fileName).toBe(expected);
	});
});
