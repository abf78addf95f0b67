'use strict';

const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const {
	connectionErrors,
} = require('../build/modules/nodes/SixtySixPusher/errors/connectionErrors');
const { listErrors } = require('../build/modules/nodes/SixtySixPusher/errors/listErrors');
const { refusalErrors } = require('../build/modules/nodes/SixtySixPusher/errors/refusalErrors');
const { storedErrors } = require('../build/modules/nodes/SixtySixPusher/errors/storedErrors');
const { operationsOf, resources } = require('./support/resources');

const root = join(__dirname, '..');

const someFlow = { singular: 'flow', plural: 'flows' };
const flow12 = { ...someFlow, id: '12' };

/** Each error that README explains, made as the node makes it. */
const ERRORS = {
	notConnected: () => connectionErrors.notConnected('ECONNREFUSED'),
	nothingRead: () => connectionErrors.nothingRead('answered HTTP 502', 502),
	'nothingRead, without a response': () =>
		connectionErrors.nothingRead('did not respond (ETIMEDOUT)'),
	createUnknown: () => connectionErrors.createUnknown(someFlow, 'Welcome', 'answered HTTP 500'),
	updateUnknown: () => connectionErrors.updateUnknown(flow12, 'answered HTTP 500'),
	deleteUnknown: () => connectionErrors.deleteUnknown(flow12, 'answered HTTP 500'),
	rateLimited: () => connectionErrors.rateLimited(0, 3_600_000, 429),

	redirect: () => refusalErrors.redirect(301, 'https://www.example.com', 'https://www.example.com'),
	key: () => refusalErrors.key('Unknown key', 401),
	refused: () => refusalErrors.refused('Not allowed', 403),
	refusedWithValidKey: () => refusalErrors.refusedWithValidKey('Limit reached', 401),
	statusError: () => refusalErrors.statusError('Too large', 200),
	subjectNotFound: () => refusalErrors.subjectNotFound(flow12, 'Gone', 404),
	notFound: () => refusalErrors.notFound('No such website', 404),
	tooLarge: () => refusalErrors.tooLarge(413),
	noApi: () => refusalErrors.noApi(404),

	otherAudience: () => storedErrors.otherAudience(flow12, 'Segment', '15', 'all'),
	withError: () => storedErrors.withError(flow12, 'Image left out', 201),
	notCleared: () => storedErrors.notCleared(flow12, 'URL'),
	notReadBack: () => storedErrors.notReadBack(flow12, 'Return Full Flow', 'HTTP 502'),

	notProvided: () => listErrors.notProvided('websites'),
	incomplete: () => listErrors.incomplete(10, 30),
	endless: () => listErrors.endless(1000),
};

/** Errors that README does not explain, and why. */
const UNEXPLAINED = {
	credential: 'names the field of the credential, as the errors about input name theirs',
	notSent: 'passes on a message of n8n, e.g. about a restriction of the credential',
	stopped: 'whoever stopped the execution knows',
};

const operations = resources.flatMap((resource) =>
	operationsOf(resource).map(({ name }) => [resource.definition.label, name]),
);

const fields = resources.flatMap(({ definition }) =>
	Object.entries(definition.fields)
		.filter(([name]) => name !== definition.idField)
		.map(([name, rule]) => [definition.label, name, { definition, rule }]),
);

const durations = resources.flatMap(({ definition }) =>
	(definition.durations ?? []).flatMap(({ maxDays, perDay }) =>
		Object.entries(perDay).map(([unit, count]) => [definition.label, unit, maxDays * count]),
	),
);

/** What the row of a field has to contain, by its rule. */
function expectedIn(name, { definition, rule }) {
	const units = (definition.durations ?? []).map(({ unit }) => unit);
	return [
		...(rule.maxLength ? [new RegExp(`\\b${rule.maxLength}\\b`)] : []),
		...(name === 'ttl' ? [new RegExp(rule.values.join(', '))] : []),
		...(units.includes(name) ? rule.values.map((unit) => new RegExp(`\`${unit}\``)) : []),
	];
}

test('every error is explained, or there is a reason not to', () => {
	const all = [connectionErrors, refusalErrors, storedErrors, listErrors].flatMap(Object.keys);
	const known = [...Object.keys(ERRORS), ...Object.keys(UNEXPLAINED)];
	expect(all.filter((name) => !known.includes(name))).toEqual([]);
});

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
	const readme = readFileSync(join(root, file), 'utf8');
	const rows = readme
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) => line.split('|').map((cell) => cell.trim()));

	test.each(resources.map(({ definition }) => definition.label))(
		'names the resource %s',
		(label) => {
			expect(readme).toContain(`**${label}**`);
		},
	);

	test.each(operations)('explains the operation %s: %s', (_, name) => {
		expect(rows.some(([, first]) => first === name)).toBe(true);
	});

	test.each(fields)('explains the field %s: %s, with its label and limits', (_, name, field) => {
		const found = rows.filter(
			([, label, apiName]) => label === field.rule.label && apiName === `\`${name}\``,
		);
		expect(found).not.toEqual([]);
		const patterns = expectedIn(name, field);
		const isComplete = ([, , , text]) => patterns.every((pattern) => pattern.test(text));
		expect([found, found.some(isComplete)]).toEqual([found, true]);
	});

	test.each(durations)('names the longest duration: %s, in %s', (_, __, longest) => {
		expect(readme).toContain(longest.toLocaleString('en'));
	});

	test.each(Object.entries(ERRORS))('explains the error %s', (_, make) => {
		const beginnings = rows
			.map(([, first]) => first.replace(/( in place)? …$/, ''))
			.filter((text) => text);
		const { message } = make();
		const isExplained = beginnings.some((text) => message.startsWith(text));
		expect([message, isExplained]).toEqual([message, true]);
	});

	test('links every example workflow', () => {
		const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.json'));
		expect(examples.length).toBeGreaterThan(4);
		for (const name of examples) expect(readme).toContain(`(examples/${name})`);
	});

	test('shows only images that exist', () => {
		const images = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path);
		expect(images).toContain('docs/images/form-create.png');
		expect(images.filter((path) => !existsSync(join(root, path)))).toEqual([]);
	});

	test('shows the two commands', () => {
		expect(readme).toMatch(/```sh\nnpm start .*\nnpm test /);
	});
});
