import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm run test:mutation`: changes the transport in a thousand ways, one at a time, and checks that a
 * test fails. docs/mutation.md has the results.
 *
 * `failures.ts` is left out, because it holds messages and no decisions.
 */
export default {
	mutate: ['nodes/SixtySixPusher/transport/*.ts', '!nodes/SixtySixPusher/transport/failures.ts'],
	buildCommand: `node tools/scripts/buildMutants.js ${process.cwd()}`,
	testRunner: 'jest',
	// The tests run what is built, so that Jest finds no relation to the sources.
	jest: { configFile: 'jest.mutation.config.js', enableFindRelatedTests: false },
	coverageAnalysis: 'perTest',
	concurrency: 2,
	timeoutMS: 30_000,
	thresholds: { high: 95, low: 90, break: 90 },
	reporters: ['clear-text', 'progress', 'html', 'json'],
	htmlReporter: { fileName: 'build/mutation/index.html' },
	jsonReporter: { fileName: 'build/mutation/report.json' },
	// Outside the checkout: n8n's lint reads whatever lies in it.
	tempDirName: join(tmpdir(), 'n8n-nodes-66pusher-stryker'),
	ignorePatterns: ['build', 'dist', 'docs/images', 'tools/n8n', 'test/e2e', 'test/queue'],
	disableTypeChecks: true,
};
