'use strict';

/** A place for something generated: `<!-- generated: NAME -->` up to `<!-- /generated -->`. */
const PLACE = /<!-- generated: (.+?) -->[^]*?<!-- \/generated -->/g;

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

module.exports = { fillPlaces };
