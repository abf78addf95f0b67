'use strict';

/** The benchmark's results as tables, on the screen and in the documentation. */

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
const verdict = ({ holds }) => (holds === undefined ? '' : holds ? 'holds' : 'missed');
/** @param {number} number */
const whole = (number) => Math.round(number).toLocaleString('en');

/** @param {Results} results */
function tables({ rows, costs, spent, points }) {
	return {
		comparison: markdownTable([
			['What', 'Measured', 'Target', ''],
			...rows.map((row) => [row.what, row.measured, row.target, verdict(row)]),
		]),
		time: markdownTable([
			['Milliseconds of the processor', 'This node', 'Its fields alone', 'The minimal node'],
			...Object.keys(spent.node).map((part) => [
				part,
				...[spent.node, spent.form, spent.minimal].map((candidate) => whole(candidate[part] ?? 0)),
			]),
		]),
		description: markdownTable([
			['Added to the minimal node', 'Milliseconds added'],
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

Written by \`npm run bench\` on Node ${process.versions.node} with ${cpus().length} cores. Run it again with that command. The candidates of each row were measured side by side in one run, in turn and in both orders, against a sandbox in a process of its own. Times are medians, and a ratio is the median of the rounds' ratios, because whatever slows the machine down for a while slows both candidates.

${comparison}

The axios loop for creating has all requests in flight at once, like n8n's engine for a plain declarative node. Memory is that of the whole process, sampled every two milliseconds. n8n hands over each file as a Buffer of its own. From Node 22 on, the node releases that memory as soon as the form holds the file. The garbage collector of an older Node first lets 32 MB of Buffers pile up, which limits the row for that Node.

Loading can't be faster than the row below it. The rest is the form: more than a hundred fields and options with their texts, which Node parses in each process. Everything that only a run needs is loaded by the first run.

The two rows below it show what takes the time for creating. One part is the engine's work on the fields of this form; the minimal node has only eight. The other is what the node does beyond the engine: the checks before anything is sent, the form, the evaluation of the reply, and a limit of five requests at a time, where the minimal node has a thousand in flight. The installation is someone's web server, and each flow may hold an image.

## Where the time goes

Creating 1,000 flows, according to a sampling profiler:

${time}

Most of it is the engine. It evaluates an expression in a field four times for each item, twice for the request and twice to find out where the base URL comes from, and each time it sets up everything that an expression may use (\`$json\`, \`$now\`, \`$input\` …). A field without an expression costs less, but the engine still looks at it twice for each item, even if it is not shown. What a description adds to that, for 1,000 items:

${description}

Anything below about 200 ms is noise. So fields cost time just by being there and, far more, by holding expressions. That is why this node has one path, one expression in its own description, and everything optional in collections, which the engine only opens if they are filled.

## How it grows

Time and memory for creating flows, by number of items:

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
