'use strict';

const { errorAnswer } = require('./answers.js');

/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('../installation.js').Installation} Installation */

/**
 * @typedef {object} Call
 * @property {import('../lists/paging.js').Query} query
 * @property {string} id ID or file name as it stands in the address
 * @property {import('./form.js').Form} form
 * @property {string} key the API key that the caller showed
 */

/** @typedef {(installation: Installation, call: Call) => Answer} Operation */

/**
 * @typedef {object} Route
 * @property {string} [operation] by which faults know it
 * @property {boolean} [isPublic] answers without a key
 * @property {Operation} answer
 * @property {(installation: Installation) => Answer} [list] the list of the same resource
 * @property {(installation: Installation) => Answer} [one] any entry of the same resource
 */

/** @typedef {Record<string, Record<string, Route>>} Routes path, method, route */

/** @param {Installation} installation */
const notFound = ({ words }) => errorAnswer(404, words.notFound);

module.exports = { notFound };
