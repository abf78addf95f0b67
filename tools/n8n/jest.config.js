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
	// Jest runs a project's set-up only if it runs one of its tests.
	projects: [
		{
			...project('e2e'),
			globalSetup: '<rootDir>/test/e2e/support/globalSetup.js',
			globalTeardown: '<rootDir>/test/e2e/support/globalTeardown.js',
		},
		project('queue'),
	],
	// Tests wait for n8n and not for time, so a slow machine may take long.
	testTimeout: 120_000,
	// In this process, one file after the other: n8n itself uses what the machine has.
	maxWorkers: 1,
	verbose: true,
};
