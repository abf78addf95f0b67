'use strict';

/** The tests that run a module by itself: they are quick, and most mutants are killed here. */

const FILES = [
	'response',
	'apiMessage',
	'validate',
	'filters',
	'output',
	'store',
	'retryAfter',
	'throttle',
	'request',
	'run',
	'execute',
	'multipart',
	'image',
	'toNodeApiError',
	'pagination',
	'properties/pagination',
];

describe.each(FILES)('%s', (file) => {
	require(`../${file}.test`);
});
