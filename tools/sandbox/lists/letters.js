'use strict';

/** Letters that a database's usual collation takes for others, though they have no accent to strip. */
const ALIKE = new Map(
	Object.entries({ ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd' }),
);

const HIRAGANA = /[\u3041-\u3096]/g;
const KATAKANA_DISTANCE = 0x60;

/** @param {string} text */
function foldLetters(text) {
	return text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\u0300-\u036f\u3099\u309a]/g, '')
		.replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + KATAKANA_DISTANCE))
		.replace(/[^\0-\x7f]/g, (letter) => ALIKE.get(letter) ?? letter);
}

module.exports = { foldLetters };
