'use strict';

/**
 * `npm run bench`: measures, prints one table, and writes it with the plot into docs/. Each row's
 * contenders are measured side by side in this one run, and told as a ratio: a time alone says more
 * of the machine than of the node.
 */

const { writeFileSync } = require('node:fs');
const { cpus } = require('node:os');
const { join } = require('node:path');
const { format, resolveConfig } = require('prettier');
const { growthPlot } = require('./plot');
const { createRows, growth, listRows, memoryRows, sizeRows } = require('./rows');

const docs = join(__dirname, '..', 'docs');

async function main() {
	const rows = [];
	for (const [name, measure] of Object.entries({ listRows, createRows, memoryRows, sizeRows })) {
		console.error(`Measuring: ${name} …`);
		rows.push(...(await measure()));
	}
	console.error('Measuring: growth …');
	const points = await growth();

	const { markdownTable } = await import('markdown-table');
	const table = markdownTable([
		['What', 'Measured', 'Target', ''],
		...rows.map(({ what, measured, target, holds }) => [
			what,
			measured,
			target,
			holds === undefined ? '' : holds ? 'holds' : 'missed',
		]),
	]);
	const grown = markdownTable([
		['Items', 'Time', 'Memory above the start'],
		...points.map(({ items, milliseconds, megabytes }) => [
			items.toLocaleString('en'),
			`${Math.round(milliseconds).toLocaleString('en')} ms`,
			`${Math.round(megabytes)} MB`,
		]),
	]);
	console.log(`${table}\n\n${grown}`);

	const file = join(docs, 'benchmark.md');
	const options = { ...(await resolveConfig(file)), filepath: file };
	writeFileSync(file, await format(report(table, grown), options));
	writeFileSync(join(docs, 'growth.svg'), await growthPlot(points));
}

function report(table, grown) {
	return `# Benchmark

Written by \`npm run bench\` on Node ${process.versions.node}, ${cpus().length} cores. Each row's contenders were measured side by side in one run, each against the sandbox in a process of its own; repeat it with that command.

${table}

How time and memory grow with the number of items, when flows are created:

${grown}

![Time and memory against the number of items, both axes logarithmic. The dotted lines grow in proportion to the items.](growth.svg)
`;
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
