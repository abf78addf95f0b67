'use strict';

/**
 * The tests that run the node in n8n's engine, the quickest first. Left out are those of what is not
 * mutated (structure, documentation, package) and those that spend their time waiting.
 */

process.env.MUTATION = '1';

// One after the other, so that Stryker can tell which mutants each test covers.
test.concurrent = test;

const FILES = [
	'badInput',
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

// A block for each file, so that its hooks apply to its own tests only. n8n's engine takes seconds to
// load, so it is not loaded for a mutant that has been killed.
if (isKilled) test.skip('the mutant was killed', () => {});
else {
	describe.each(FILES)('%s', (file) => {
		require(`../${file}.test`);
	});
}
