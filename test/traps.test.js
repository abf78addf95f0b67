'use strict';

const { byId, newFlow, partsOf, runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');
const { png } = require('./support/files');

/** Installations differ in each trap of the API: the node has to be right on both kinds. */
const VARIANTS = [
	['on an installation that does so', true],
	['on one that does not', false],
];

const site = useSandbox({ profile: 'btools' });
const buttonTitle = (value) => ({ settings: { button_title_1: value } });
const sent = () => Object.fromEntries(partsOf(site.current.requests[0]));

describe('responses', () => {
	test.each(['id', 'flow'])(
		'create and update return the flow if the installation answers with the %s',
		async (replyWith) => {
			site.current.behaviour.replyWith = replyWith;
			const created = await runNode(site.current, 'create', newFlow());
			const { id } = created.json[0];
			const updated = await runNode(site.current, 'update', {
				flowId: byId(id),
				updateFields: { title: 'Changed' },
			});

			expect(created.json).toEqual([expect.objectContaining({ id, title: 'Hello' })]);
			expect(updated.json).toEqual([expect.objectContaining({ id, title: 'Changed' })]);
			expect(site.current.requests).toHaveLength(replyWith === 'id' ? 4 : 2);
		},
	);

	test.each(['id', 'flow'])(
		'the %s is returned as it is if Return Full Flow is off',
		async (replyWith) => {
			site.current.behaviour.replyWith = replyWith;
			const { json } = await runNode(site.current, 'create', {
				...newFlow(),
				options: { returnFlow: false },
			});

			expect(Object.keys(json[0])).toHaveLength(replyWith === 'id' ? 1 : 10);
			expect(site.current.requests).toHaveLength(1);
		},
	);

	test.each([200, 201])('create accepts status %i', async (createStatus) => {
		site.current.behaviour.createStatus = createStatus;
		const { json } = await runNode(site.current, 'create', newFlow());
		expect(json[0].id).toBe(1);
	});

	const answerOnce = (operation, answer, more = {}) =>
		site.current.faults.add({ on: { operation }, answer, ...more });
	const json = (status, body) => ({
		status,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});

	test.each([
		[{ error: 'Not allowed' }, 'Not allowed'],
		[{ success: false, message: 'Not allowed' }, 'Not allowed'],
		[{ status: 'fail', message: ['Not', 'allowed'] }, 'Not; allowed'],
		[{ status: 'ERROR' }, 'no reason given'],
		[{ errors: [{ status: 403, detail: 'Not allowed' }] }, 'Not allowed'],
		[{ errors: { flow: ['Not allowed'] } }, 'Not allowed'],
		[{ errors: 'Not allowed' }, 'Not allowed'],
	])('a delete fails if the response is 200 with %j', async (body, reason) => {
		const { id } = site.current.addFlow();
		answerOnce('delete', json(200, body));
		const { error } = await runNode(site.current, 'delete', { flowId: byId(id) });
		expect(error.message).toBe(`The installation refused this: ${reason} (HTTP 200) [item 0]`);
	});

	test('a delete may have failed if the response is another flow', async () => {
		const { id } = site.current.addFlow();
		answerOnce('delete', json(200, { data: { id: 99 } }));
		const { error } = await runNode(site.current, 'delete', { flowId: byId(id) });
		expect(error.message).toBe(
			`Flow ${id} may or may not have been deleted: the installation answered with flow 99 instead of flow ${id} [item 0]`,
		);
	});

	test.each([
		[{ data: { id: 1 }, errors: [{ title: 'Image left out' }] }],
		[{ status: 'error', message: ['Image left out'], data: { id: '1' } }],
	])(
		'a create that is answered with %j names the stored flow, and is not sent again',
		async (body) => {
			answerOnce('create', json(201, body), { carriedOut: true });
			const { error } = await runNode(site.current, 'create', newFlow(), {
				settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
			});
			expect(error.message).toBe(
				'Flow 1 was stored, and the installation says: Image left out (HTTP 201) [item 0]',
			);
			expect(site.current.flows()).toHaveLength(1);
		},
	);

	test.each([
		[413, '<h1>Too large</h1>', "The installation's web server doesn't accept requests this large"],
		[
			409,
			'{"error":"The wait is too long"}',
			'The installation refused this: The wait is too long',
		],
		[422, '{"message":"Bad","errors":{"ttl":["Not so"]}}', 'The installation refused this: Not so'],
		[304, '', 'No 66pusher API answers at this address'],
		[
			408,
			'<h1>Timeout</h1>',
			'The flow may or may not have been created: the installation answered HTTP 408',
		],
	])('status %i with %s has its own message', async (status, body, message) => {
		const type = body.startsWith('{') ? 'application/json' : 'text/html';
		answerOnce('create', { status, headers: { 'content-type': type }, body });
		const { error } = await runNode(site.current, 'create', newFlow());
		expect(error.message.startsWith(message)).toBe(true);
	});

	test.each([200, 204])('delete accepts status %i', async (deleteStatus) => {
		site.current.behaviour.deleteStatus = deleteStatus;
		const { id } = site.current.addFlow();
		const { json } = await runNode(site.current, 'delete', { flowId: byId(id) });
		expect(json).toEqual([{ deleted: true, id }]);
	});
});

describe.each(VARIANTS)('presence means on, %s', (_, presenceMeansTrue) => {
	beforeEach(() => {
		site.current.behaviour.presenceMeansTrue = presenceMeansTrue;
	});

	test('a new flow is neither silent nor hidden nor enabled if these fields are off', async () => {
		await runNode(
			site.current,
			'create',
			newFlow({ additionalFields: { isSilent: false, isAutoHide: false, isEnabled: false } }),
		);

		expect(sent()).not.toHaveProperty('is_silent');
		expect(sent()).not.toHaveProperty('is_auto_hide');
		expect(sent().is_enabled).toBe('0');
		expect(site.current.flows()[0]).toMatchObject({
			is_enabled: false,
			settings: { is_silent: 0, is_auto_hide: 0 },
		});
	});

	test('a stored flow becomes so if they are turned off', async () => {
		const settings = { is_silent: 1, is_auto_hide: 1 };
		const { id } = site.current.addFlow({ settings, is_enabled: true });
		await runNode(site.current, 'update', {
			flowId: byId(id),
			updateFields: { isSilent: false, isAutoHide: false, isEnabled: false },
		});

		expect(sent()).toEqual({ is_silent: '0', is_auto_hide: '0', is_enabled: '0' });
		expect(site.current.flows()[0]).toMatchObject({
			is_enabled: false,
			settings: { is_silent: 0, is_auto_hide: 0 },
		});
	});
});

describe.each(VARIANTS)('an empty value overwrites, %s', (_, emptyOverwrites) => {
	beforeEach(() => {
		site.current.behaviour.emptyOverwrites = emptyOverwrites;
	});

	test('a field that is not set is not sent', async () => {
		const { id } = site.current.addFlow({ name: 'Kept', url: 'https://kept.example' });
		await runNode(site.current, 'update', {
			flowId: byId(id),
			updateFields: { waitTime: 5, waitTimeType: 'hours' },
		});

		expect(sent()).toEqual({ wait_time: '5', wait_time_type: 'hours' });
		expect(site.current.flows()[0]).toMatchObject({
			name: 'Kept',
			url: 'https://kept.example',
			wait_time: 5,
			wait_time_type: 'hours',
		});
	});

	test.each([
		['url', 'URL', 'url', (value) => ({ url: value })],
		['buttonTitle1', 'Button 1 Title', 'button_title_1', buttonTitle],
	])('an emptied %s is cleared, or the error says that it is not', async (...row) => {
		const [parameter, label, name, stored] = row;
		const { id } = site.current.addFlow(stored('old'));
		const { error, json } = await runNode(site.current, 'update', {
			flowId: byId(id),
			updateFields: { [parameter]: '' },
		});

		expect(sent()).toEqual({ [name]: '' });
		const [flow] = site.current.flows();
		expect({ ...flow, ...flow.settings }[name]).toBe(emptyOverwrites ? '' : 'old');
		if (emptyOverwrites) expect(json).toHaveLength(1);
		else {
			expect(error.message).toBe(
				`Flow ${id} was updated, but its '${label}' is not empty: this installation does not clear it [item 0]`,
			);
		}
	});

	test('an empty text in a new flow is no error', async () => {
		const { error } = await runNode(
			site.current,
			'create',
			newFlow({ additionalFields: { url: '', buttonTitle1: '' } }),
		);
		expect(error).toBeUndefined();
	});
});

describe.each(VARIANTS)('text is cut, %s', (_, truncatesText) => {
	test('a text of exactly the limit is stored completely, with each emoji counted as one', async () => {
		site.current.behaviour.truncatesText = truncatesText;
		const title = '👋'.repeat(64);
		const { error } = await runNode(site.current, 'create', newFlow({ title }));

		expect(error).toBeUndefined();
		expect(site.current.flows()[0].title).toBe(title);
	});

	test('a longer text is refused before it is sent', async () => {
		site.current.behaviour.truncatesText = truncatesText;
		const { error } = await runNode(site.current, 'create', newFlow({ title: '👋'.repeat(65) }));

		expect(error.message).toMatch(/^'Title' has 65 characters/);
		expect(site.current.requests).toEqual([]);
	});
});

describe('audience', () => {
	const noSegments = {
		on: { operation: 'segments' },
		times: Infinity,
		answer: { status: 404, body: { errors: [{ title: 'Not here', status: 404 }] } },
	};
	const respondWith = (operation, fields) =>
		site.current.faults.add({
			on: { operation },
			answer: {
				kind: 'change',
				with: (_, answer) => ({
					...answer,
					body: { data: { id: 1, website_id: 1, segment: '11', ...fields } },
				}),
			},
		});

	describe.each(['id', 'flow'])('if the response contains the %s', (replyWith) => {
		beforeEach(() => {
			Object.assign(site.current.behaviour, { replyWith, reportsSegment: true });
		});

		test.each(['create', 'update'])(
			'%s fails if the flow was stored for another website',
			async (operation) => {
				const { id } = site.current.addFlow({ website_id: 2 });
				const parameters =
					operation === 'create'
						? newFlow({ websiteId: byId(999) })
						: { flowId: byId(id), updateFields: { websiteId: byId(999) } };
				const { error } = await runNode(site.current, operation, parameters);

				const stored = operation === 'create' ? id + 1 : id;
				expect(error.message).toBe(
					`Flow ${stored} was stored with 'Website' 1 instead of 999 [item 0]`,
				);
				expect(error.description).toContain(`Correct or delete flow ${stored} now`);
			},
		);

		test.each([
			['an unknown segment', 999],
			["another website's segment", 15],
		])('%s that became all subscribers is noticed', async (_, segment) => {
			site.current.faults.add(noSegments);
			const { error } = await runNode(
				site.current,
				'create',
				newFlow({ additionalFields: { segment: byId(segment) } }),
			);

			expect(error.message).toBe(
				`Flow 1 was stored with 'Segment' all instead of ${segment} [item 0]`,
			);
		});

		test('a segment of the website is stored without an error', async () => {
			const { json, error } = await runNode(
				site.current,
				'create',
				newFlow({ additionalFields: { segment: byId(11) } }),
			);

			expect(error).toBeUndefined();
			expect(json[0].id).toBe(1);
			expect(site.current.flows()[0].stored.segment).toBe('11');
		});
	});

	describe('if the installation does not report the segment', () => {
		beforeEach(() => (site.current.behaviour.reportsSegment = false));
		const inSegment = (segment) => newFlow({ additionalFields: { segment: byId(segment) } });

		test.each([
			[999, 'Segment 999 does not exist, so nothing was sent'],
			[15, 'Segment 15 belongs to website 2, not to website 1, so nothing was sent'],
		])('segment %i is looked up before anything is sent', async (segment, message) => {
			const { error } = await runNode(site.current, 'create', inSegment(segment));
			expect(error.message).toBe(`${message} [item 0]`);
			expect(site.current.flows()).toEqual([]);
		});

		test('segments are looked up before an update too, once for all items', async () => {
			const { id } = site.current.addFlow({ website_id: 1 });
			const { errorOutput, json } = await runNode(
				site.current,
				'update',
				{ flowId: byId(id), updateFields: { segment: byId('={{ $json.segment }}') } },
				{
					items: [{ json: { segment: 11 } }, { json: { segment: 999 } }],
					settings: { onError: 'continueErrorOutput' },
				},
			);
			expect(json).toHaveLength(1);
			expect(errorOutput[0].json.error).toBe(
				'Segment 999 does not exist, so nothing was sent [item 1]',
			);
			const lookups = site.current.requests.filter(({ path }) => path.includes('/segments'));
			expect(lookups).toHaveLength(1);
		});

		test('any segment is accepted if there is no list of segments', async () => {
			site.current.faults.add(noSegments);
			const { error } = await runNode(site.current, 'create', inSegment(999));
			expect(error).toBeUndefined();
		});
	});

	test.each([
		['null for the website', { website_id: null }, "'Website' none instead of 1"],
		['null for the segment', { segment: null }, "'Segment' all instead of 11"],
		['another website as an object', { website_id: { id: 2 } }, "'Website' 2 instead of 1"],
	])('a response with %s is noticed', async (_, fields, message) => {
		respondWith('create', fields);
		const { error } = await runNode(
			site.current,
			'create',
			newFlow({ additionalFields: { segment: byId(11) } }),
		);
		expect(error.message).toBe(`Flow 1 was stored with ${message} [item 0]`);
	});

	test.each([
		['null for all subscribers', { segment: null }, 'all'],
		['spaces around an ID', { segment: ' 11 ' }, 11],
		['the website and segment as objects', { website_id: { id: 1 }, segment: { id: 11 } }, 11],
	])('a response with %s is accepted', async (_, fields, segment) => {
		respondWith('create', fields);
		const { error } = await runNode(
			site.current,
			'create',
			newFlow({ additionalFields: { segment: byId(segment) } }),
		);
		expect(error).toBeUndefined();
	});

	test('a response that contains only a part of the flow is completed by reading it', async () => {
		site.current.faults.add({
			on: { operation: 'create' },
			answer: {
				kind: 'change',
				with: (_, answer) => ({ ...answer, body: { data: { id: 1, name: 'Welcome' } } }),
			},
		});
		const { error } = await runNode(site.current, 'create', newFlow({ websiteId: byId(999) }));
		expect(error.message).toBe("Flow 1 was stored with 'Website' 1 instead of 999 [item 0]");
	});

	test('a refusal of the installation is quoted', async () => {
		Object.assign(site.current.behaviour, {
			unknownWebsite: 'refuse',
			unknownSegment: 'refuse',
			language: 'en',
		});
		site.current.faults.add(noSegments);
		const unknownWebsite = await runNode(site.current, 'create', newFlow({ websiteId: byId(999) }));
		const unknownSegment = await runNode(
			site.current,
			'create',
			newFlow({ additionalFields: { segment: byId(999) } }),
		);

		expect(unknownWebsite.error.message).toMatch(/website.*\(HTTP 404\)/i);
		expect(unknownSegment.error.message).toMatch(/segment.*\(HTTP 404\)/i);
		expect(site.current.flows()).toEqual([]);
	});
});

describe.each(VARIANTS)('IDs are read leniently, %s', (_, lenientIds) => {
	test.each(['12abc', '0', '-3', '1.5', 'abc', '1e3', '0x1', '../websites', '1/../2', '٣'])(
		'%s is refused as an ID before anything is sent',
		async (id) => {
			site.current.behaviour.lenientIds = lenientIds;
			const { error } = await runNode(site.current, 'delete', { flowId: byId(id) });

			expect(error.message).toBe("'Flow' is not an ID [item 0]");
			expect(site.current.requests).toEqual([]);
		},
	);
});

describe('images', () => {
	test('that are refused with status 200 cause an error that quotes the API', async () => {
		site.current.behaviour.language = 'en';
		const { binary } = png({ more: 3 * 1024 * 1024 });
		const { error, json } = await runNode(
			site.current,
			'create',
			newFlow({ additionalFields: { image: 'data' } }),
			{ items: [{ json: {}, binary: { data: binary } }] },
		);

		expect(json).toEqual([]);
		expect(error.message).toMatch(/^The installation refused this: .*\(HTTP 200\) \[item 0\]$/);
		expect(site.current.flows()).toEqual([]);
	});
});

describe('paths', () => {
	test('to an installation in a sub-directory are kept', async () => {
		const { startSandbox } = require('../tools/sandbox');
		const sandbox = await startSandbox({ basePath: '/push' });
		try {
			await runNode(sandbox, 'create', newFlow());
			expect(sandbox.requests[0].url).toBe('/push/api/flows');
			expect(sandbox.flows()).toHaveLength(1);
		} finally {
			await sandbox.stop();
		}
	});

	test('that redirect to one with a slash are not followed, and the error says so', async () => {
		site.current.behaviour.slashRedirect = true;
		const { error } = await runNode(site.current, 'create', newFlow());

		expect(error.message).toContain(`redirects to ${site.current.url} (HTTP 301)`);
		expect(error.description).toContain(`enter ${site.current.url} as 'Base URL'`);
		expect(site.current.requests).toHaveLength(1);
		expect(site.current.flows()).toEqual([]);
	});
});
