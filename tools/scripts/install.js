'use strict';

/**
 * Installs what the project needs, where it is not there yet. The commands of the README begin with
 * it, so that they work in a fresh clone; it uses nothing that must be installed first.
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

console.log('Installing development packages. The first time, this takes a few minutes …');
const { status, error } = spawnSync(
	// n8n's packages bring native modules that this project never loads and that not every Node builds.
	'npm ci --ignore-scripts --no-audit --no-fund --loglevel=error',
	{ cwd: root, shell: true, stdio: 'inherit' },
);
if (status !== 0) {
	console.error(`The installation ended with ${error?.message ?? `exit code ${status}`}.`);
	process.exit(1);
}
writeFileSync(stamp, wanted);
