'use strict';

const { startSandbox } = require('../tools/sandbox');
const { byId, newFlow, runNode, writesOf } = require('./support/run');
const { useSandbox } = require('./support/sandbox');

const site = useSandbox({ profile: 'btools' });

const inSegment = (segment, more) =>
	newFlow({ additionalFields: { segment: byId(segment) }, ...more });
const update = (id, updateFields) => ({ flowId: byId(id), updateFields });
const requested = (path) => site.current.requests.filter((request) => request.path === path);

describe('a website that is not in the list of websites', () => {
	test.each(['create', 'update'])('is refused by %s before anything is sent', async (operation) => {
		const { id } = site.current.addFlow({ website_id: 2 });
		const { error } = await runNode(
			site.current,
			operation,
			operation === 'create'
				? newFlow({ websiteId: byId(999) })
				: update(id, { websiteId: byId(999) }),
		);

		expect(error.message).toBe('Website 999 does not exist, so nothing was sent');
		expect(writesOf(site.current)).toEqual([]);
	});

	test('stops only its own item, and the list is read once for all', async () => {
		const { errorOutput, json } = await runNode(
			site.current,
			'create',
			newFlow({ websiteId: byId('={{ $json.website }}') }),
			{
				items: [1, 999, 2, 5].map((website) => ({ json: { website } })),
				settings: { onError: 'continueErrorOutput' },
			},
		);

		expect(json.map((flow) => flow.website_id)).toEqual([1, 2, 5]);
		expect(errorOutput.map(({ json: { error } }) => error)).toEqual([
			'Website 999 does not exist, so nothing was sent [item 1]',
		]);
		expect(requested('/api/websites')).toHaveLength(1);
	});

	test('is found on a further page of the list', async () => {
		site.current.behaviour.pageCap = 10;
		for (let id = 100; id < 125; id += 1) {
			site.current.websites.push({ id, name: `Website ${id}`, host: 'x.example', path: '' });
		}
		const { error } = await runNode(site.current, 'create', newFlow({ websiteId: byId(124) }));
		expect(error).toBeUndefined();
		expect(site.current.flows()[0].website_id).toBe(124);
	});

	test('is not looked up if the website is not among the fields to update', async () => {
		const { id } = site.current.addFlow();
		await runNode(site.current, 'update', update(id, { title: 'New' }));
		expect(requested('/api/websites')).toEqual([]);
	});
});

describe('an installation without the list', () => {
	test.each([
		['a page', { kind: 'htmlPage', status: 404 }],
		['the API', { status: 404, body: { errors: [{ title: 'Not here', status: 404 }] } }],
	])('of websites or of segments, by a 404 of %s, is trusted', async (_, answer) => {
		site.current.faults.add({ on: { operation: 'websites' }, times: Infinity, answer });
		site.current.faults.add({ on: { operation: 'segments' }, times: Infinity, answer });
		const { error } = await runNode(
			site.current,
			'create',
			inSegment(11, { websiteId: byId(1), options: { returnFlow: false } }),
		);
		expect(error).toBeUndefined();
		expect(site.current.flows()[0].stored.segment).toBe('11');
	});
});

/** What is not a plain "there is no such list". */
const FAILURES = [
	['status 403', { status: 403, body: { errors: [{ title: 'Not you', status: 403 }] } }, 'Not you'],
	['a page with status 403', { kind: 'serverPage', status: 403 }, "refuses n8n's requests"],
	['status 405', { kind: 'serverPage', status: 405 }, "doesn't allow this kind of request"],
	['status 500', { status: 500, body: {} }, 'answered HTTP 500'],
	['status 503', { kind: 'htmlPage', status: 503 }, 'answered HTTP 503'],
	['a maintenance page', { kind: 'htmlPage' }, 'answered with a web page instead of data'],
	['a response without a list', { kind: 'emptyObject' }, 'other than a page of a list'],
	['a closed connection', { kind: 'reset' }, 'did not respond: the connection was closed'],
	[
		'a redirect',
		{ kind: 'redirect', location: '/login?token=1' },
		'redirects to /login (HTTP 301)',
	],
];

