'use strict';

const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { delimiter, join } = require('node:path');
const { systemPrograms } = require('../../tools/n8n/systemPrograms');

let folder;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'n8n-66pusher-programs-'));
});
afterEach(() => {
	rmSync(folder, { recursive: true });
});

const have = (...names) => {
	for (const name of names) writeFileSync(join(folder, name), '', { mode: 0o755 });
	return ['/nowhere', folder].join(delimiter);
};

test.each([
	[[], 'initdb, postgres, redis-server', 'postgresql redis-server'],
	[['redis-server'], 'initdb, postgres', 'postgresql'],
	[['initdb', 'postgres'], 'redis-server', 'redis-server'],
])(
	'if a machine has only %j, one line says what is missing, and how to install it',
	(there, missing, packages) => {
		const path = have(...there);
		expect(() => systemPrograms(path)).toThrow(
			`n8n's queue mode needs ${missing}, not found on this machine. On Debian: apt-get install -y ${packages}`,
		);
	},
);

test('if all are installed, they are found', () => {
	const path = have('initdb', 'postgres', 'redis-server');
	expect(systemPrograms(path)).toEqual({
		initdb: join(folder, 'initdb'),
		postgres: join(folder, 'postgres'),
		'redis-server': join(folder, 'redis-server'),
	});
});
