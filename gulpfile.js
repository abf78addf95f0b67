'use strict';

const { dest, src } = require('gulp');

/** What n8n loads beside the code: icons, the node's catalogue entry, the schemas of its output. */
const STATIC_FILES = ['icons/*.svg', 'nodes/**/*.json'];

exports.default = function copyStaticFiles() {
	return src(STATIC_FILES, { base: '.', encoding: false }).pipe(dest('dist'));
};
