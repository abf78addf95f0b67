'use strict';

const { randomUUID } = require('node:crypto');
const { mkdtemp, rm, writeFile } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const getPort = require('get-port');
const { Background } = require('./processes');

const SECONDS_TO_START = 30;
const READY = /Ready to accept connections/;

/**
 * Starts a Redis on loopback that keeps its data in memory.
 *
 * @param {{redisServer: string}} programs
 * @returns {Promise<import('./postgres').Database>}
 */
async function startRedis({ redisServer: command }) {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-66pusher-redis-'));
	const cleanUp = async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	try {
		const [port, password] = [await getPort({ host: '127.0.0.1' }), randomUUID()];
		const settings = [
			`port ${port}`,
			'bind 127.0.0.1',
			// In a file, because everybody can read a program's arguments.
			`requirepass ${password}`,
			`dir "${folder}"`,
			'save ""',
			'appendonly no',
		];
		const file = join(folder, 'redis.conf');
		await writeFile(file, settings.join('\n'), { mode: 0o600 });

		const program = new Background('Redis', command, [file], { cwd: folder });
		const stop = async () => {
			await program.stop();
			await cleanUp();
		};
		try {
			await program.line(READY, SECONDS_TO_START);
		} catch (error) {
			await stop();
			throw error;
		}
		const env = {
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(port),
			QUEUE_BULL_REDIS_PASSWORD: password,
		};
		return { env, stop };
	} catch (error) {
		await cleanUp();
		throw error;
	}
}

module.exports = { startRedis };
