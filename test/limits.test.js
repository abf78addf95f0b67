'use strict';

const axios = require('axios');
const { useSandbox } = require('./support/sandbox');
const { PAGE_SIZES } = require('../build/modules/nodes/SixtySixPusher/api/pageSizes');
const { validateImage } = require('../build/modules/nodes/SixtySixPusher/operations/image');
const { flow } = require('../build/modules/nodes/SixtySixPusher/resources/flow/definition');

/**
 * The node and the sandbox each have the API's limits from its documentation and share no code. Here
 * they are compared, without the node in between: what it accepts is exactly what the API keeps.
 */
const site = useSandbox({ profile: 'ospyo' });

const TTL_SECONDS = flow.fields.ttl.values;
const [{ maxDays, perDay }] = flow.durations;

/** The file name extensions that the node names when it refuses a file. */
function imageExtensions() {
	const pdf = { data: 'x', fileName: 'a.pdf', mimeType: 'application/pdf' };
	const context = { helpers: { assertBinaryData: () => pdf } };
	try {
		validateImage({ context, definition: flow }, 'data');
	} catch ({ description }) {
		return /^Use one of: ([\w, ]+)\./.exec(description)[1].split(', ');
	}
	throw new Error('A PDF was accepted as an image');
}
const IMAGE_EXTENSIONS = imageExtensions();

const REQUIRED = {
	website_id: '1',
	name: 'N',
	title: 'T',
	description: 'D',
	wait_time: '1',
	wait_time_type: 'days',
};

async function create(fields, image) {
	const form = new FormData();
	for (const [name, value] of Object.entries({ ...REQUIRED, ...fields })) form.append(name, value);
	if (image) form.append('image', new Blob(['x']), image);
	const { data, status } = await axios.post(`${site.current.url}/api/flows`, form, {
		headers: { Authorization: `Bearer ${site.current.apiKey}` },
		validateStatus: () => true,
	});
	return { data, status, stored: site.current.flows().at(-1) };
}

const valueOf = (stored, name) => stored[name] ?? stored.settings[name] ?? stored.stored[name];
const texts = Object.entries(flow.fields).filter(([, { maxLength }]) => maxLength !== undefined);

test.each(texts)(
	'the API cuts %s at the length from which the node refuses it',
	async (name, { maxLength }) => {
		const { stored } = await create({ [name]: 'x'.repeat(maxLength + 10) });
		expect(valueOf(stored, name)).toBe('x'.repeat(maxLength));
	},
);

const longestWaits = Object.entries(perDay).map(([unit, count]) => [unit, maxDays * count]);

test('the node knows the longest wait in each unit', () => {
	expect(Object.fromEntries(longestWaits)).toEqual({ minutes: 129_600, hours: 2160, days: 90 });
});

test.each(longestWaits)('the API shortens a wait in %s to %i', async (unit, longest) => {
	const { stored } = await create({ wait_time: String(longest + 10), wait_time_type: unit });
	expect(stored.wait_time).toBe(longest);
});

test.each(TTL_SECONDS)('the API stores a time to live of %i seconds', async (ttl) => {
	const { stored } = await create({ ttl: String(ttl) });
	expect(stored.settings.ttl).toBe(ttl);
});

test('the API stores no time to live between two of these', async () => {
	const { stored } = await create({ ttl: '901' });
	expect(TTL_SECONDS).toContain(stored.settings.ttl);
});

test.each(flow.required)('the API creates nothing without %s', async (name) => {
	const { status } = await create({ [name]: '' });
	expect(status).toBe(401);
	expect(site.current.flows()).toEqual([]);
});

test.each(IMAGE_EXTENSIONS)('the API accepts an image that ends in .%s', async (extension) => {
	const { data } = await create({}, `a.${extension}`);
	expect(data).toEqual({ data: { id: 1 } });
});

test.each(['bmp', 'avif', 'pdf'])(
	'neither accepts an image that ends in .%s',
	async (extension) => {
		const { data } = await create({}, `a.${extension}`);
		expect(data.status).toBe('error');
		expect(IMAGE_EXTENSIONS).not.toContain(extension);
	},
);

test.each([...PAGE_SIZES, 1, 20, 999, 2000])(
	'the API has a page size of %i, or uses its default',
	async (size) => {
		const { data } = await axios.get(`${site.current.url}/api/flows`, {
			params: { results_per_page: size },
			headers: { Authorization: `Bearer ${site.current.apiKey}` },
		});
		expect(data.meta.results_per_page).toBe(PAGE_SIZES.includes(size) ? size : 25);
	},
);
