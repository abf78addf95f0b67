'use strict';

const { routes } = require('./routes.js');
const { switches } = require('./switches.js');

module.exports = { controls: () => ({}), routes, switches };
