'use strict';

/**
 * `npm run setup`: installs the development packages if they are missing or outdated. `npm run build`
 * starts with it, so that every command works in a fresh clone. It needs nothing that has to be installed.
 */

const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../..');
const stamp = join(root, 'node_modules', '.installed');
const wanted = createHash('sha256')
	.update(readFileSync(join(root, 'package-lock.json')))
	.digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) process.exit(0);

console.log('Installing development packages. The first time, this takes a few minutes.');
const { status, error } = spawnSync(
	// n8n's packages include native modules that this project never loads and not every Node can compile.
	'npm ci --ignore-scripts --no-audit --no-fund --loglevel=error',
	{ cwd: root, shell: true, stdio: 'inherit' },
);
if (status !== 0) {
	console.error(`The installation failed with ${error?.message ?? `exit code ${status}`}.`);
	process.exit(1);
}
writeFileSync(stamp, wanted);
