'use strict';

const { randomUUID } = require('node:crypto');
const { mkdtemp, rm, writeFile } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const getPort = require('get-port');
const { run } = require('./commands');
const { Background } = require('./processes');
const { unprivileged } = require('./unprivileged');

const SECONDS_TO_START = 60;
const READY = /database system is ready to accept connections/;

const USER = 'n8n';

/** They protect the data against a power failure, and only cost time here. */
const SWITCHED_OFF = ['fsync', 'full_page_writes', 'synchronous_commit'];

/**
 * A running database server, for one n8n.
 *
 * @typedef {object} Database
 * @property {NodeJS.ProcessEnv} env variables that lead n8n to it
 * @property {() => Promise<void>} stop also removes its data
 */

/**
 * Starts a PostgreSQL with an empty database, on loopback and with its data in a temporary folder.
 *
 * @param {{initdb: string, postgres: string}} programs
 * @returns {Promise<Database>}
 */
async function startPostgres({ initdb, postgres }) {
	const { command, give } = unprivileged();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-66pusher-postgres-'));
	const cleanUp = async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	try {
		const password = randomUUID();
		const passwordFile = join(folder, 'password');
		await writeFile(passwordFile, password, { mode: 0o600 });
		await give(folder);
		await give(passwordFile);

		const data = join(folder, 'data');
		const init = [
			...['--pgdata', data, '--username', USER, '--pwfile', passwordFile, '--no-sync'],
			// In English, whatever this machine's language is: the code waits for a line of its log.
			...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
		];
		await run(...command(initdb, init), { cwd: folder });

		const port = await getPort({ host: '127.0.0.1' });
		const settings = [
			`port=${port}`,
			'listen_addresses=127.0.0.1',
			'unix_socket_directories=',
			...SWITCHED_OFF.map((name) => `${name}=off`),
		];
		const start = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
		const program = new Background('PostgreSQL', ...command(postgres, start), { cwd: folder });
		const stop = async () => {
			// On SIGTERM, it would wait until its clients have disconnected.
			await program.stop('SIGINT');
			await cleanUp();
		};
		try {
			await program.line(READY, SECONDS_TO_START);
		} catch (error) {
			await stop();
			throw error;
		}
		return { env: environment(port, password), stop };
	} catch (error) {
		await cleanUp();
		throw error;
	}
}

/**
 * @param {number} port
 * @param {string} password
 * @returns {NodeJS.ProcessEnv}
 */
function environment(port, password) {
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: USER,
		DB_POSTGRESDB_PASSWORD: password,
	};
}

module.exports = { startPostgres };
