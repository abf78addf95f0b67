'use strict';

/**
 * The tests that mutation testing runs for each mutant, the quickest first. Left out are those of
 * what is not mutated (structure, papers, package) and those whose time is the waiting that they test.
 */

process.env.MUTATION = '1';

// One after the other, so that Stryker can tell which mutants a test comes across.
test.concurrent = test;

const FILES = [
	'reply',
	'pace',
	'send',
	'form',
	'image',
	'nodeApiError',
	'readPages',
	'properties/pages',
	'checks',
	'operations',
	'images',
	'secrets',
	'traps',
	'credential',
	'texts',
	'lists',
	'pages',
	'items',
	'faults',
];

// In a block each, so that what a file sets up before its tests is set up for them alone.
describe.each(FILES)('%s', (file) => {
	require(`../${file}.test`);
});
