'use strict';

const { dest, src } = require('gulp');

/** What n8n loads beside the code: icons and the node's codex. */
const STATIC_FILES = ['icons/*.svg', 'nodes/**/*.json'];

exports.default = function copyStaticFiles() {
	return src(STATIC_FILES, { base: '.', encoding: false }).pipe(dest('dist'));
};
