const config = require('./jest.config');

module.exports = {
	...config,
	// Two files that require the others: n8n's engine is loaded once for a mutant, or not at all, and
	// not twenty times.
	testMatch: ['<rootDir>/test/mutation/{engine,unit}.js'],
	testSequencer: require.resolve('./test/mutation/sequencer.js'),
	testPathIgnorePatterns: [],
	// On the clock of this environment, ten times as fast as others.
	testTimeout: 150_000,
	testEnvironment: require.resolve('./test/mutation/environment.js'),
};
