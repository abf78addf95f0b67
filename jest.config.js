module.exports = {
	testEnvironment: 'node',
	setupFiles: ['<rootDir>/test/support/setup.js'],
	roots: ['<rootDir>/test'],
	testPathIgnorePatterns: ['/test/e2e/', '/test/queue/'],
	// Tests wait for replies and not for time, but one that hangs has to fail.
	testTimeout: 30_000,
	maxWorkers: 2,
	maxConcurrency: 20,
	workerIdleMemoryLimit: '1GB',
};
