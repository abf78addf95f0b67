'use strict';

const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');

/** What n8n loads beside the code: icons, the node's catalogue entry, the schemas of its output. */
const STATIC_FILES = ['icons/*.svg', 'nodes/**/*.json'];

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

async function compile() {
	const tsc = require.resolve('typescript/bin/tsc');
	await promisify(execFile)(process.execPath, [tsc, '-p', '.']).catch(({ stdout }) => {
		throw new Error(stdout);
	});
}

function copyStatic() {
	return src(STATIC_FILES, { base: '.', encoding: false }).pipe(dest('dist'));
}

exports.default = series(clean, parallel(compile, copyStatic));
