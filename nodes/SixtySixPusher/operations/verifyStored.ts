import { ALL_SUBSCRIBERS } from '../api/allSubscribers';
import { storedErrors } from '../errors/storedErrors';
import type { FieldRule } from '../resources/definition';
import { type Entry, isRecord, type JsonRecord, toBoolean } from '../transport/values';
import { type Item, subjectOf } from './item';
import { labelOf } from './validate';

/** Fields whose difference means that somebody else receives it. */
const AUDIENCE = ['website_id', 'segment'];

/**
 * Compares what the installation reports with what was asked for. An installation may store something
 * else without a word: another website or all subscribers, if it doesn't know the ones asked for; a
 * text without its tags; nothing at all, if an upload was too large for its PHP.
 *
 * If the installation reports nothing about a field, nothing is claimed about it.
 *
 * @param item its fields are what was asked for
 * @param entry what the installation reports
 * @throws {PusherError} that names the first field that differs, what was asked and what is stored
 */
export function verifyStored(item: Item, entry: Entry): void {
	const { definition, fields } = item;
	const reported = reportedFields(entry);
	const subject = subjectOf(item, String(entry.id));
	const names = Object.keys(fields).filter((name) => !AUDIENCE.includes(name));

	for (const name of [...AUDIENCE, ...names]) {
		const rule = definition.fields[name];
		const asked = fields[name];
		const stored = storedValue(reported, name);
		if (rule === undefined || asked === undefined || stored === undefined) continue;
		if (agree(rule, asked, stored)) continue;

		const label = labelOf(definition, name);
		if (AUDIENCE.includes(name)) {
			throw storedErrors.otherAudience(subject, label, asked, textOf(rule, stored));
		}
		if (rule.kind === 'image') throw storedErrors.withoutImage(subject);
		throw asked === ''
			? storedErrors.notCleared(subject, label)
			: storedErrors.different(subject, label, asked, textOf(rule, stored));
	}
}

/** Whether the installation reports that a field has this value. */
export function isStored(item: Item, entry: Entry, name: string, value: string): boolean {
	const rule = item.definition.fields[name];
	const stored = storedValue(reportedFields(entry), name);
	if (rule === undefined || stored === undefined) return false;
	if (rule.kind === 'boolean') return toBoolean(stored) === toBoolean(value);
	return agree(rule, value, stored);
}

/** The entry's fields, with those of `settings` and `settings.utm`, which may come as JSON text. */
function reportedFields(entry: Entry): JsonRecord {
	const settings = objectIn(entry.settings);
	const utm = Object.entries({ ...objectIn(settings.utm), ...objectIn(entry.utm) });
	const utmFields = utm.map(([name, value]) => [`utm_${name.replace(/^utm_/, '')}`, value]);
	return { ...Object.fromEntries(utmFields), ...settings, ...entry };
}

function objectIn(value: unknown): JsonRecord {
	if (typeof value !== 'string') return isRecord(value) ? value : {};
	try {
		const parsed: unknown = JSON.parse(value);
		return isRecord(parsed) ? parsed : {};
	} catch {
		return {};
	}
}

function storedValue(reported: JsonRecord, name: string): unknown {
	// Null is a report too: there is no image.
	const key = name === 'image' && 'image_url' in reported ? 'image_url' : name;
	return reported[key];
}

function agree(rule: FieldRule, asked: string, stored: unknown): boolean {
	switch (rule.kind) {
		case 'image':
			// Under which name it is stored is up to the installation.
			return stored !== null && stored !== '';
		case 'boolean':
			return toBoolean(stored) === undefined || toBoolean(stored) === toBoolean(asked);
		case 'idList':
		case 'textList':
			// Too long to be shown. What sends a list compares it itself.
			return true;
		case 'integer':
		case 'id':
			return Number(textOf(rule, stored)) === Number(asked);
		default:
			return comparable(textOf(rule, stored)) === comparable(asked);
	}
}

/** The stored value as text; of an object that stands for an ID, the ID. */
function textOf({ kind }: FieldRule, stored: unknown): string {
	const value = isRecord(stored) ? stored.id : stored;
	const text = String(value ?? '').trim();
	if (text !== '') return text;
	if (kind === 'idOrAll') return ALL_SUBSCRIBERS;
	return kind === 'id' ? 'none' : '';
}

/** Nobody minds other line breaks, spaces at the ends, or characters that are stored for HTML. */
export function comparable(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/&(?:lt|gt|quot|#0?39|#x27);/g, (entity) => ENTITIES[entity] ?? entity)
		.replaceAll('&amp;', '&')
		.trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&#039;': "'",
	'&#x27;': "'",
};
