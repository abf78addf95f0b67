'use strict';

const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { delimiter, join } = require('node:path');
const { systemPrograms } = require('../../tools/n8n/systemPrograms');

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'n8n-66pusher-programs-'));
});
afterEach(() => {
	rmSync(folder, { recursive: true });
});

/** @param {string[]} names of programs */
const pathWith = (...names) => {
	for (const name of names) writeFileSync(join(folder, name), '', { mode: 0o755 });
	return ['/nowhere', folder].join(delimiter);
};

/** @type {Array<[found: string[], missing: string, packages: string]>} */
const MACHINES = [
	[[], 'initdb, postgres, redis-server', 'postgresql redis-server'],
	[['redis-server'], 'initdb, postgres', 'postgresql'],
	[['initdb', 'postgres'], 'redis-server', 'redis-server'],
];

test.each(MACHINES)(
	'on a machine with only %j, one line says what is missing, and how to install it',
	(found, missing, packages) => {
		const path = pathWith(...found);
		expect(() => systemPrograms(path)).toThrow(
			`n8n's queue mode needs ${missing}, not found on this machine. On Debian: apt-get install -y ${packages}`,
		);
	},
);

test('on a machine with all programs, they are found', () => {
	const path = pathWith('initdb', 'postgres', 'redis-server');
	expect(systemPrograms(path)).toEqual({
		initdb: join(folder, 'initdb'),
		postgres: join(folder, 'postgres'),
		redisServer: join(folder, 'redis-server'),
	});
});
