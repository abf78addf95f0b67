'use strict';

const {
	validateImage,
	readImage,
} = require('../build/modules/nodes/SixtySixPusher/operations/image');

const START_LENGTH = 64 * 1024;
const NONE = "The item has no file in the field 'data', which 'Image Data Field Name' names";
const EMPTY = "The file in the field 'data' has no content";
const NO_PICTURE = "The file in the field 'data' is not a picture that the API takes";

/** An item with this file in its field `data`, as n8n hands it to a node. */
function itemWith(file, content) {
	const fieldIs = (field) => {
		if (field !== 'data' || file === undefined) throw new Error('no such file');
		return file;
	};
	return {
		helpers: {
			assertBinaryData: fieldIs,
			async getBinaryDataBuffer(field) {
				fieldIs(field);
				if (content === undefined) throw new Error('gone');
				return Buffer.from(content, 'latin1');
			},
		},
	};
}
const check = (file) => () => validateImage(itemWith(file), 'data');
const read = async (content, file = {}) => await readImage(itemWith(file, content), 'data');

describe('before it is read, a file', () => {
	const file = (more) => ({ data: 'x', mimeType: 'text/plain', ...more });

	test('has to be there', () => {
		expect(check(undefined)).toThrow(NONE);
		expect(() => validateImage(itemWith(file()), 'other')).toThrow("no file in the field 'other'");
	});

	test.each([
		[{ bytes: 0 }],
		[{ bytes: 0, id: 'filesystem-v2:1' }],
		[{ data: '' }],
		[{ data: '', bytes: undefined }],
	])('has to hold something: %j', (more) => {
		expect(check(file({ mimeType: 'image/png', ...more }))).toThrow(EMPTY);
	});

	test('that n8n keeps elsewhere may be empty here', () => {
		expect(check(file({ mimeType: 'image/png', data: '', id: 'database:1' }))).not.toThrow();
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
	])('may be a picture: %j', (more) => {
		expect(check(file(more))).not.toThrow();
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
	])('is none: %j', (more) => {
		expect(check(file(more))).toThrow(NO_PICTURE);
	});

	test('is told which kinds there are', () => {
		expect(check(file())).toThrow(
			expect.objectContaining({
				advice: expect.stringContaining('Use one of: jpg, jpeg, png, gif, webp, svg.'),
			}),
		);
	});
});

describe('by what it holds, a file', () => {
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
	])('of %j is a picture: %s', async (content, mimeType, fileName) => {
		const picture = await read(content);
		expect(picture).toEqual({ content: Buffer.from(content, 'latin1'), mimeType, fileName });
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
	])('of %j is none', async (content) => {
		await expect(read(content)).rejects.toThrow(NO_PICTURE);
	});

	test('is a drawing where that begins in the first 64 kB', async () => {
		const after = (length) => `<!--${' '.repeat(length - 7)}--><svg>`;
		expect(await read(after(START_LENGTH - 5))).toMatchObject({ fileName: 'data.svg' });
		await expect(read(after(START_LENGTH - 4))).rejects.toThrow(NO_PICTURE);
	});

	test('is told which kinds there are', async () => {
		await expect(read('x')).rejects.toMatchObject({
			advice: expect.stringContaining('Use one of: jpg, jpeg, png, gif, webp, svg.'),
		});
	});

	test('without content is empty, whatever n8n says of it', async () => {
		await expect(read('', { bytes: 7 })).rejects.toThrow(EMPTY);
	});

	test('that n8n does not find is named', async () => {
		await expect(read(undefined)).rejects.toThrow(
			"The file in the field 'data' could not be read from where n8n keeps it",
		);
	});
});

describe('a PNG is named', () => {
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
	])('%j: %s', async (fileName, named) => {
		const picture = await read('\x89PNG\r\n\x1a\n', { fileName });
		expect(picture.fileName).toBe(named);
	});
});
