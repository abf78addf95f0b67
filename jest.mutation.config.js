const config = require('./jest.config');

module.exports = {
	...config,
	// One file that requires the others: n8n's engine is loaded once for each mutant, and not twenty
	// times.
	testMatch: ['<rootDir>/test/mutation/suite.js'],
	testPathIgnorePatterns: [],
	// On the clock of this environment, ten times as fast as others.
	testTimeout: 150_000,
	testEnvironment: require.resolve('./test/mutation/environment.js'),
};
