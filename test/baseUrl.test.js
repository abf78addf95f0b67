'use strict';

const { apiUrl } = require('../build/modules/nodes/SixtySixPusher/api/baseUrl');

describe('a base URL', () => {
	test.each([
		['https://push.btools.online'],
		['https://push.btools.online/'],
		['https://push.btools.online//'],
		['  https://push.btools.online\n'],
		['push.btools.online'],
		['//push.btools.online'],
		['HTTPS://Push.BTools.Online'],
		['https://push.btools.online/api'],
		['https://push.btools.online/api/'],
		['https://push.btools.online/api/flows'],
		['https://push.btools.online/api/flows/'],
		['https://push.btools.online/api/flows/12'],
		['https://push.btools.online/api/flows?page=2'],
		['https://push.btools.online/api-documentation'],
		['https://push.btools.online/api-documentation/flows'],
		['https://push.btools.online/api-documentation/flows#create'],
		['https://push.btools.online/zh/api-documentation/flows'],
		['https://push.btools.online/zh-CN/api-documentation/flows/'],
		['https://push.btools.online:443'],
		['https://push.btools.online#'],
		['https://push.btools.online?lang=zh'],
	])('may be pasted as %j', (baseUrl) => {
		expect(apiUrl(baseUrl)).toBe('https://push.btools.online/api');
	});

	test.each([
		['https://www.sas.com.ru/push', 'https://www.sas.com.ru/push/api'],
		['https://www.sas.com.ru/push/', 'https://www.sas.com.ru/push/api'],
		['https://www.sas.com.ru/push/api/flows/', 'https://www.sas.com.ru/push/api'],
		['https://www.sas.com.ru/push/ru/api-documentation/flows', 'https://www.sas.com.ru/push/api'],
		['www.sas.com.ru/push', 'https://www.sas.com.ru/push/api'],
		['https://x.example/api/api-documentation/flows', 'https://x.example/api/api'],
		['https://x.example/apiary', 'https://x.example/apiary/api'],
		['http://localhost:8080/push', 'http://localhost:8080/push/api'],
		['localhost:8080', 'https://localhost:8080/api'],
		['http://127.0.0.1:6606', 'http://127.0.0.1:6606/api'],
		['https://推送.example', 'https://xn--jzu200h.example/api'],
	])('keeps its sub-directory and port: %j is %s', (baseUrl, expected) => {
		expect(apiUrl(baseUrl)).toBe(expected);
	});
});

describe('what is not a base URL', () => {
	test.each([
		['', "The credential's 'Base URL' is empty"],
		['   ', "The credential's 'Base URL' is empty"],
		[undefined, "The credential's 'Base URL' is empty"],
		[12, "The credential's 'Base URL' is empty"],
		['https://', "The credential's 'Base URL' is not an address"],
		['https:/push.example.com', "The credential's 'Base URL' is not an address"],
		['https//push.example.com', "The credential's 'Base URL' is not an address"],
		['"https://push.example.com"', "The credential's 'Base URL' is not an address"],
		['https://push.example.com）', "The credential's 'Base URL' is not an address"],
		['not an address', "The credential's 'Base URL' is not an address"],
		['https://exa mple.com', "The credential's 'Base URL' is not an address"],
		['ftp://push.example.com', "The credential's 'Base URL' must start with https:// or http://"],
		['javascript://x', "The credential's 'Base URL' must start with https:// or http://"],
		['https://me:secret@x.example', "The credential's 'Base URL' contains a user name or password"],
	])('is an error that says why: %j', (baseUrl, message) => {
		expect(() => apiUrl(baseUrl)).toThrow(message);
	});
});
