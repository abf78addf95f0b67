'use strict';

const { createOperation } = require('../build/modules/nodes/SixtySixPusher/operations/create');
const { flow } = require('../build/modules/nodes/SixtySixPusher/resources/flow/definition');
const { senderTo } = require('./support/sender');

// What a create and an update send is in operations.test.js and items.test.js.

const stored = { id: 9, website_id: 1, name: 'Welcome' };

/**
 * Creates an entry on an installation without a list of websites that responds with the ID alone, and
 * then with these bodies.
 *
 * @param {any} options
 * @param {any} [definition] what is different from the flow's
 * @param {any[]} bodies
 */
function create(options, definition, ...bodies) {
	const responses = [{ data: { id: 9 } }, ...bodies];
	const sender = senderTo(async ({ url }) =>
		url === '/websites'
			? { statusCode: 404, headers: {}, body: { errors: [{ title: 'No such list' }] } }
			: { statusCode: 200, headers: {}, body: responses.shift() },
	);
	sender.context.getNodeParameter = (/** @type {string} */ path, /** @type {any} */ fallback) =>
		path in options ? options[path] : fallback;
	/** @type {any} */
	const item = {
		...sender,
		index: 0,
		definition: { ...flow, ...definition },
		url: '/flows',
		id: '',
		fields: { website_id: '1', name: 'Welcome' },
	};
	const sent = () => sender.requests.slice(1).map(({ method, url }) => `${method} ${url}`);
	return { output: createOperation.execute(item), sent, run: sender.run };
}

const OFF = { 'options.returnFlow': false };

test.each([
	['by default', {}, undefined, ['POST /flows', 'GET /flows/9']],
	['not if its option is off', OFF, undefined, ['POST /flows']],
	[
		'always if there is no such option',
		OFF,
		{ returnOption: undefined },
		['POST /flows', 'GET /flows/9'],
	],
])(
	'a new entry whose response is its ID alone is read back: %s',
	async (_, options, more, sent) => {
		const created = create(options, more, { data: stored });
		expect(await created.output).toEqual([sent.length === 2 ? stored : { id: 9 }]);
		expect(created.sent()).toEqual(sent);
	},
);

test.each([
	['names the option to turn off', {}, "check who receives it, or turn off 'Return Full Flow'."],
	['names no option if there is none', { returnOption: undefined }, 'check who receives it.'],
])('the error of a new entry that cannot be read back %s', async (_, more, description) => {
	const failing = create({}, more, { error: 'Not now' });
	await expect(failing.output).rejects.toMatchObject({
		message:
			'Flow 9 was stored, but could not be read back: The installation refused this: Not now (HTTP 200)',
		description: expect.stringContaining(description),
		outcome: 'stored',
	});
});

test('a new entry counts as created, also if something about it is not as asked', async () => {
	const created = create({}, undefined, { data: stored });
	await created.output;
	expect(created.run.created).toEqual(['9']);
	const other = create({}, undefined, { data: { ...stored, name: 'Else' } });
	await expect(other.output).rejects.toThrow("but 'Name' is 'Else' instead of 'Welcome'");
	expect(other.run.created).toEqual(['9']);
});

test('a new entry that was stored for another website is an error', async () => {
	const other = create({}, undefined, { data: { ...stored, website_id: 2 } });
	await expect(other.output).rejects.toMatchObject({
		message: "Flow 9 was stored with 'Website' 2 instead of 1",
		outcome: 'stored',
	});
});
