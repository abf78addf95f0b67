'use strict';

const ora = require('ora');

/**
 * @typedef {object} Progress
 * @property {(detail: () => string) => void} detail what is going on from here on, asked for each update
 * @property {() => void} stop
 */

const SECONDS_BETWEEN_LINES = 20;

/**
 * Shows what is going on while something takes minutes: a spinner with a clock on a terminal, a new
 * line now and then elsewhere.
 *
 * @param {string} title
 * @returns {Progress}
 */
function startProgress(title) {
	const startedAt = Date.now();
	// A Ctrl-C is the caller's to handle.
	const spinner = ora({ text: title, discardStdin: false }).start();
	let detail = () => '';

	const text = () => {
		const seconds = Math.round((Date.now() - startedAt) / 1000);
		const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
		return `${title} ${clock}  ${detail()}`;
	};
	const isTerminal = process.stderr.isTTY === true;
	const update = () => {
		if (isTerminal) spinner.text = text();
		else console.error(text());
	};
	const timer = setInterval(update, isTerminal ? 1000 : SECONDS_BETWEEN_LINES * 1000);
	return {
		detail: (next) => {
			detail = next;
		},
		stop: () => {
			clearInterval(timer);
			spinner.stop();
		},
	};
}

module.exports = { startProgress };
