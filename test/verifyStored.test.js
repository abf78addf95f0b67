'use strict';

const { flow } = require('../build/modules/nodes/SixtySixPusher/resources/flow/definition');
const { verifyStored } = require('../build/modules/nodes/SixtySixPusher/operations/verifyStored');

/**
 * Compares what was asked for with what the installation reports about flow 12.
 *
 * @param {Record<string, string>} fields
 * @param {Record<string, unknown>} reported
 */
const verify = (fields, reported) => () =>
	verifyStored({ definition: flow, fields, id: '12' }, { id: 12, ...reported });

describe('is as asked', () => {
	test.each([
		['a text with other line breaks and outer spaces', { title: 'a\r\nb ' }, { title: 'a\nb' }],
		[
			'a text that is stored for HTML',
			{ title: '<b> & "c"' },
			{ title: '&lt;b&gt; &amp; &quot;c&quot;' },
		],
		['a number as text', { wait_time: '3' }, { wait_time: '3.0' }],
		['an ID as an object', { website_id: '1' }, { website_id: { id: 1 } }],
		['null for all subscribers', { segment: 'all' }, { segment: null }],
		['a switch as a number', { is_enabled: '1' }, { is_enabled: 1 }],
		['a switch as a word', { is_enabled: '0' }, { is_enabled: 'false' }],
		['a switch in settings', { is_silent: '1' }, { settings: { is_silent: 1 } }],
		['settings as JSON text', { ttl: '3600' }, { settings: '{"ttl":3600}' }],
		[
			'a UTM value in settings.utm',
			{ utm_source: 'n8n' },
			{ settings: { utm: { source: 'n8n' } } },
		],
		['an image under another name', { image: 'data' }, { image_url: 'https://x.example/9.png' }],
		['an empty text as null', { url: '' }, { url: null }],
		['what is not reported', { title: 'a', segment: '9', image: 'data', utm_source: 'x' }, {}],
		['settings that can not be read', { ttl: '3600' }, { settings: '{' }],
	])('%s', (_, fields, reported) => {
		expect(verify(fields, reported)).not.toThrow();
	});
});

describe('is reported as a difference', () => {
	test.each([
		[
			'a text without its tags',
			{ title: 'I <3 you' },
			{ title: 'I' },
			"'Title' is 'I' instead of 'I <3 you'",
		],
		['a text that became empty', { title: 'a' }, { title: null }, "'Title' is '' instead of 'a'"],
		[
			'a shorter wait',
			{ wait_time: '91' },
			{ wait_time: 90 },
			"'Wait Time' is '90' instead of '91'",
		],
		[
			'a switch that stayed on',
			{ is_enabled: '0' },
			{ is_enabled: true },
			"'Enabled' is 'true' instead of '0'",
		],
		[
			'a button in settings',
			{ button_title_1: 'Go' },
			{ settings: { button_title_1: 'No' } },
			"'Button 1 Title' is 'No'",
		],
		[
			'a UTM value in JSON text',
			{ utm_medium: 'a' },
			{ settings: '{"utm":{"medium":"b"}}' },
			"'UTM Medium' is 'b'",
		],
		['a missing image', { image: 'data' }, { image_url: null }, 'without its image'],
		[
			'a text that was not cleared',
			{ url: '' },
			{ url: 'https://x.example' },
			"its 'URL' is not empty",
		],
		[
			'a UTM value that was not cleared',
			{ utm_source: '' },
			{ settings: { utm: { source: 'x' } } },
			"its 'UTM Source' is not empty",
		],
		['another website', { website_id: '2' }, { website_id: 1 }, "with 'Website' 1 instead of 2"],
		['all subscribers', { segment: '9' }, { segment: '' }, "with 'Segment' all instead of 9"],
	])('%s', (_, fields, reported, message) => {
		expect(verify(fields, reported)).toThrow(
			expect.objectContaining({ message: expect.stringContaining(message), outcome: 'stored' }),
		);
	});

	test('the audience before all else', () => {
		const reported = { title: 'b', website_id: 1 };
		expect(verify({ title: 'a', website_id: '2' }, reported)).toThrow("'Website' 1 instead of 2");
	});
});
