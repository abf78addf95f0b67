'use strict';

/** How long it takes to load and instantiate these files' classes, where n8n-workflow is loaded already. */

const { join } = require('node:path');
require('n8n-workflow');

const files = JSON.parse(process.argv[2]).files.map((file) => join(__dirname, '../..', file));
const start = performance.now();
for (const file of files) {
	const [Class] = Object.values(require(file));
	new Class();
}
process.send(performance.now() - start);
process.disconnect();
