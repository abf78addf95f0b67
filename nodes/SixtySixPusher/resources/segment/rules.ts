import { segmentErrors } from '../../errors/segmentErrors';
import { type Item, subjectOf } from '../../operations/item';
import { labelOf, type ValidFields } from '../../operations/validate';
import { indexed, valuesOf } from '../../operations/validateLists';
import type { ResourceDefinition } from '../definition';
import { type Entry, isRecord, type JsonRecord, parsedJson } from '../../transport/values';

// Whom a segment selects: the fields of a form that say so, and what its `settings` tell of them.

const IDS = 'subscribers_ids';
const PARAMETERS = 'filters_custom_parameter';
const COLUMNS = ['key', 'condition', 'value'];

/** Sent as one text. All other filters are sent as lists. */
const TEXTS = new Set(['filters_cities', 'filters_subscribed_on_url']);

/** The fields that say whom a segment selects. */
export function rulesIn(fields: ValidFields): ValidFields {
	return pick(fields, (name) => name === IDS || name.startsWith('filters_'));
}

/** The names of rules as the form has them, without columns and indices. */
export function namesOf(rules: ValidFields): Set<string> {
	return new Set(Object.keys(rules).map(nameOf));
}

/** The stored rules with the given ones in place of those of the same name. */
export function merged(stored: ValidFields, given: ValidFields): ValidFields {
	const names = namesOf(given);
	return { ...pick(stored, (name) => !names.has(nameOf(name))), ...given };
}

/** What a segment selects, as it would be sent again; or the name of what can't be read of it. */
export function storedRules(
	{ definition }: Item,
	{ settings: reported, type }: Entry,
): { rules: ValidFields } | { unreadable: string } {
	const settings = settingsIn(reported);
	if (settings === undefined) return { unreadable: 'settings' };
	if (type === 'custom') {
		const ids = textsIn(settings[IDS]);
		return ids ? { rules: { [IDS]: ids.join(',') } } : { unreadable: IDS };
	}

	const rules: ValidFields = {};
	for (const name of Object.keys(settings)) {
		if (!name.startsWith('filters_') || isEmpty(settings[name])) continue;
		const rule = storedRule(definition, settings, name);
		if (rule === undefined) return { unreadable: name };
		Object.assign(rules, rule);
	}
	return { rules };
}

/** PHP writes an empty object as `[]`. */
function settingsIn(reported: unknown): JsonRecord | undefined {
	const value = parsedJson(reported);
	if (Array.isArray(value) && value.length === 0) return {};
	return isRecord(value) ? value : undefined;
}

function storedRule(
	{ fields }: ResourceDefinition,
	settings: JsonRecord,
	name: string,
): ValidFields | undefined {
	if (name.startsWith(PARAMETERS)) return storedParameters(settings);

	const texts = textsIn(settings[name]);
	if (texts === undefined || fields[name] === undefined) return undefined;
	return TEXTS.has(name) ? { [name]: texts.join(',') } : indexed(name, texts);
}

/** They are told as they are sent, a list for each column, or as one list of objects. */
function storedParameters(settings: JsonRecord): ValidFields | undefined {
	const rows = settings[`${PARAMETERS}s`] ?? settings[PARAMETERS];
	const columns = COLUMNS.map((column) =>
		rows === undefined ? textsIn(settings[`${PARAMETERS}_${column}`]) : columnOf(rows, column),
	);
	const count = columns[0]?.length;
	if (columns.some((texts) => texts === undefined || texts.length !== count)) return undefined;
	return Object.assign(
		{},
		...COLUMNS.map((column, index) => indexed(`${PARAMETERS}_${column}`, columns[index] ?? [])),
	);
}

function columnOf(rows: unknown, column: string): string[] | undefined {
	if (typeof rows !== 'object' || rows === null) return undefined;
	const texts = Object.values(rows).map((row: unknown) =>
		isRecord(row) && isText(row[column]) ? String(row[column]) : undefined,
	);
	return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** The texts of a list, or of one text: undefined if it is neither. */
function textsIn(value: unknown): string[] | undefined {
	if (value === null || value === '') return [];
	if (isText(value)) return [String(value)];
	const values = typeof value === 'object' ? Object.values(value) : undefined;
	return values?.every(isText) ? values.map(String) : undefined;
}

/**
 * The installation drops what it doesn't know, and then the segment selects more subscribers.
 *
 * @throws {PusherError} when the segment was stored with other rules than asked for
 */
export function verifyRules(item: Item, entry: Entry, asked: ValidFields): void {
	// Not every response tells them.
	if (entry.settings === undefined) return;
	const subject = subjectOf(item, String(entry.id));
	const stored = storedRules(item, entry);
	if ('unreadable' in stored) throw segmentErrors.unverified(subject, stored.unreadable);

	const names = new Set([...namesOf(asked), ...namesOf(stored.rules)]);
	const other = [...names].find((name) => canonical(stored.rules, name) !== canonical(asked, name));
	if (other !== undefined) throw segmentErrors.otherRules(subject, labelOf(item.definition, other));
}

/** A rule's values as one text, whatever their order. */
function canonical(rules: ValidFields, name: string): string {
	const texts =
		name === PARAMETERS
			? rowsOf(rules)
			: [...(rules[name] ?? '').split(',').filter(Boolean), ...valuesOf(rules, name)];
	return JSON.stringify([...new Set(texts)].sort());
}

function rowsOf(rules: ValidFields): string[] {
	const columns = COLUMNS.map((column) => valuesOf(rules, `${PARAMETERS}_${column}`));
	return (columns[0] ?? []).map((_, index) => JSON.stringify(columns.map((texts) => texts[index])));
}

function nameOf(field: string): string {
	return field.startsWith(PARAMETERS) ? PARAMETERS : field.replace(/\[\d+\]$/, '');
}

function pick(fields: ValidFields, isWanted: (name: string) => boolean): ValidFields {
	return Object.fromEntries(Object.entries(fields).filter(([name]) => isWanted(name)));
}

function isText(value: unknown): value is string | number {
	return typeof value === 'string' || typeof value === 'number';
}

function isEmpty(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
	return value === null || value === undefined || value === '';
}
