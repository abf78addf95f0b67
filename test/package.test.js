'use strict';

const { execFileSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const fastGlob = require('fast-glob');
const manifest = require('../package.json');

const root = join(__dirname, '..');
const built = fastGlob.sync('dist/**/*.js', { cwd: root });
const textOf = (file) => readFileSync(join(root, file), 'utf8');

describe('the packed package', () => {
	const folder = mkdtempSync(join(tmpdir(), 'pack-'));
	let packed;

	beforeAll(() => {
		const output = execFileSync(
			'npm',
			['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
			{ cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
		);
		const packages = JSON.parse(output);
		[packed] = Array.isArray(packages) ? packages : Object.values(packages);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('contains only what n8n loads, the entry point, the READMEs, the change log and the licence', () => {
		const files = packed.files.map(({ path }) => path);
		const others = files.filter((path) => !path.startsWith('dist/'));
		expect(others.sort()).toEqual([
			'CHANGELOG.md',
			'LICENSE.md',
			'README.md',
			'README.zh-CN.md',
			'index.js',
			'package.json',
		]);
		const kinds = files
			.filter((path) => path.startsWith('dist/'))
			.map((path) => path.split('.').pop());
		expect([...new Set(kinds)].sort()).toEqual(['js', 'json', 'svg']);
	});

	test('is at most 90 kB', () => {
		expect(packed.size).toBeLessThanOrEqual(90_000);
	});
});

test('the built code requires only n8n-workflow and itself', () => {
	const required = built.flatMap((file) =>
		[...textOf(file).matchAll(/require\(['"]([^'"]+)['"]\)/g)].map(([, name]) => name),
	);
	expect([...new Set(required)].sort()).toEqual(['./operations', 'n8n-workflow']);
});

test('the operations are not loaded with the form of the node', () => {
	const script = `
		const { SixtySixPusher, SixtySixPusherApi } = require('.');
		new SixtySixPusher(), new SixtySixPusherApi();
		console.log(Object.keys(require.cache).filter((file) => /dist.*operations/.test(file)).length);
	`;
	const output = execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
	expect(output.trim()).toBe('0');
});

test('the manifest meets n8n’s verification', () => {
	expect(manifest.dependencies).toBeUndefined();
	expect(manifest.overrides).toBeUndefined();
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	expect(manifest.keywords).toContain('n8n-community-node-package');
	expect(manifest.license).toBe('MIT');
	const banned = /^(prepare|preinstall|install|postinstall|prepublish|preprepare|postprepare)$/;
	expect(Object.keys(manifest.scripts).filter((name) => banned.test(name))).toEqual([]);
	const registered = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
	expect(registered.filter((file) => !built.includes(file))).toEqual([]);
});

test('no source disables a rule of the linter or the compiler', () => {
	const sources = fastGlob.sync(['{nodes,credentials,tools,test}/**/*.{ts,js,mjs}', '*.{js,mjs}'], {
		cwd: root,
	});
	expect(sources.length).toBeGreaterThan(50);
	const disabled = new RegExp(
		['eslint', 'ts'].map((tool) => `${tool}-(disable|ignore|nocheck)`).join('|'),
	);
	expect(sources.filter((file) => disabled.test(textOf(file)))).toEqual([]);
});

test('the lock file records no download addresses', () => {
	expect(textOf('package-lock.json')).not.toContain('"resolved": "http');
});

test('the entry point exports the node and the credential', () => {
	const entry = require('..');
	expect(Object.keys(entry).sort()).toEqual(['SixtySixPusher', 'SixtySixPusherApi']);
	expect(new entry.SixtySixPusher().description.name).toBe('sixtySixPusher');
	expect(new entry.SixtySixPusherApi().name).toBe('sixtySixPusherApi');
});
