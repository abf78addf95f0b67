'use strict';

/**
 * The tests that run the node in n8n's engine, the fastest first. Missing are those of things that are
 * not mutated (structure, documents, package), and those that mostly wait.
 */

process.env.MUTATION = '1';

// One after the other, so that Stryker knows which mutants a test covers.
Object.assign(test, { concurrent: test });

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

// In a block each, so that a file's set-up is for its own tests only. n8n's engine takes seconds to load,
// which is not worth it for a mutant that was killed already.
if (Reflect.get(globalThis, 'isKilled')) test.skip('nothing more', () => {});
else {
	describe.each(FILES)('%s', (file) => {
		require(`../${file}.test`);
	});
}
