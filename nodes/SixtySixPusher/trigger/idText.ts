import { positiveInteger } from '../transport/values';

/** More are in no text that this module wrote for the trigger. */
const MAX_IDS = 100_000;

/**
 * IDs as a short text: the distance of each from the one before, in base 36, and how often it
 * repeats. `5, 6, 7, 100` becomes `5,1*2,2l`.
 */
export function toText(ids: Iterable<number>): string {
	const runs: Array<{ step: number; count: number }> = [];
	let before = 0;
	for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
		const step = id - before;
		const run = runs.at(-1);
		if (run?.step === step) run.count += 1;
		else runs.push({ step, count: 1 });
		before = id;
	}
	return runs
		.map(({ step, count }) => step.toString(36) + (count > 1 ? `*${count.toString(36)}` : ''))
		.join();
}

/** @returns undefined if it is no such text, or names more IDs than anything here remembers */
export function fromText(text: unknown): number[] | undefined {
	if (typeof text !== 'string') return undefined;
	if (text === '') return [];

	const ids: number[] = [];
	let before = 0;
	for (const run of text.split(',')) {
		const [, step, count = '1'] = /^([\da-z]+)(?:\*([\da-z]+))?$/.exec(run) ?? [];
		if (step === undefined) return undefined;
		const distance = Number.parseInt(step, 36);
		const times = Number.parseInt(count, 36);
		if (distance === 0 || ids.length + times > MAX_IDS) return undefined;
		for (let index = 0; index < times; index += 1) {
			before += distance;
			ids.push(before);
		}
	}
	return positiveInteger(before) === undefined ? undefined : ids;
}
