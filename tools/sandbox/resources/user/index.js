'use strict';

const { routes } = require('./routes.js');

module.exports = { controls: () => ({}), routes, switches: {} };
