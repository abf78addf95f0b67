'use strict';

/** The unit tests of the transport: they are fast and kill most mutants. */

const FILES = [
	'reply',
	'fields',
	'pace',
	'send',
	'run',
	'road',
	'form',
	'image',
	'nodeApiError',
	'readPages',
	'properties/pages',
];

describe.each(FILES)('%s', (file) => {
	require(`../${file}.test`);
});
