module.exports = {
	testEnvironment: 'node',
	setupFiles: ['<rootDir>/test/support/setup.js'],
	roots: ['<rootDir>/test'],
	testPathIgnorePatterns: ['/test/e2e/', '/test/queue/'],
	// Each test waits for replies and not for time; a run that hangs is a failure all the same.
	testTimeout: 30_000,
	maxWorkers: 2,
	maxConcurrency: 20,
	workerIdleMemoryLimit: '1GB',
};
