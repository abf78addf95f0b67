'use strict';

/**
 * The package's entry for programs. n8n itself finds the classes through the `n8n` block of
 * package.json.
 */
const { SixtySixPusherApi } = require('./dist/credentials/SixtySixPusherApi.credentials.js');
const { SixtySixPusher } = require('./dist/nodes/SixtySixPusher/SixtySixPusher.node.js');
const {
	SixtySixPusherTrigger,
} = require('./dist/nodes/SixtySixPusher/SixtySixPusherTrigger.node.js');

module.exports = { SixtySixPusher, SixtySixPusherApi, SixtySixPusherTrigger };
