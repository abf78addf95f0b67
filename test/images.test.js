'use strict';

const { byId, newFlow, partsOf, runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');
const { file, images, png } = require('./support/files');
const { keepFilesIn, keepFilesInMemory, storeFile } = require('./support/binaryData');

const site = useSandbox({ profile: 'newer' });

const create = async (binary, field = 'data') =>
	await runNode(site.current, 'create', newFlow({ additionalFields: { image: field } }), {
		items: [{ json: {}, binary }],
	});
const sentImage = () => Object.fromEntries(partsOf(site.current.requests[0])).image;

describe('an image of every type', () => {
	test.each(Object.entries(images))('%s is sent byte for byte', async (_, { binary, bytes }) => {
		const { error } = await create({ data: binary });

		expect(error).toBeUndefined();
		expect(sentImage()).toEqual({ fileName: binary.fileName, type: binary.mimeType, bytes });
		expect(site.current.flows()[0].image_url).toMatch(/^http/);
	});

	test('is sent from a field of another name, in an update', async () => {
		const { id } = site.current.addFlow();
		const { binary, bytes } = images.gif;
		await runNode(
			site.current,
			'update',
			{ flowId: byId(id), updateFields: { image: 'attachment_0' } },
			{ items: [{ json: {}, binary: { attachment_0: binary } }] },
		);
		expect(sentImage().bytes).toEqual(bytes);
	});
});

describe('a file name', () => {
	test.each([
		['without an extension', 'photo', 'photo.png'],
		['that is missing', undefined, 'data.png'],
		['with the extension of another type', 'photo.jpg', 'photo.png'],
		['with an extension in upper case', 'PHOTO.PNG', 'PHOTO.PNG'],
		['with an unknown extension', 'photo.v2', 'photo.v2.png'],
		['in Chinese', '欢迎.png', '欢迎.png'],
		['with quotes and a line break', 'a"b\r\nc.png', expect.stringContaining('.png')],
		['with folders', 'C:\\images/photo.png', 'photo.png'],
		['that is only an extension', '.jpg', 'image.png'],
	])('%s is sent with an extension of its type', async (_, fileName, sent) => {
		const { error } = await create({ data: { ...png().binary, fileName } });

		expect(error).toBeUndefined();
		expect(sentImage()).toMatchObject({ fileName: sent, type: 'image/png' });
		expect(site.current.flows()).toHaveLength(1);
	});

	test('that ends in .jpeg is kept', async () => {
		const { bytes } = images.jpg;
		await create({ data: file(bytes, { fileName: 'a.jpeg', mimeType: 'image/jpeg' }).binary });
		expect(sentImage().fileName).toBe('a.jpeg');
	});
});

describe('a file that is not an image is refused before anything is sent', () => {
	const EMPTY = { ...png().binary, data: '', bytes: 0 };
	const text = (fileName, mimeType, content) =>
		file(Buffer.from(content), { fileName, mimeType }).binary;
	const NOT_SUPPORTED = "The file in the input field 'data' is not a supported image";

	test.each([
		['no file in the item', undefined, /^No file in the input field 'data'/],
		['a file in another field', { file: png().binary }, /^No file in the input field/],
		['an empty file', { data: EMPTY }, /^The file in the input field 'data' is empty/],
		[
			'an empty file of unknown size',
			{ data: { ...EMPTY, bytes: undefined } },
			/^The file in the input field 'data' is empty/,
		],
		['a PDF', { data: text('a.pdf', 'application/pdf', '%PDF-1.7') }, NOT_SUPPORTED],
		['a BMP', { data: text('a.bmp', 'image/bmp', 'BM......') }, NOT_SUPPORTED],
		[
			'a web page with the name of an image',
			{ data: text('a.png', 'image/png', '<!DOCTYPE html>') },
			NOT_SUPPORTED,
		],
		[
			'JSON with the name of an image',
			{ data: text('a.jpg', 'image/jpeg', '{"error":1}') },
			NOT_SUPPORTED,
		],
		[
			'a web page that contains an SVG',
			{ data: text('a.svg', 'image/svg+xml', '<html><svg></svg></html>') },
			NOT_SUPPORTED,
		],
		[
			'the same after a comment and a document type',
			{ data: text('a.svg', 'image/svg+xml', '<!-- x --><!DOCTYPE html><svg></svg>') },
			NOT_SUPPORTED,
		],
	])('%s', async (_, binary, message) => {
		const { error } = await create(binary);

		expect(error.message).toMatch(message);
		expect(error.message).toMatch(/\[item 0\]$/);
		expect(site.current.requests).toEqual([]);
	});

	test.each([
		['declaration', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
		['comment', '<!-- drawn by hand -->\n<svg viewBox="0 0 1 1"></svg>'],
		['byte order mark', '\uFEFF<svg></svg>'],
		['long comment', `<!-- ${'drawn '.repeat(2000)} --><svg></svg>`],
		['prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"></s:svg>'],
		[
			'document type',
			'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd" [<!ENTITY a "b">]>\n<svg></svg>',
		],
	])('an SVG that begins with a %s is accepted', async (_, content) => {
		const { error } = await create({ data: text('a.svg', 'image/svg+xml', content) });
		expect(error).toBeUndefined();
	});
});

test('an image of 60 MB is sent completely, and the refusal is quoted', async () => {
	const { binary } = png({ more: 60 * 1024 * 1024 });
	const { error } = await create({ data: binary });

	expect(sentImage().bytes).toHaveLength(60 * 1024 * 1024 + 70);
	expect(error.message).toMatch(/^The installation refused this: .* \(HTTP 200\) \[item 0\]$/);
});

describe.each(['filesystem', 'database'])('files that n8n stores in its %s', (mode) => {
	beforeAll(async () => await keepFilesIn(mode));
	afterAll(keepFilesInMemory);

	test('are sent byte for byte', async () => {
		const { bytes } = png({ more: 100_000 });
		const binary = await storeFile(bytes);
		expect(binary.data).toBe(mode === 'database' ? 'database' : 'filesystem-v2');
		const { error } = await create({ data: binary });

		expect(error).toBeUndefined();
		expect(sentImage().bytes).toEqual(bytes);
	});

	test('are refused if they are empty', async () => {
		const { error } = await create({ data: await storeFile(Buffer.alloc(0)) });
		expect(error.message).toMatch(/^The file in the input field 'data' is empty/);
		expect(site.current.requests).toEqual([]);
	});

	test('are named in the error if they no longer exist', async () => {
		const binary = await storeFile(png().bytes);
		const { error } = await create({ data: { ...binary, id: `${binary.id}-gone` } });
		expect(error.message).toMatch(
			/^The file in the input field 'data' could not be read from n8n's storage/,
		);
		expect(site.current.requests).toEqual([]);
	});
});

describe('a JPEG is recognised by its content if its media type says little', () => {
	test.each([
		['image/jpg', 'a.jpg'],
		['IMAGE/JPEG', 'a'],
		['image/jpeg; charset=binary', 'a'],
		['application/octet-stream', 'a'],
		['', 'a'],
	])('%j, %s', async (mimeType, fileName) => {
		const { binary } = file(Buffer.from('\xff\xd8\xff\xe0 and so on', 'latin1'), {
			fileName,
			mimeType,
		});
		const { error } = await create({ data: { ...binary, fileExtension: undefined } });
		expect(error).toBeUndefined();
		expect(sentImage()).toMatchObject({ fileName: 'a.jpg', type: 'image/jpeg' });
	});
});

test('images of very different sizes, some of them rate limited at first, are each sent byte for byte', async () => {
	const sizes = [900_000, 200, 70_000, 900_100, 64 * 1024, 300_000, 1];
	const files = sizes.map((more) => png({ more }));
	site.current.faults.add({
		on: { operation: 'create' },
		times: 3,
		answer: { kind: 'rateLimited', retryAfter: 1 },
	});
	const { error, output } = await runNode(
		site.current,
		'create',
		newFlow({ name: '={{ $json.n }}', additionalFields: { image: 'data' } }),
		{ items: files.map(({ binary }, n) => ({ json: { n }, binary: { data: binary } })) },
	);

	expect(error).toBeUndefined();
	expect(output).toHaveLength(sizes.length);
	const stored = Object.fromEntries(
		site.current.requests
			.filter(({ status }) => status < 300)
			.filter(({ method }) => method === 'POST')
			.map(({ parts }) => [
				parts.find(({ name }) => name === 'name').value,
				parts.find(({ name }) => name === 'image').bytes,
			]),
	);
	for (const [n, { bytes }] of files.entries()) expect(stored[n].equals(bytes)).toBe(true);
});
