'use strict';

/** The tests that take a part of the transport by itself: quick, and most mutants end here. */

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
