/** What may stand before the first element of an SVG, each with its end. */
const PROLOGUE: Array<[start: string, end: string]> = [
	['<?xml', '?>'],
	['<!--', '-->'],
];

const DOCTYPE = '<!doctype';

/**
 * Whether a file begins as an SVG: after a byte order mark, declarations and comments, its first
 * element is `svg`. Reads the text once, whatever stands in it: a regular expression for the same can
 * take for ever.
 *
 * @param start the file's first bytes as Latin-1 text
 */
export function isSvg(start: string): boolean {
	const text = start.toLowerCase();
	let at = text.startsWith('\xef\xbb\xbf') ? 3 : 0;

	for (;;) {
		while (isSpace(text[at])) at += 1;

		const prologue = PROLOGUE.find(([opening]) => text.startsWith(opening, at));
		if (prologue) {
			const [opening, closing] = prologue;
			const end = text.indexOf(closing, at + opening.length);
			if (end === -1) return false;
			at = end + closing.length;
		} else if (text.startsWith(DOCTYPE, at)) {
			const end = endOfDoctype(text, at);
			if (end === -1) return false;
			at = end;
		} else {
			// A name, perhaps with a prefix; what follows tells `svg` from `svgfoo`.
			return /^<(?:[\w.-]{1,64}:)?svg[\s/>]/.test(text.slice(at, at + 80));
		}
	}
}

/** Behind `<!doctype svg … [ … ]>`, or -1 if it isn't that of an SVG. */
function endOfDoctype(text: string, at: number): number {
	if (!/^<!doctype\s{1,64}svg[\s[>]/.test(text.slice(at, at + 100))) return -1;

	const close = text.indexOf('>', at);
	const subset = text.indexOf('[', at);
	if (subset === -1 || subset > close) return close + 1 || -1;

	const subsetEnd = text.indexOf(']', subset);
	const end = subsetEnd === -1 ? -1 : text.indexOf('>', subsetEnd);
	return end === -1 ? -1 : end + 1;
}

function isSpace(character: string | undefined): boolean {
	return character !== undefined && /\s/.test(character);
}
