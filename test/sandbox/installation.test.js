'use strict';

const { PROFILES, startSandbox } = require('../../tools/sandbox');
const { logLine } = require('../../tools/sandbox/http/logLine');
const { WORDS } = require('../../tools/sandbox/words');
const { useInstallation } = require('./client');

const site = useInstallation({ profile: 'newer' });
const set = (behaviour) => Object.assign(site.sandbox.behaviour, behaviour);

const PATHS = [
	'flows',
	'campaigns',
	'personal-notifications',
	'recurring-campaigns',
	'rss-automations',
	'segments',
	'subscribers',
	'subscribers-logs',
	'websites',
];

test.each(PATHS)('/%s is a list with pages and links', async (path) => {
	const { body, status } = await site.get(path);
	expect(status).toBe(200);
	expect(body).toMatchObject({
		data: expect.any(Array),
		meta: { page: 1, results_per_page: 25, total: body.data.length },
		links: { prev: null, next: null },
	});
});

test.each(PATHS)('/%s has a documentation page that needs no key', async (path) => {
	const response = await fetch(`${site.sandbox.url}/zh/api-documentation/${path}`);
	expect(await response.text()).toContain(`GET /api/${path}/`);
});

test.each(PATHS)('/%s is refused with a wrong key', async (path) => {
	const headers = { authorization: 'Bearer wrong' };
	const response = await fetch(`${site.sandbox.url}/api/${path}`, { headers });
	expect(response.status).toBe(401);
	const { errors } = await response.json();
	expect(errors).toEqual([{ title: 'The API key is missing or invalid.', status: 401 }]);
});

test('websites tell how many subscribers they have', async () => {
	const { data } = await site.get('websites');
	expect(data).toMatchObject([
		{ id: 1, name: 'Main shop', host: 'shop.example.com', total_subscribers: 6 },
		{ id: 2, name: '示例博客', path: '/news', total_subscribers: 4 },
		{ id: 5, name: 'Księgarnia Łódź', scheme: 'https://', total_subscribers: 2 },
	]);
});

test.each([
	['websites', /secret-private-key-1/],
	['subscribers', /secret-endpoint-1.*secret-auth-1/],
	['user', /"billing":.*"api_key":"sandbox-key"/],
])('%s hold secrets', async (path, secret) => {
	expect((await site.get(path)).text).toMatch(secret);
});

test.each([
	[true, 'Europe/Warsaw'],
	[false, undefined],
])('the account tells its time zone: %s', async (reportsTimezone, timezone) => {
	set({ reportsTimezone });
	expect((await site.get('user')).data.timezone).toBe(timezone);
});

test.each(Object.keys(PROFILES))('profile %s speaks English unless told otherwise', (name) => {
	expect(PROFILES[name].language).toBe('en');
});

test.each(['zh', 'pl'])('%s has all words', (language) => {
	expect(Object.keys(WORDS[language]).sort()).toEqual(Object.keys(WORDS.en).sort());
	for (const [name, word] of Object.entries(WORDS[language])) expect(word).not.toBe(WORDS.en[name]);
});

test.each(['zh', 'pl'])('titles come in the language of the installation: %s', async (language) => {
	set({ language });
	const { body } = await site.get('flows/99');
	expect(body.errors[0].title).toBe(WORDS[language].notFound);
});

test.each([
	[{ profile: 'nothing' }, /There is no profile "nothing"/],
	[{ behaviour: { rateLimits: 1 } }, /There is no switch "rateLimits"/],
	[{ apiKey: '' }, /empty API key/],
])('%j is refused', async (options, message) => {
	await expect(startSandbox(options)).rejects.toThrow(message);
});

test('a line of the log shows the query and masks the key', async () => {
	await site.get('flows', { search: 'x', key: 'sandbox-key' });
	expect(logLine(site.sandbox.requests[0], ['sandbox-key'])).toMatch(
		/^GET \/api\/flows\?search=x&key=\*\*\* 200 \d+ ms$/,
	);
});

test('the installation has a clock of its own', async () => {
	set({ timezone: 'Europe/Warsaw' });
	const before = site.sandbox.addFlow().datetime;
	site.sandbox.advance(24 * 3600 * 1000);
	expect(site.sandbox.addFlow().datetime.slice(0, 10) > before.slice(0, 10)).toBe(true);
});
