'use strict';

const { join } = require('node:path');

const rootDir = join(__dirname, '../..');

/** @param {string} name of a folder of tests */
const project = (name) => ({
	displayName: name,
	rootDir,
	roots: ['<rootDir>/test'],
	testMatch: [`<rootDir>/test/${name}/*.test.js`],
	testEnvironment: 'node',
});

module.exports = {
	rootDir,
	// What a project sets up is set up only when one of its tests is run.
	projects: [
		{
			...project('e2e'),
			globalSetup: '<rootDir>/test/e2e/support/start.js',
			globalTeardown: '<rootDir>/test/e2e/support/stop.js',
		},
		project('queue'),
	],
	// Tests wait for what n8n does and not for time; a slow machine gets its time.
	testTimeout: 120_000,
	// In this process, one file after the other: n8n itself takes what the machine has.
	maxWorkers: 1,
	verbose: true,
};
