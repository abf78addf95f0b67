'use strict';

/** A place for something generated: `<!-- generated: NAME -->` up to `<!-- /generated -->`. */
const PLACE = /<!-- generated: (.+?) -->[^]*?<!-- \/generated -->/g;

/** The place for the resources that have no places of their own. */
const OTHERS = 'other resources';

/**
 * Puts each table into its place. The tables of a resource without places of its own go into the place
 * for the others, below a heading.
 *
 * @param {string} markdown
 * @param {ReadonlyArray<{name: string, label: string, tables: Record<string, string>}>} resources
 * @throws when a table has no place, or a place no table
 */
function fillResources(markdown, resources) {
	const hasPlaces = (/** @type {{name: string}} */ { name }) =>
		markdown.includes(`<!-- generated: ${name} `);
	const own = resources.filter(hasPlaces).flatMap(({ tables }) => Object.entries(tables));
	const others = resources
		.filter((resource) => !hasPlaces(resource))
		.map(({ label, tables }) => [`### ${label}`, ...Object.values(tables)].join('\n\n'));
	return fillPlaces(markdown, { ...Object.fromEntries(own), [OTHERS]: others.join('\n\n') });
}

/**
 * Puts each text into its place.
 *
 * @param {string} markdown
 * @param {Record<string, string>} texts by the names of their places
 * @throws when a text has no place, or a place no text
 */
function fillPlaces(markdown, texts) {
	const left = new Set(Object.keys(texts));
	const filled = markdown.replace(PLACE, (_, name) => {
		if (!left.delete(name)) throw new Error(`nothing is generated for the place '${name}'`);
		return `<!-- generated: ${name} -->\n\n${texts[name]}\n\n<!-- /generated -->`;
	});
	if (left.size > 0) {
		const places = [...left].map((name) => `<!-- generated: ${name} --><!-- /generated -->`);
		throw new Error(`these places are missing: ${places.join(' ')}`);
	}
	return filled;
}

module.exports = { fillResources };
