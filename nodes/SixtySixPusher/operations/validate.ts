import { ALL_SUBSCRIBERS } from '../api/allSubscribers';
import { inputErrors } from '../errors/inputErrors';
import type { FieldKind, FieldRule, ResourceDefinition } from '../resources/definition';
import { type JsonRecord, positiveInteger, toBoolean } from '../transport/values';
import { toDate, toDateTime } from './dateTime';
import { equal, isBlank, plainText } from './plainText';
import { idList, optionList, rows, textList } from './validateLists';

/** Valid values by the API's names, each as the text that is sent. */
export type ValidFields = Record<string, string>;

/**
 * Checks what the form and its expressions returned, and turns each value into the text that the API
 * reads. A text whose expression returns nothing is left out; so is an empty filter, or an image.
 *
 * @param options.isTool whether a language model filled in the form
 * @throws {PusherError} for the first value that the API would refuse, cut or misread, by its label
 */
export function validateFields(
	definition: ResourceDefinition,
	values: JsonRecord,
	{ isTool = false }: { isTool?: boolean } = {},
): ValidFields {
	const valid: ValidFields = {};
	for (const [name, value] of Object.entries(values)) {
		const rule = definition.fields[name];
		if (rule === undefined) continue;
		Object.assign(valid, toFields(name, rule, isTool && isNothing(value) ? undefined : value));
	}
	validateDurations(definition, valid);
	validateNeeds(definition, valid);
	validateDates(valid);
	return valid;
}

/** A language model writes these for "no value". */
function isNothing(value: unknown): boolean {
	return typeof value === 'string' && /^\s*(?:null|undefined|none)\s*$/i.test(value);
}

/** The label of a field in the form, by the API's name. */
export function labelOf({ fields }: ResourceDefinition, name: string): string {
	return fields[name]?.label ?? name;
}

function toFields(name: string, rule: FieldRule, value: unknown): ValidFields {
	const { kind, label } = rule;
	// If a collection is one expression that returns text, n8n takes the methods of that text for fields.
	if (typeof value === 'function') throw inputErrors.notOneExpression(label);
	if (kind === 'optionList') return optionList(name, rule, value);
	if (kind === 'rows') return rows(name, rule, value);

	const text = toText(name, kind, rule, value);
	return text === undefined ? {} : { [name]: text };
}

function toText(
	name: string,
	kind: Exclude<FieldKind, 'optionList' | 'rows'>,
	rule: FieldRule,
	value: unknown,
): string | undefined {
	const { label } = rule;

	switch (kind) {
		case 'text':
			return plainText(rule, value);

		case 'search':
			// Without a text to search for, every entry would be found. If it was typed empty, that is meant.
			if (value === undefined || value === null) throw inputErrors.empty(label);
			return plainText(rule, value) || undefined;

		case 'id':
		case 'idOrAll': {
			if (isBlank(value)) throw inputErrors.empty(label);
			const orAll = kind === 'idOrAll';
			if (orAll && equal(value, ALL_SUBSCRIBERS)) return ALL_SUBSCRIBERS;
			const id = positiveInteger(value);
			if (id === undefined) throw inputErrors.notAnId(label, value, orAll ? ", or 'all'" : '');
			return id;
		}

		case 'integer': {
			if (isBlank(value)) throw inputErrors.empty(label);
			const integer = positiveInteger(value);
			if (integer === undefined) throw inputErrors.notAnInteger(label, value);
			return integer;
		}

		case 'options': {
			if (isBlank(value)) throw inputErrors.empty(label);
			const values = rule.values ?? [];
			const option = values.find((known) => equal(value, String(known)));
			if (option === undefined) throw inputErrors.notAnOption(label, value, values);
			return String(option);
		}

		case 'boolean': {
			const isOn = toBoolean(value);
			if (isOn === undefined) throw inputErrors.notABoolean(label, value);
			// The API reads the text "false" as true.
			return isOn ? '1' : '0';
		}

		case 'dateTime': {
			if (value === '') return undefined;
			const dateTime = toDateTime(value, name === 'datetime_end' ? 'end' : 'start');
			if (dateTime === undefined) throw inputErrors.notADate(label, value);
			return dateTime;
		}

		case 'date': {
			if (isBlank(value)) throw inputErrors.empty(label);
			const date = toDate(value);
			if (date === undefined) throw inputErrors.notADate(label, value);
			return date;
		}

		case 'idList':
			return idList(rule, value);

		case 'textList':
			return textList(rule, value);

		case 'image':
			if (isBlank(value)) return undefined;
			if (typeof value !== 'string') throw inputErrors.imageIsFile(label);
			return value;
	}
}

/** A duration's halves go together: the stored other half would change what one of them means. */
function validateDurations(definition: ResourceDefinition, valid: ValidFields): void {
	for (const { amount, unit, maxDays, perDay } of definition.durations ?? []) {
		const { [amount]: itsAmount, [unit]: itsUnit } = valid;
		if (itsAmount === undefined && itsUnit === undefined) continue;

		const labels = [labelOf(definition, amount), labelOf(definition, unit)] as const;
		if (itsUnit === undefined) throw inputErrors.needsOther(labels[0], labels[1]);
		if (itsAmount === undefined) throw inputErrors.needsOther(labels[1], labels[0]);

		const max = maxDays * (perDay[itsUnit] ?? Infinity);
		if (Number(itsAmount) > max) {
			throw inputErrors.tooLongDuration(labels[0], maxDays, max, itsUnit);
		}
	}
}

/** Dates of this form compare as text. */
function validateDates({ datetime_start: from, datetime_end: to }: ValidFields): void {
	if (from !== undefined && to !== undefined && from > to) {
		throw inputErrors.datesReversed(from, to);
	}
}

function validateNeeds(definition: ResourceDefinition, valid: ValidFields): void {
	for (const name of Object.keys(valid)) {
		const other = definition.fields[name]?.needs;
		if (other !== undefined && valid[other] === undefined) {
			throw inputErrors.meaningless(labelOf(definition, name), labelOf(definition, other));
		}
	}
}
