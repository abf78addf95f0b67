import { type FieldRule, FIELDS, REQUIRED_ON_CREATE } from '../api/fields';
import { ALL_SUBSCRIBERS, LONGEST_WAIT } from '../api/limits';
import { inputFailures } from './failures';
import { type JsonRecord, positiveInteger, toBoolean } from './values';

/** Checked parameters under the API's names, each as the text that goes out. */
export type CheckedFields = Record<string, string>;

/**
 * Checks what the form and its expressions gave, and turns each value into the text that the API
 * reads. A text whose expression gives nothing is left out; so is, of a list's filters, an empty one.
 *
 * @throws {Failure} for the first value that the API would refuse, cut or misread, by its label
 */
export function checkFields(values: JsonRecord): CheckedFields {
	const checked: CheckedFields = {};
	for (const [name, value] of Object.entries(values)) {
		const text = toText(name, value);
		if (text !== undefined) checked[name] = text;
	}
	checkWait(checked);
	return checked;
}

/** @throws {Failure} when one of the fields that a new flow can't be without is missing */
export function checkComplete(fields: CheckedFields): void {
	const missing = REQUIRED_ON_CREATE.find((name) => !(name in fields));
	if (missing !== undefined) throw inputFailures.empty(FIELDS[missing].label);
}

function toText(name: string, value: unknown): string | undefined {
	const rule = FIELDS[name];
	const { label } = rule;

	switch (rule.kind) {
		case 'text':
			return plainText(rule, value);

		case 'search':
			// Without a text to search for, every flow would be found. Typed as empty, that is meant.
			if (value === undefined || value === null) throw inputFailures.empty(label);
			return plainText(rule, value) || undefined;

		case 'id':
		case 'idOrAll': {
			if (isBlank(value)) throw inputFailures.empty(label);
			const orAll = rule.kind === 'idOrAll';
			if (orAll && value === ALL_SUBSCRIBERS) return ALL_SUBSCRIBERS;
			const id = positiveInteger(value);
			if (id === undefined) throw inputFailures.notAnId(label, orAll ? ", or 'all'" : '');
			return id;
		}

		case 'integer': {
			if (isBlank(value)) throw inputFailures.empty(label);
			const integer = positiveInteger(value);
			if (integer === undefined) throw inputFailures.notAnInteger(label);
			return integer;
		}

		case 'choice': {
			if (isBlank(value)) throw inputFailures.empty(label);
			const values = rule.values ?? [];
			const choice = values.find((known) => String(known) === String(value).trim());
			if (choice === undefined) throw inputFailures.notAChoice(label, values);
			return String(choice);
		}

		case 'switch': {
			const isOn = toBoolean(value);
			if (isOn === undefined) throw inputFailures.notASwitch(label);
			// The API reads the text "false" as true.
			return isOn ? '1' : '0';
		}

		case 'moment': {
			if (value === '') return undefined;
			const moment = toMoment(value, name === 'datetime_end' ? '23:59:59' : '00:00:00');
			if (moment === undefined) throw inputFailures.notAMoment(label);
			return moment;
		}

		case 'image':
			if (typeof value !== 'string' || isBlank(value)) throw inputFailures.empty(label);
			return value;
	}
}

function plainText(
	{ label, mustHaveText, maxLength }: FieldRule,
	value: unknown,
): string | undefined {
	const isList = typeof value === 'object' && value !== null;
	if (isList || Number.isNaN(value)) throw inputFailures.notText(label);
	if (mustHaveText && isBlank(value)) throw inputFailures.empty(label);
	if (value === undefined || value === null) return undefined;

	const text = String(value);
	const length = [...text].length;
	if (maxLength !== undefined && length > maxLength) {
		throw inputFailures.tooLong(label, length, maxLength);
	}
	return text;
}

/** A wait alone is checked against the longest that any unit allows: the stored unit isn't known. */
function checkWait({ wait_time: wait, wait_time_type: unit }: CheckedFields): void {
	const longest = LONGEST_WAIT[unit ?? 'minutes'];
	if (Number(wait) > longest) {
		throw inputFailures.waitTooLong(FIELDS.wait_time.label, longest, unit ?? 'minutes');
	}
}

function isBlank(value: unknown): boolean {
	return value === undefined || value === null || String(value).trim() === '';
}

const ISO_8601 =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * The API's `Y-m-d H:i:s`. A time with a zone is told in UTC; one without is taken to be on the
 * installation's clock, as the times that its flows show are. A date without a time gets the one
 * given.
 */
function toMoment(value: unknown, timeOfDay: string): string | undefined {
	const text = value instanceof Date ? toIso(value) : String(value).trim();
	const [, date, minutes, seconds = '00', zone = 'Z'] = ISO_8601.exec(text) ?? [];
	// 30 February would become 2 March.
	if (date === undefined || !toIso(new Date(date)).startsWith(date)) return undefined;

	const time = minutes === undefined ? timeOfDay : `${minutes}:${seconds}`;
	const moment = toIso(new Date(`${date}T${time}${zone}`));
	return moment === '' ? undefined : moment.slice(0, 19).replace('T', ' ');
}

function toIso(date: Date): string {
	return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
