'use strict';

/** The versions of n8n that everything is tested in, the newer one first. */
module.exports = { MAJORS: ['2', '1'] };
