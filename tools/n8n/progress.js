'use strict';

/**
 * @typedef {object} Progress
 * @property {(what: () => string) => void} tell what is being done from here on, asked for each line
 * @property {() => void} stop
 */

const SECONDS_BETWEEN_LINES = 20;

/**
 * Tells a person what is going on while something takes its minutes: on a terminal in one line that
 * changes every second, elsewhere in a new line now and then.
 *
 * @param {string} title
 * @param {NodeJS.WriteStream} [out]
 * @returns {Progress}
 */
function startProgress(title, out = process.stderr) {
	const startedAt = Date.now();
	const isTerminal = out.isTTY === true;
	let what = () => '';

	const line = () => {
		const seconds = Math.round((Date.now() - startedAt) / 1000);
		const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
		return `${title} ${clock}  ${what()}`;
	};
	const show = () => {
		if (isTerminal) out.write(`\r\u001b[2K${line().slice(0, (out.columns ?? 80) - 1)}`);
		else out.write(`${line()}\n`);
	};

	show();
	const timer = setInterval(show, isTerminal ? 1000 : SECONDS_BETWEEN_LINES * 1000);
	return {
		tell: (next) => {
			what = next;
		},
		stop: () => {
			clearInterval(timer);
			if (isTerminal) out.write('\r\u001b[2K');
		},
	};
}

module.exports = { startProgress };
