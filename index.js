'use strict';

/**
 * The package's entry for programs. n8n itself finds both classes through the `n8n` block of
 * package.json.
 */
const { SixtySixPusherApi } = require('./dist/credentials/SixtySixPusherApi.credentials.js');
const { SixtySixPusher } = require('./dist/nodes/SixtySixPusher/SixtySixPusher.node.js');

module.exports = { SixtySixPusher, SixtySixPusherApi };
