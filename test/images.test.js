'use strict';

const { byId, newFlow, partsOf, runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');
const { file, pictures, png } = require('./support/files');
const { keepFilesIn, keepFilesInMemory, storeFile } = require('./support/binaryData');

const site = useSandbox({ profile: 'newer' });

const create = async (binary, field = 'data') =>
	await runNode(site.current, 'create', newFlow({ additionalFields: { image: field } }), {
		items: [{ json: {}, binary }],
	});
const sentImage = () => Object.fromEntries(partsOf(site.current.requests[0])).image;

describe('every kind of picture', () => {
	test.each(Object.entries(pictures))('%s arrives byte for byte', async (_, { binary, bytes }) => {
		const { error } = await create({ data: binary });

		expect(error).toBeUndefined();
		expect(sentImage()).toEqual({ fileName: binary.fileName, type: binary.mimeType, bytes });
		expect(site.current.flows()[0].image_url).toMatch(/^http/);
	});

	test('from a field of another name, in an update', async () => {
		const { id } = site.current.addFlow();
		const { binary, bytes } = pictures.gif;
		await runNode(
			site.current,
			'update',
			{ flowId: byId(id), updateFields: { image: 'attachment_0' } },
			{ items: [{ json: {}, binary: { attachment_0: binary } }] },
		);
		expect(sentImage().bytes).toEqual(bytes);
	});
});

describe('the file name', () => {
	test.each([
		['without an extension', 'photo', 'photo.png'],
		['not there at all', undefined, 'data.png'],
		['with the extension of another kind', 'photo.jpg', 'photo.png'],
		['with an extension in capitals', 'PHOTO.PNG', 'PHOTO.PNG'],
		['with an extension that is none', 'photo.v2', 'photo.v2.png'],
		['in Chinese', '欢迎.png', '欢迎.png'],
		['with quotes and a line break', 'a"b\r\nc.png', expect.stringContaining('.png')],
		['with folders', 'C:\\pictures/photo.png', 'photo.png'],
		['that is an extension alone', '.jpg', 'image.png'],
	])('%s', async (_, fileName, sent) => {
		const { error } = await create({ data: { ...png().binary, fileName } });

		expect(error).toBeUndefined();
		expect(sentImage()).toMatchObject({ fileName: sent, type: 'image/png' });
		expect(site.current.flows()).toHaveLength(1);
	});

	test('keeps jpeg as it is', async () => {
		const { bytes } = pictures.jpg;
		await create({ data: file(bytes, { fileName: 'a.jpeg', mimeType: 'image/jpeg' }).binary });
		expect(sentImage().fileName).toBe('a.jpeg');
	});
});

describe('what is no picture is refused before it is sent', () => {
	const EMPTY = { ...png().binary, data: '', bytes: 0 };
	const text = (fileName, mimeType, content) =>
		file(Buffer.from(content), { fileName, mimeType }).binary;
	const NOT_TAKEN = "The file in the input field 'data' is not a supported image";

	test.each([
		['no file in the item', undefined, /^No file in the input field 'data'/],
		['a file in another field', { file: png().binary }, /^No file in the input field/],
		['no content', { data: EMPTY }, /^The file in the input field 'data' is empty/],
		[
			'no content, and no size told',
			{ data: { ...EMPTY, bytes: undefined } },
			/^The file in the input field 'data' is empty/,
		],
		['a PDF', { data: text('a.pdf', 'application/pdf', '%PDF-1.7') }, NOT_TAKEN],
		['a BMP', { data: text('a.bmp', 'image/bmp', 'BM......') }, NOT_TAKEN],
		['a web page named so', { data: text('a.png', 'image/png', '<!DOCTYPE html>') }, NOT_TAKEN],
		['JSON named so', { data: text('a.jpg', 'image/jpeg', '{"error":1}') }, NOT_TAKEN],
		[
			'a web page with a drawing in it',
			{ data: text('a.svg', 'image/svg+xml', '<html><svg></svg></html>') },
			NOT_TAKEN,
		],
		[
			'the same, after a comment and a declaration',
			{ data: text('a.svg', 'image/svg+xml', '<!-- x --><!DOCTYPE html><svg></svg>') },
			NOT_TAKEN,
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
	])('an SVG that begins with a %s is one', async (_, content) => {
		const { error } = await create({ data: text('a.svg', 'image/svg+xml', content) });
		expect(error).toBeUndefined();
	});
});

test('a picture of 60 MB is sent whole, and the refusal is quoted', async () => {
	const { binary } = png({ more: 60 * 1024 * 1024 });
	const { error } = await create({ data: binary });

	expect(sentImage().bytes).toHaveLength(60 * 1024 * 1024 + 70);
	expect(error.message).toMatch(/^The installation refused this: .* \(HTTP 200\) \[item 0\]$/);
});

describe.each(['filesystem', 'database'])('files that n8n keeps in the %s', (mode) => {
	beforeAll(async () => await keepFilesIn(mode));
	afterAll(keepFilesInMemory);

	test('arrive byte for byte', async () => {
		const { bytes } = png({ more: 100_000 });
		const binary = await storeFile(bytes);
		expect(binary.data).toBe(mode === 'database' ? 'database' : 'filesystem-v2');
		const { error } = await create({ data: binary });

		expect(error).toBeUndefined();
		expect(sentImage().bytes).toEqual(bytes);
	});

	test('are refused when they are empty', async () => {
		const { error } = await create({ data: await storeFile(Buffer.alloc(0)) });
		expect(error.message).toMatch(/^The file in the input field 'data' is empty/);
		expect(site.current.requests).toEqual([]);
	});

	test('that are gone by now are named', async () => {
		const binary = await storeFile(png().bytes);
		const { error } = await create({ data: { ...binary, id: `${binary.id}-gone` } });
		expect(error.message).toMatch(/^The file in the input field 'data' could not be read from n8n's storage/);
		expect(site.current.requests).toEqual([]);
	});
});

describe('a JPEG is taken by its content where its type says little', () => {
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

test('pictures of very different sizes, some of them refused at first, each arrive as they are', async () => {
	const sizes = [900_000, 200, 70_000, 900_100, 64 * 1024, 300_000, 1];
	const pictures = sizes.map((more) => png({ more }));
	site.current.faults.add({
		on: { operation: 'create' },
		times: 3,
		answer: { kind: 'rateLimited', retryAfter: 1 },
	});
	const { error, output } = await runNode(
		site.current,
		'create',
		newFlow({ name: '={{ $json.n }}', additionalFields: { image: 'data' } }),
		{ items: pictures.map(({ binary }, n) => ({ json: { n }, binary: { data: binary } })) },
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
	for (const [n, { bytes }] of pictures.entries()) expect(stored[n].equals(bytes)).toBe(true);
});
