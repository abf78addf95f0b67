'use strict';

const fc = require('fast-check');
const { newFlow, partsOf, runNode } = require('../support/run');
const { useSandbox } = require('../support/sandbox');
const { png } = require('../support/files');

const site = useSandbox({ profile: 'newer' });

/**
 * Any text of up to so many characters that a form can contain, from all of Unicode.
 *
 * @param {number} maxLength
 */
const text = (maxLength) =>
	fc
		.oneof(
			fc.string({ unit: 'grapheme', maxLength }),
			fc.string({ unit: 'binary', maxLength }),
			fc
				.array(fc.constantFrom('\r', '\n', '"', "'", '=', '{{', '}}', '--', ';', '\0', '%', '\\'), {
					maxLength,
				})
				.map((parts) => parts.join('')),
		)
		.filter((value) => [...value].length <= maxLength);

/** @param {number} maxLength */
const filled = (maxLength) => text(maxLength).filter((value) => value.trim() !== '');

test('any text arrives as it was entered', async () => {
	const texts = fc.record({
		name: filled(256),
		title: filled(64),
		description: filled(128),
		url: text(512),
		buttonTitle1: text(16),
		utmSource: text(128),
	});
	await fc.assert(
		fc.asyncProperty(texts, async (json) => {
			site.current.clearRequests();
			const { error } = await runNode(
				site.current,
				'create',
				newFlow({
					name: '={{ $json.name }}',
					title: '={{ $json.title }}',
					text: '={{ $json.description }}',
					additionalFields: {
						url: '={{ $json.url }}',
						buttonTitle1: '={{ $json.buttonTitle1 }}',
						utmSource: '={{ $json.utmSource }}',
					},
				}),
				{ items: [{ json }] },
			);

			expect(error).toBeUndefined();
			expect(Object.fromEntries(partsOf(site.current.requests[0]))).toEqual({
				website_id: '1',
				wait_time: '3',
				wait_time_type: 'days',
				name: json.name,
				title: json.title,
				description: json.description,
				url: json.url,
				button_title_1: json.buttonTitle1,
				utm_source: json.utmSource,
			});
		}),
		{ numRuns: 60 },
	);
});

test('a file with any name arrives as one part, byte for byte', async () => {
	const { binary, bytes } = png();
	await fc.assert(
		fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (fileName) => {
			site.current.clearRequests();
			const { error } = await runNode(
				site.current,
				'create',
				newFlow({ additionalFields: { image: 'data' } }),
				{ items: [{ json: {}, binary: { data: { ...binary, fileName } } }] },
			);

			expect(error).toBeUndefined();
			const images = site.current.requests[0].parts.filter(({ name }) => name === 'image');
			expect(images).toHaveLength(1);
			expect(images[0].bytes).toEqual(bytes);
			expect(images[0].fileName).toMatch(/\.png$/);
		}),
		{ numRuns: 40 },
	);
});
