'use strict';

const { execFile } = require('node:child_process');
const { join } = require('node:path');
const { PROFILES, startSandbox } = require('../tools/sandbox');

const script = join(__dirname, '..', 'tools/engine/start.js');

/** Runs the script of `npm start`, by default on an installation other than its own sandbox. */
async function start(env) {
	return await new Promise((resolve) => {
		execFile(process.execPath, [script], { env: { ...process.env, ...env } }, (error, out, err) =>
			resolve({ code: error?.code ?? 0, output: out + err }),
		);
	});
}

test.each(Object.keys(PROFILES))(
	'the example succeeds on %s, and leaves nothing there',
	async (profile) => {
		const sandbox = await startSandbox({ profile, apiKey: 'a-key-not-to-be-printed' });
		try {
			const { code, output } = await start({
				PUSHER_URL: sandbox.url,
				PUSHER_KEY: sandbox.apiKey,
				PUSHER_WEBSITE: '2',
			});
			expect(output).toContain('✓ It is gone from the list');
			expect(output).not.toContain('✗');
			expect(output).not.toContain(sandbox.apiKey);
			expect(code).toBe(0);
			expect(sandbox.flows()).toEqual([]);
		} finally {
			await sandbox.stop();
		}
	},
);

test('if a step fails, the error is shown, the flow is deleted, and the exit code is 1', async () => {
	const sandbox = await startSandbox();
	sandbox.faults.add({
		on: { operation: 'update' },
		answer: { status: 403, body: { errors: [{ title: 'Not today', status: 403 }] } },
	});
	try {
		const { code, output } = await start({ PUSHER_URL: sandbox.url, PUSHER_KEY: sandbox.apiKey });
		expect(output).toContain('✗ The workflow stopped: The installation refused this: Not today');
		expect(output).toContain('Flow 1 was deleted again.');
		expect(code).toBe(1);
		expect(sandbox.flows()).toEqual([]);
	} finally {
		await sandbox.stop();
	}
});

test('if there is no list of websites, the output says how to choose one', async () => {
	const sandbox = await startSandbox({ profile: 'ospyo' });
	try {
		const { code, output } = await start({ PUSHER_URL: sandbox.url, PUSHER_KEY: sandbox.apiKey });
		expect(output).toContain('Set PUSHER_WEBSITE to the ID of one of your websites.');
		expect(code).toBe(1);
	} finally {
		await sandbox.stop();
	}
});

test('a flow that was stored for another website is deleted too', async () => {
	const sandbox = await startSandbox({
		profile: 'btools',
		behaviour: { unknownWebsite: 'fallback' },
	});
	try {
		const { code, output } = await start({
			PUSHER_URL: sandbox.url,
			PUSHER_KEY: sandbox.apiKey,
			PUSHER_WEBSITE: '999',
		});
		expect(output).toMatch(
			/✗ The workflow stopped: Flow 1 was stored with 'Website' \d instead of 999/,
		);
		expect(output).toContain('Flow 1 was deleted again.');
		expect(code).toBe(1);
		expect(sandbox.flows()).toEqual([]);
	} finally {
		await sandbox.stop();
	}
});

test('a key without an address is refused, and not used for the sandbox', async () => {
	const { code, output } = await start({ PUSHER_URL: '', PUSHER_KEY: 'key' });
	expect(output).toContain('Set both, or neither.');
	expect(code).toBe(1);
});
