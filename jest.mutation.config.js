const config = require('./jest.config');

module.exports = {
	...config,
	// Two files that require the others, so that n8n's engine is loaded at most once for a mutant and not
	// twenty times.
	testMatch: ['<rootDir>/test/mutation/{engine,unit}.js'],
	testSequencer: require.resolve('./test/mutation/sequencer.js'),
	testPathIgnorePatterns: [],
	// On the clock of this environment, which is ten times as fast.
	testTimeout: 150_000,
	testEnvironment: require.resolve('./test/mutation/environment.js'),
};