const unreadable = [
	['website', 'websites'],
	['segment', 'segments'],
].flatMap(([what, operation]) =>
	FAILURES.map(([failure, answer, reason]) => [what, failure, { operation, answer, reason }]),
);

test.concurrent.each(unreadable)(
	'if the %s can’t be looked up because of %s, the item is refused',
	async (what, _, { operation, answer, reason }) => {
		const sandbox = await startSandbox({ profile: 'btools' });
		try {
			sandbox.addFlow({ id: 1 });
			sandbox.faults.add({ on: { operation }, times: Infinity, answer });
			const fields = what === 'website' ? { websiteId: byId(2) } : { segment: byId(11) };
			const results = await Promise.all([
				runNode(sandbox, 'create', inSegment(11)),
				runNode(sandbox, 'update', update(1, fields)),
			]);

			for (const { error } of results) {
				expect(error.message).toMatch(
					`The ${what} could not be looked up, so nothing was sent: The installation`,
				);
				expect(error.message).toContain(reason);
			}
			expect(writesOf(sandbox)).toEqual([]);
		} finally {
			await sandbox.stop();
		}
	},
);

test('a list that could not be read for one item is read again for the next', async () => {
	site.current.faults.add({
		on: { operation: 'websites' },
		answer: { status: 403, body: { errors: [{ title: 'Not now', status: 403 }] } },
	});
	const { errorOutput, json } = await runNode(site.current, 'create', newFlow(), {
		// More than run at once: those share the failure.
		items: Array.from({ length: 8 }, () => ({ json: {} })),
		settings: { onError: 'continueErrorOutput' },
	});
	expect([1, 2, 3, 4, 5]).toContain(errorOutput.length);
	expect(json.length + errorOutput.length).toBe(8);
	expect(site.current.flows()).toHaveLength(json.length);
});

describe('a segment', () => {
	test.each([
		['of the flow’s own website', 2, 15, undefined],
		[
			'of another website',
			2,
			11,
			'Segment 11 belongs to website 1, not to website 2, so nothing was sent',
		],
		['that does not exist', 2, 999, 'Segment 999 does not exist, so nothing was sent'],
		['all', 2, 'All', undefined],
	])('%s, as the only field to update, is checked', async (_, website, segment, message) => {
		const { id } = site.current.addFlow({ website_id: website });
		const { error } = await runNode(site.current, 'update', update(id, { segment: byId(segment) }));
		expect(error?.message).toBe(message);
		expect(writesOf(site.current)).toHaveLength(message === undefined ? 1 : 0);
	});

	test('of another website is refused for a new flow', async () => {
		const { error } = await runNode(site.current, 'create', inSegment(11, { websiteId: byId(2) }));
		expect(error.message).toBe(
			'Segment 11 belongs to website 1, not to website 2, so nothing was sent',
		);
		expect(writesOf(site.current)).toEqual([]);
	});
});

describe('a flow whose website changes', () => {
	beforeEach(() => (site.current.behaviour.reportsSegment = true));

	test.each([
		[
			'keeps no segment of the old one',
			{ segment: '11' },
			{},
			'Segment 11 does not belong to website 2, so nothing was sent',
		],
		['may get a segment of the new one', { segment: '11' }, { segment: byId(15) }, undefined],
		['may be opened to all', { segment: '11' }, { segment: byId('all') }, undefined],
		['stays open to all', { segment: 'all' }, {}, undefined],
		['keeps its segment if it stays where it is', { segment: '15', website_id: 2 }, {}, undefined],
	])('%s', async (_, stored, fields, message) => {
		const { id } = site.current.addFlow({ website_id: 1, ...stored });
		const { error } = await runNode(
			site.current,
			'update',
			update(id, { websiteId: byId(2), ...fields }),
		);
		expect(error?.message).toBe(message);
		expect(writesOf(site.current)).toHaveLength(message === undefined ? 1 : 0);
	});
});
