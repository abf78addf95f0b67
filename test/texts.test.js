'use strict';

const { newFlow, byId, partsOf, runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');

const site = useSandbox({ profile: 'newer' });

const TEXTS = {
	Chinese: '欢迎光临',
	emoji: '👋🏽 👨‍👩‍👧',
	quotes: `"double" 'single' \`back\``,
	'a leading =': '=1+1',
	'an expression': '={{ 1 + 1 }}',
	'an expression after a space': ' ={{ $json.secret }}',
	'half an expression': '{{ $json.secret }}',
	markup: '<b>&amp;</b>',
	'a form boundary': '--boundary\r\nContent-Disposition: form-data; name="x"',
	'a backslash': 'C:\\new\\table',
	'line breaks': 'one\r\ntwo',
	spaces: '  around  ',
	'the word false': 'false',
	'the word null': 'null',
	percent: '100% %20',
};

/** Every text parameter, by its name in the form, and its name in the API. */
const TEXT_FIELDS = {
	name: 'name',
	title: 'title',
	text: 'description',
	buttonTitle1: 'button_title_1',
	buttonUrl1: 'button_url_1',
	buttonTitle2: 'button_title_2',
	buttonUrl2: 'button_url_2',
	url: 'url',
	utmCampaign: 'utm_campaign',
	utmMedium: 'utm_medium',
	utmSource: 'utm_source',
};
const SHORT = new Set(['buttonTitle1', 'buttonTitle2']);

describe.each(Object.entries(TEXTS))('%s in an input item', (_, text) => {
	test('is sent unchanged in every text of a new flow', async () => {
		const fields = Object.keys(TEXT_FIELDS).filter(
			(field) => !SHORT.has(field) || [...text].length <= 16,
		);
		const values = Object.fromEntries(fields.map((field) => [field, '={{ $json.text }}']));
		const { name, title, text: description, ...additionalFields } = values;
		const { error } = await runNode(
			site.current,
			'create',
			newFlow({ name, title, text: description, additionalFields }),
			{ items: [{ json: { text, secret: 'leaked' } }] },
		);

		expect(error).toBeUndefined();
		const sent = Object.fromEntries(partsOf(site.current.requests[0]));
		expect(fields.map((field) => sent[TEXT_FIELDS[field]])).toEqual(fields.map(() => text));
	});

	test('is sent unchanged in an update', async () => {
		const { id } = site.current.addFlow();
		const { error } = await runNode(
			site.current,
			'update',
			{ flowId: byId(id), updateFields: { name: '={{ $json.text }}' } },
			{ items: [{ json: { text } }] },
		);

		expect(error).toBeUndefined();
		expect(partsOf(site.current.requests[0])).toEqual([['name', text]]);
	});

	test('is searched for unchanged', async () => {
		site.current.addFlow({ name: `before ${text} after` });
		site.current.addFlow({ name: 'something else' });
		const { json } = await runNode(
			site.current,
			'getAll',
			{ returnAll: true, filters: { search: '={{ $json.text }}' } },
			{ items: [{ json: { text } }] },
		);
		expect(json.map(({ id }) => id)).toEqual([1]);
	});
});

test.each(['one\ntwo', 'one\rtwo', 'one\r\ntwo'])('the line break of %j is kept', async (text) => {
	await runNode(site.current, 'create', newFlow({ text: text }));
	expect(Object.fromEntries(partsOf(site.current.requests[0])).description).toBe(text);
});

test.each([
	['a number', 42, '42'],
	['zero', 0, '0'],
	['true', true, 'true'],
])('%s is sent as text', async (_, value, text) => {
	await runNode(site.current, 'create', newFlow({ title: '={{ $json.value }}' }), {
		items: [{ json: { value } }],
	});
	expect(site.current.flows()[0].title).toBe(text);
});

test.each([
	['null', null],
	['nothing', undefined],
])('an optional text whose expression returns %s is left out', async (_, value) => {
	const { error } = await runNode(
		site.current,
		'create',
		newFlow({ additionalFields: { url: '={{ $json.value }}' } }),
		{ items: [{ json: { value } }] },
	);
	expect(error).toBeUndefined();
	expect(partsOf(site.current.requests[0]).map(([name]) => name)).not.toContain('url');
});
