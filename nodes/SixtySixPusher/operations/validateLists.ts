import { inputErrors } from '../errors/inputErrors';
import type { FieldRule } from '../resources/definition';
import { isRecord, positiveInteger } from '../transport/values';
import { equal, isBlank, plainText } from './plainText';

// Fields of several values: as text with commas, as people type it, or as a list from an expression.
// Each value counts once. A value that says nothing is refused, not skipped: it was meant to say whom.

/** `1,2,3`, or undefined if there is none. */
export function idList(rule: FieldRule, value: unknown): string | undefined {
	const ids = elementsOf(rule, value).map((element) => {
		const id = positiveInteger(element);
		if (id === undefined) throw inputErrors.notAnIdInList(rule.label, element);
		return id;
	});
	return joined(ids);
}

/** `a,b`, without spaces around the commas, or undefined if there is none. */
export function textList(rule: FieldRule, value: unknown): string | undefined {
	const elementRule: FieldRule = { ...rule, mustHaveText: true };
	const texts = elementsOf(rule, value).map((element) => {
		const text = (plainText(elementRule, element) ?? '').trim();
		if (text.includes(',')) throw inputErrors.commaInList(rule.label, text);
		return text;
	});
	return joined(texts);
}

/** `name[0]`, `name[1]`, … with the values of the API. */
export function optionList(name: string, rule: FieldRule, value: unknown): Record<string, string> {
	const { label, values = [] } = rule;
	const options = elementsOf(rule, value).map((element) => {
		const option = values.find((known) => equal(element, String(known)));
		if (option === undefined) throw inputErrors.notAnOption(label, element, values);
		return String(option);
	});
	return indexed(name, [...new Set(options)]);
}

/** `name_column[0]`, `name_column[1]`, … for each column. */
export function rows(name: string, rule: FieldRule, value: unknown): Record<string, string> {
	const { label, columns = {}, mustHaveText } = rule;
	const all = rowsIn(value);
	if (mustHaveText && all.length === 0) throw inputErrors.empty(label);

	return Object.assign(
		{},
		...Object.entries(columns).map(([column, columnRule]) => {
			const texts = all.map((row) => cellText(label, columnRule, row[column]));
			return indexed(`${name}_${column}`, texts);
		}),
	);
}

/** The values that were sent as `name[0]`, `name[1]`, … */
export function valuesOf(fields: Readonly<Record<string, string>>, name: string): string[] {
	const values: string[] = [];
	for (let index = 0; ; index += 1) {
		const value = fields[`${name}[${index}]`];
		if (value === undefined) return values;
		values.push(value);
	}
}

export function indexed(name: string, values: readonly string[]): Record<string, string> {
	return Object.fromEntries(values.map((value, index) => [`${name}[${index}]`, value]));
}

function elementsOf({ label, mustHaveText }: FieldRule, value: unknown): unknown[] {
	const elements = Array.isArray(value) ? value : isBlank(value) ? [] : splitText(value);
	if (mustHaveText && elements.length === 0) throw inputErrors.empty(label);
	if (elements.some(isRecord)) throw inputErrors.notText(label);
	return elements;
}

/** A language model may write a list as JSON. */
function splitText(value: unknown): unknown[] {
	const text = String(value).trim();
	return (/^\[(.*)\]$/s.exec(text)?.[1] ?? text)
		.split(',')
		.map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
}

/** The rows of a fixed collection, which holds them by the name of its one part. */
function rowsIn(value: unknown): Array<Record<string, unknown>> {
	const parts = isRecord(value) ? Object.values(value) : [value];
	return parts.flat().filter(isRecord);
}

function cellText(label: string, columnRule: FieldRule, value: unknown): string {
	const rule = { ...columnRule, label: `${label}' > '${columnRule.label}` };
	const { values } = rule;
	if (values) {
		const option = values.find((known) => equal(value, String(known)));
		if (option === undefined) throw inputErrors.notAnOption(rule.label, value, values);
		return String(option);
	}
	const text = plainText(rule, value);
	if (text === undefined) throw inputErrors.empty(rule.label);
	return text;
}

function joined(values: string[]): string | undefined {
	return values.length === 0 ? undefined : [...new Set(values)].join(',');
}
