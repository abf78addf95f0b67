'use strict';

/** The benchmark's results as tables, on the screen and in the documentation. */

const { readFileSync, writeFileSync } = require('node:fs');
const { cpus } = require('node:os');
const { join } = require('node:path');
const { format, resolveConfig } = require('prettier');
const { growthPlot } = require('./plot');

/**
 * @typedef {object} Results
 * @property {import('./rows').Row[]} rows
 * @property {Array<{what: string, milliseconds: number}>} costs of a description's parts
 * @property {Record<'node' | 'form' | 'minimal', Record<string, number>>} spent milliseconds by part
 * @property {Array<{items: number, milliseconds: number, megabytes: number}>} points of the growth
 */

const root = join(__dirname, '../..');
const IN_README = /(<!-- benchmark -->\n)[^]*(\n<!-- \/benchmark -->)/;

const verdict = ({ holds }) => (holds === undefined ? '' : holds ? 'holds' : 'missed');
const whole = (number) => Math.round(number).toLocaleString('en');

/** @param {Results} results */
async function tables({ rows, costs, spent, points }) {
	const { markdownTable } = await import('markdown-table');
	return {
		comparison: markdownTable([
			['What', 'Measured', 'Target', ''],
			...rows.map((row) => [row.what, row.measured, row.target, verdict(row)]),
		]),
		time: markdownTable([
			['Milliseconds of the processor', 'This node', 'Its fields alone', 'The minimal node'],
			...Object.keys(spent.node).map((part) => [
				part,
				...[spent.node, spent.form, spent.minimal].map((candidate) => whole(candidate[part])),
			]),
		]),
		description: markdownTable([
			['What the minimal node has more', 'Milliseconds more'],
			...costs.map(({ what, milliseconds }) => [what, whole(milliseconds)]),
		]),
		growing: markdownTable([
			['Items', 'Time', 'Memory above the start'],
			...points.map(({ items, milliseconds, megabytes }) => [
				whole(items),
				`${whole(milliseconds)} ms`,
				`${whole(megabytes)} MB`,
			]),
		]),
	};
}

/** @param {Results} results */
async function print(results) {
	console.log(Object.values(await tables(results)).join('\n\n'));
}

/** @param {Results} results */
async function write(results) {
	const { comparison, time, description, growing } = await tables(results);
	await writeMarkdown(
		'docs/benchmark.md',
		`# Benchmark

Written by \`npm run bench\` on Node ${process.versions.node}, ${cpus().length} cores; repeat it with that command. Each row's candidates were measured side by side in one run, in turn and in both orders, each against the sandbox in a process of its own. Times are medians, and a ratio is the median of the rounds' ratios: what slows the machine down for a while slows both.

${comparison}

The axios loop for creating has all requests in flight at once, as n8n's engine has for a plain declarative node. Memory is that of the whole process, looked at every two milliseconds. Each file comes from n8n as a Buffer of its own: from Node 22 on the node gives its memory back as soon as the form holds it; an older Node's garbage collector first lets 32 MB of them pile up, and that is what bounds the row on it.

What bounds loading is the row below it, and the form: more than a hundred fields and options with their texts, which Node parses and builds anew in each process. Everything that only a run needs is loaded by the first run.

What bounds creating is in the two rows below it. One part is the engine's work on the fields of this form, of which the minimal node has eight. The other is what the node does beyond the engine: the checks before anything is sent, the form, the judgement of the reply, and no more than five flows under way at a time, where the minimal node has a thousand: the installation is someone's web server, and each flow may hold a picture.

## Where the time goes

Creating 1,000 flows, by a sampling profiler:

${time}

Most of it is the engine's. It works out an expression in a field four times for each item, twice for the request and twice to learn whose the base URL is, and each time sets up everything that one could ask for (\`$json\`, \`$now\`, \`$input\` …). A field without an expression costs less, but it is looked at twice for each item, shown or not. What a description adds to that, for 1,000 items:

${description}

What is below some 200 of them is within the noise. So fields cost time by being there and, far more, by being filled with expressions. That is why this node has one path, one expression in its own description, and everything optional in collections, which the engine only looks into where they are filled.

## How it grows

Time and memory for creating flows, by the number of items:

${growing}

![Time and memory against the number of items, both axes logarithmic. The dotted lines grow in proportion to the items.](growth.svg)
`,
	);
	writeFileSync(join(root, 'docs', 'growth.svg'), await growthPlot(results.points));

	const readme = readFileSync(join(root, 'README.md'), 'utf8');
	await writeMarkdown(
		'README.md',
		readme.replace(IN_README, (_, start, end) => `${start}\n${comparison}\n${end}`),
	);
}

async function writeMarkdown(name, text) {
	const file = join(root, name);
	const options = { ...(await resolveConfig(file)), filepath: file };
	writeFileSync(file, await format(text, options));
}

module.exports = { print, write };
