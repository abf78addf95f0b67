const config = require('./jest.config');

module.exports = {
	...config,
	// One file that requires the others: n8n's engine is loaded once for each mutant, and not twenty
	// times.
	testMatch: ['<rootDir>/test/mutation/suite.js'],
	testPathIgnorePatterns: [],
	testEnvironment: '<rootDir>/test/mutation/environment.js',
};
