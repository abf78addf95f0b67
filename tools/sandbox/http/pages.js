'use strict';

const { pageAnswer } = require('./answers.js');
const { WORDS } = require('../words.js');

/** @typedef {import('../profiles.js').Behaviour} Behaviour */

/**
 * @param {string} language
 * @param {string} title
 * @param {string} content
 */
function htmlPage(language, title, content) {
	return [
		'<!DOCTYPE html>',
		`<html lang="${language}">`,
		`<head><meta charset="utf-8"><title>${title}</title></head>`,
		`<body><h1>${title}</h1>${content}</body>`,
		'</html>',
		'',
	].join('\n');
}

/**
 * @param {Behaviour} behaviour
 * @param {string} resource
 * @param {string[]} requests
 */
function documentationPage({ language }, resource, requests) {
	const list = requests.map((request) => `<li><code>${request}</code></li>`).join('');
	const title = `${WORDS[language].documentationPage}: ${resource}`;
	return pageAnswer(htmlPage(language, title, `<ul>${list}</ul>`));
}

/** @param {Behaviour} behaviour */
function lostPage({ language }) {
	return pageAnswer(htmlPage(language, WORDS[language].lostPage, '<p>404</p>'), 404);
}

/**
 * @param {Behaviour} behaviour
 * @param {number} status
 */
function maintenancePage({ language }, status) {
	const form = '<form action="/login" method="post"><input name="email"><button></button></form>';
	return pageAnswer(htmlPage(language, WORDS[language].maintenancePage, form), status);
}

/** @type {Record<number, string>} */
const REASONS = {
	405: 'Method Not Allowed',
	406: 'Not Acceptable',
	407: 'Proxy Authentication Required',
};

/**
 * What stands in front of an installation speaks English, whatever the installation does.
 *
 * @param {number} status
 */
function serverPage(status) {
	const title = `${status} ${REASONS[status] ?? 'Error'}`;
	return pageAnswer(htmlPage('en', title, '<hr><center>nginx</center>'), status);
}

module.exports = { documentationPage, lostPage, maintenancePage, serverPage };
