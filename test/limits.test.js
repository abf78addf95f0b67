'use strict';

const axios = require('axios');
const { useSandbox } = require('./support/sandbox');
const { FIELDS, REQUIRED_ON_CREATE } = require('../build/modules/nodes/SixtySixPusher/api/fields');
const { LONGEST_WAIT, TTL_SECONDS } = require('../build/modules/nodes/SixtySixPusher/api/limits');
const { PAGE_SIZES } = require('../build/modules/nodes/SixtySixPusher/api/pageSizes');
const { IMAGE_EXTENSIONS } = require('../build/modules/nodes/SixtySixPusher/operations/image');

/**
 * The node and the sandbox each have the API's limits from its documentation and share no code. Here
 * they are held against each other, past the node: what it lets through is just what fits.
 */
const site = useSandbox({ profile: 'ospyo' });

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
	return { data, status, flow: site.current.flows().at(-1) };
}

const stored = (flow, name) => flow[name] ?? flow.settings[name] ?? flow.stored[name];
const texts = Object.entries(FIELDS).filter(([, { maxLength }]) => maxLength !== undefined);

test.each(texts)('%s is cut where the node stops', async (name, { maxLength }) => {
	const { flow } = await create({ [name]: 'x'.repeat(maxLength + 10) });
	expect(stored(flow, name)).toBe('x'.repeat(maxLength));
});

test.each(Object.entries(LONGEST_WAIT))('a wait in %s is cut at %i', async (unit, longest) => {
	const { flow } = await create({ wait_time: String(longest + 10), wait_time_type: unit });
	expect(flow.wait_time).toBe(longest);
});

test.each(TTL_SECONDS)('a time to live of %i is one', async (ttl) => {
	const { flow } = await create({ ttl: String(ttl) });
	expect(flow.settings.ttl).toBe(ttl);
});

test('a time to live between two of them is none', async () => {
	const { flow } = await create({ ttl: '901' });
	expect(TTL_SECONDS).toContain(flow.settings.ttl);
});

test.each(REQUIRED_ON_CREATE)('nothing is created without %s', async (name) => {
	const { status } = await create({ [name]: '' });
	expect(status).toBe(401);
	expect(site.current.flows()).toEqual([]);
});

test.each(IMAGE_EXTENSIONS)('a picture may end in .%s', async (extension) => {
	const { data } = await create({}, `a.${extension}`);
	expect(data).toEqual({ data: { id: 1 } });
});

test.each(['bmp', 'avif', 'pdf'])('a picture may not end in .%s', async (extension) => {
	const { data } = await create({}, `a.${extension}`);
	expect(data.status).toBe('error');
	expect(IMAGE_EXTENSIONS).not.toContain(extension);
});

test.each([...PAGE_SIZES, 1, 20, 999, 2000])('a page of %i', async (size) => {
	const { data } = await axios.get(`${site.current.url}/api/flows`, {
		params: { results_per_page: size },
		headers: { Authorization: `Bearer ${site.current.apiKey}` },
	});
	expect(data.meta.results_per_page).toBe(PAGE_SIZES.includes(size) ? size : 25);
});
