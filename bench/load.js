'use strict';

/** How long it takes to load and instantiate what is built, where n8n-workflow is loaded already. */

const { join } = require('node:path');
const manifest = require('../package.json');
require('n8n-workflow');

const files = [...manifest.n8n.nodes, ...manifest.n8n.credentials].map((file) =>
	join(__dirname, '..', file),
);
const start = performance.now();
for (const file of files) {
	const [Class] = Object.values(require(file));
	new Class();
}
process.send(performance.now() - start);
process.disconnect();
