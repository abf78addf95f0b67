import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm run test:mutation`: changes the transport and the operations in more than a thousand ways, one
 * at a time, and checks whether a test fails. docs/mutation.md has the results.
 *
 * The other files in `errors/` are left out: they contain texts and hardly any decisions.
 */
export default {
	mutate: [
		'nodes/SixtySixPusher/transport/*.ts',
		'nodes/SixtySixPusher/operations/*.ts',
		'nodes/SixtySixPusher/errors/toNodeApiError.ts',
	],
	buildCommand: `node tools/scripts/buildMutants.js ${process.cwd()}`,
	testRunner: 'jest',
	// The tests run what was built, so Jest can't relate them to the sources.
	jest: { configFile: 'jest.mutation.config.js', enableFindRelatedTests: false },
	coverageAnalysis: 'perTest',
	concurrency: 2,
	timeoutMS: 30_000,
	thresholds: { high: 98, low: 95, break: 95 },
	reporters: ['clear-text', 'progress', 'html', 'json'],
	htmlReporter: { fileName: 'build/mutation/index.html' },
	jsonReporter: { fileName: 'build/mutation/report.json' },
	// Outside the checkout: n8n's lint reads whatever lies in it.
	tempDirName: join(tmpdir(), 'n8n-nodes-66pusher-stryker'),
	ignorePatterns: ['build', 'dist', 'docs/images', 'tools/n8n', 'test/e2e', 'test/queue'],
	disableTypeChecks: true,
};
