'use strict';

const { existsSync, readFileSync } = require('node:fs');
const { mkdir, readdir, rename, rm, writeFile } = require('node:fs/promises');
const { homedir } = require('node:os');
const { join } = require('node:path');

/** Written last, so that a folder without it is known to be unfinished. */
const STAMP = 'finished.json';

/** The name of an unfinished folder ends with the ID of the process that fills it. */
const UNFINISHED = /\.unfinished-(\d+)$/;

/** Where Node and n8n are kept between runs. Inside the checkout, linters would read them. */
function cacheFolder() {
	const { N8N_66PUSHER_CACHE: own, XDG_CACHE_HOME: users } = process.env;
	return own || join(users || join(homedir(), '.cache'), 'n8n-nodes-66pusher');
}

/**
 * A folder of the cache. It is made first if it is missing, unfinished, damaged, or made from other
 * ingredients. It appears under its name only when it is complete.
 *
 * @param {string} name
 * @param {object} recipe
 * @param {object} recipe.ingredients what it is made from
 * @param {(folder: string) => string | undefined} recipe.defect what is wrong with a folder, if anything
 * @param {(folder: string) => Promise<void>} recipe.make fills an empty folder
 * @param {(line: string) => void} recipe.log
 * @returns {Promise<string>} the folder's path
 */
async function cached(name, { ingredients, defect, make, log }) {
	const folder = join(cacheFolder(), name);
	const stamp = JSON.stringify(ingredients);
	const whyNot = () => (stampOf(folder) === stamp ? defect(folder) : 'out of date');
	if (existsSync(folder) && whyNot() === undefined) return folder;

	await mkdir(cacheFolder(), { recursive: true });
	await removeLeftovers();
	if (existsSync(folder)) {
		log(`${folder} is ${whyNot()}. Removing it and starting over.`);
		await remove(folder);
	}

	const unfinished = `${folder}.unfinished-${process.pid}`;
	await mkdir(unfinished);
	try {
		await make(unfinished);
		const flaw = defect(unfinished);
		if (flaw !== undefined) throw new Error(`${folder} was made, but is ${flaw}.`);
		await writeFile(join(unfinished, STAMP), stamp);
		await rename(unfinished, folder).catch((error) => {
			// Another process was quicker, and its result is just as good.
			if (whyNot() !== undefined) throw error;
		});
	} finally {
		await rm(unfinished, { recursive: true, force: true });
	}
	return folder;
}

/** @param {string} folder */
function stampOf(folder) {
	const stamp = join(folder, STAMP);
	return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

/**
 * Removes the stamp first, so that an interrupted removal leaves nothing that looks complete.
 *
 * @param {string} folder
 */
async function remove(folder) {
	await rm(join(folder, STAMP), { force: true });
	await rm(folder, { recursive: true, force: true });
}

async function removeLeftovers() {
	for (const name of await readdir(cacheFolder())) {
		const maker = UNFINISHED.exec(name)?.[1];
		if (maker !== undefined && !isAlive(Number(maker))) await remove(join(cacheFolder(), name));
	}
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}

module.exports = { cached, cacheFolder };
