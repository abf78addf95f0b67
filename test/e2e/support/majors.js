'use strict';

/** @typedef {'1' | '2'} Major of n8n */

/** The versions of n8n that everything is tested in, the newer one first. @type {Major[]} */
const MAJORS = ['2', '1'];

module.exports = { MAJORS };
