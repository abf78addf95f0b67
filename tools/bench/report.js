'use strict';

/** The benchmark's results as tables, in the terminal and in the documentation. */

const { readFileSync, writeFileSync } = require('node:fs');
const { cpus } = require('node:os');
const { join } = require('node:path');
const markdownTable = require('markdown-table');
const { format, resolveConfig } = require('prettier');
const { growthPlot } = require('./plot');

/**
 * @typedef {Record<'node' | 'form' | 'minimal', Record<string, number>>} Spent milliseconds by part
 *
 * @typedef {object} Results
 * @property {import('./rows').Row[]} rows
 * @property {Array<{what: string, milliseconds: number}>} costs of a description's parts
 * @property {Spent} spent
 * @property {Array<{items: number, milliseconds: number, megabytes: number}>} points of the growth
 */

const root = join(__dirname, '../..');
const IN_README = /(<!-- benchmark -->\n)[^]*(\n<!-- \/benchmark -->)/;

/** @param {import('./rows').Row} row */
const verdict = ({ holds }) => (holds === undefined ? '' : holds ? 'met' : 'missed');
/** @param {number} number */
const whole = (number) => Math.round(number).toLocaleString('en');

/** @param {Results} results */
function tables({ rows, costs, spent, points }) {
	return {
		comparison: markdownTable([
			['Measurement', 'Result', 'Target', ''],
			...rows.map((row) => [row.what, row.measured, row.target, verdict(row)]),
		]),
		time: markdownTable([
			['Processor time in milliseconds', 'This node', 'Its fields alone', 'Minimal node'],
			...Object.keys(spent.node).map((part) => [
				part,
				...[spent.node, spent.form, spent.minimal].map((candidate) => whole(candidate[part] ?? 0)),
			]),
		]),
		description: markdownTable([
			['Added to the minimal node', 'Additional milliseconds'],
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
function print(results) {
	console.log(Object.values(tables(results)).join('\n\n'));
}

/** @param {Results} results */
async function write(results) {
	const { comparison, time, description, growing } = tables(results);
	await writeMarkdown(
		'docs/benchmark.md',
		`# Benchmark

\`npm run bench\` wrote this page, on Node.js ${process.versions.node} with ${cpus().length} cores. Run it again to repeat the measurements. The candidates of a row were measured in the same run, in turn and in both orders, against the sandbox in a process of its own. Times are medians. A ratio is the median of the ratios of all rounds, so that a temporary slowdown of the machine affects both sides.

${comparison}

The axios loop that creates flows sends all requests at once, as n8n's engine does for a plain declarative node. Memory is the memory of the whole process, sampled every two milliseconds. n8n provides each file as a separate Buffer. On Node.js 22 and later, the node releases its memory as soon as the file is part of the form. On older versions, the garbage collector first lets 32 MB of Buffers accumulate, which explains the last row.

**Loading.** The row with an empty node and an empty credential is the minimum. The rest is the form: more than a hundred fields and options with their texts, which Node.js parses and builds in each process. Everything that is only needed to run the node is loaded on the first run.

**Creating.** The two rows below it show where the additional time goes. One part is the engine's work on the fields of this form; the minimal node has only eight. The other part is the node's own work: it checks the input, builds the form, interprets the response, and processes no more than five flows at a time, where the minimal node sends a thousand. The installation is someone's web server, and each flow may contain an image.

## Where the time goes

Creating 1,000 flows, measured with a sampling profiler:

${time}

Most of the time is spent in the engine. It evaluates the expression of a field four times per item: twice for the request, and twice to find out which credential the base URL belongs to. Each time it sets up everything that an expression can use (\`$json\`, \`$now\`, \`$input\` …). A field without an expression costs less, but the engine checks it twice per item, whether it is shown or not. This is what a description adds, for 1,000 items:

${description}

Differences below about 200 milliseconds are noise. Fields cost time by being there, and far more by containing expressions. That is why this node has one path and one expression in its own description, and keeps everything optional in collections, which the engine only reads where they are filled.

## How it grows

Time and memory needed to create flows, by number of items:

${growing}

![Time and memory by number of items, on logarithmic axes. The dotted lines show growth proportional to the number of items.](growth.svg)
`,
	);
	writeFileSync(join(root, 'docs', 'growth.svg'), await growthPlot(results.points));

	const readme = readFileSync(join(root, 'README.md'), 'utf8');
	await writeMarkdown(
		'README.md',
		readme.replace(IN_README, (_, start, end) => `${start}\n${comparison}\n${end}`),
	);
}

/**
 * @param {string} name
 * @param {string} text
 */
async function writeMarkdown(name, text) {
	const file = join(root, name);
	const options = { ...(await resolveConfig(file)), filepath: file };
	writeFileSync(file, await format(text, options));
}

module.exports = { print, write };
