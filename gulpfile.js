'use strict';

const { dest, src } = require('gulp');

/** The files that n8n loads besides the code: icons, the codex file, the output schemas. */
const STATIC_FILES = ['icons/*.svg', 'nodes/**/*.json'];

exports.default = function copyStaticFiles() {
	return src(STATIC_FILES, { base: '.', encoding: false }).pipe(dest('dist'));
};
