'use strict';

/**
 * A plot of how time and memory grow with the number of items, as SVG. Both axes are logarithmic, so
 * linear growth is a straight line of slope 1. A dotted line of that slope is drawn for comparison.
 *
 * @param {Array<{items: number, milliseconds: number, megabytes: number}>} points
 * @returns {Promise<string>}
 */
async function growthPlot(points) {
	const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
	const last = points.at(-1);
	if (!last) throw new Error('There is nothing to plot');
	/** @type {(title: string, field: 'milliseconds' | 'megabytes') => import('vega-lite/types_unstable/spec/index.js').LayerSpec<import('vega-lite/types_unstable/channeldef.js').Field>} */
	const series = (title, field) => ({
		width: 320,
		height: 260,
		title,
		layer: [
			{
				data: {
					values: points.map(({ items }) => ({
						items,
						linear: (last[field] / last.items) * items,
					})),
				},
				mark: { type: 'line', strokeDash: [3, 4], color: '#9ca3af' },
				encoding: { x: axis('items', 'Items'), y: axis('linear', '') },
			},
			{
				data: { values: points },
				mark: { type: 'line', point: { size: 60 }, color: '#4f46e5' },
				encoding: { x: axis('items', 'Items'), y: axis(field, '') },
			},
		],
	});
	const { spec } = compile({
		background: 'white',
		padding: 16,
		hconcat: [
			series('Time (ms)', 'milliseconds'),
			series('Memory above the start (MB)', 'megabytes'),
		],
		config: { axis: { labelFontSize: 12, titleFontSize: 12 }, title: { fontSize: 14 } },
	});
	return await new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG();
}

/**
 * @param {string} field
 * @param {string} title
 * @returns {import('vega-lite/types_unstable/channeldef.js').PositionFieldDef<import('vega-lite/types_unstable/channeldef.js').Field>}
 */
function axis(field, title) {
	return { field, type: 'quantitative', scale: { type: 'log' }, title, axis: { format: '~s' } };
}

module.exports = { growthPlot };
