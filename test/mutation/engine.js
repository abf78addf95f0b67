'use strict';

/**
 * The tests that run the node in n8n's engine, the quickest first. Left out are those of what is not
 * mutated (structure, papers, package) and those whose time is the waiting that they test.
 */

process.env.MUTATION = '1';

// One after the other, so that Stryker can tell which mutants a test comes across.
test.concurrent = test;

const FILES = [
	'checks',
	'operations',
	'images',
	'connection',
	'secrets',
	'traps',
	'credential',
	'texts',
	'lists',
	'pages',
	'items',
	'faults',
];

// In a block each, so that what a file sets up before its tests is set up for them alone. n8n's
// engine takes seconds to load: not for a mutant that has been found out.
if (isFoundOut) test.skip('nothing more', () => {});
else {
	describe.each(FILES)('%s', (file) => {
		require(`../${file}.test`);
	});
}
