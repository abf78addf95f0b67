'use strict';

const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { SixtySixPusher } = require('..');
const { FIELDS } = require('../build/modules/nodes/SixtySixPusher/api/fields');
const { LONGEST_WAIT } = require('../build/modules/nodes/SixtySixPusher/api/limits');
const failures = require('../build/modules/nodes/SixtySixPusher/transport/failures');

const root = join(__dirname, '..');
const { description } = new SixtySixPusher();
const operations = description.properties.find(({ name }) => name === 'operation').options;

/** A failure's words, with something put in for what they are made with. */
const SAMPLES = {
	otherAudience: ['12', 'Segment', '15', 'all'],
	notCleared: ['12', 'URL'],
	notOffered: ['websites'],
	nothingRead: ['answered HTTP 502'],
};
const sample = (name, make) => make(...(SAMPLES[name] ?? ['12', 12, 12, 12])).message;

/** Where a message says the same as another, or can't be told before it happens, that is why. */
const SAID_ELSEWHERE = {
	credential: 'names the field of the credential, as the input failures name theirs',
	notSent: 'passes on what n8n says, such as a restriction of the credential',
	stopped: 'whoever stopped the execution knows',
	statusError: 'begins with "The installation refused this"',
};

const rows = [
	...Object.entries(failures.connectionErrors),
	...Object.entries(failures.refusalErrors),
	...Object.entries(failures.storedErrors),
	...Object.entries(failures.listErrors),
].filter(([name]) => !(name in SAID_ELSEWHERE));

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
	const readme = readFileSync(join(root, file), 'utf8');
	const cells = readme
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) => line.split('|').map((cell) => cell.trim()));

	test.each(operations.map(({ name }) => name))('has the operation %s', (name) => {
		expect(cells.some(([, first]) => first === name)).toBe(true);
	});

	const parameters = Object.entries(FIELDS).filter(([name]) => name !== 'flow_id');
	test.each(parameters)('has the field %s with its label and limits', (name, rule) => {
		const row = cells.find(([, label, api]) => label === rule.label && api === `\`${name}\``);
		expect(row).toBeDefined();
		if (rule.maxLength) expect(row[3]).toMatch(new RegExp(`\\b${rule.maxLength}\\b`));
		if (name === 'ttl') expect(row[3]).toContain(rule.values.join(', '));
		if (name === 'wait_time_type') {
			for (const unit of rule.values) expect(row[3]).toContain(`\`${unit}\``);
		}
	});

	test('has the longest wait in each unit', () => {
		for (const longest of Object.values(LONGEST_WAIT)) {
			expect(readme).toContain(longest.toLocaleString('en'));
		}
	});

	test.each(rows)('has the message %s', (name, make) => {
		const beginnings = cells
			.map(([, first]) => first.replace(/( in place)? …$/, ''))
			.filter((text) => text);
		const said = sample(name, make);
		const isTold = beginnings.some((text) => said.startsWith(text));
		expect([said, isTold]).toEqual([said, true]);
	});

	test('has every example workflow', () => {
		const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.json'));
		expect(examples.length).toBeGreaterThan(4);
		for (const name of examples) expect(readme).toContain(`(examples/${name})`);
	});

	test('has every picture that it shows', () => {
		const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path);
		expect(pictures).toContain('docs/images/form-create.png');
		expect(pictures.filter((path) => !existsSync(join(root, path)))).toEqual([]);
	});

	test('has the two commands', () => {
		expect(readme).toMatch(/```sh\nnpm start .*\nnpm test /);
	});
});
