import { connectionErrors } from '../../errors/connectionErrors';
import { inputErrors } from '../../errors/inputErrors';
import type { PusherError } from '../../errors/PusherError';
import { subscriberErrors } from '../../errors/subscriberErrors';
import { customParametersIn } from '../../operations/customParameters';
import { entryIn, fetchEntry } from '../../operations/entry';
import { type Item, type Operation, subjectOf } from '../../operations/item';
import { simplifies } from '../../operations/options';
import { toOutput } from '../../operations/output';
import { labelOf, type ValidFields } from '../../operations/validate';
import { indexed, valuesOf } from '../../operations/validateLists';
import { toForm } from '../../transport/multipart';
import { request, type UnknownOutcome } from '../../transport/request';
import type { Entry } from '../../transport/values';

type Parameters = ReadonlyMap<string, string>;

/**
 * Sets and removes custom parameters. An update replaces all that a subscriber has, so what is there is
 * read and sent again. Two items about one subscriber take turns, in their order.
 *
 * Unlike other writes, it is sent again if the node runs again: after another item has changed the
 * same subscriber, the response of the first time says nothing.
 */
export const updateSubscriber: Operation = {
	validate(item) {
		const { definition, fields } = item;
		const keys = valuesOf(fields, 'custom_parameter_key');
		const twice = [...keys, ...removedBy(fields)].find((key, index, all) =>
			all.includes(key, index + 1),
		);
		if (twice !== undefined)
			throw inputErrors.twice(labelOf(definition, 'custom_parameter'), twice);
		if (fields.mode === 'merge' && keys.length === 0 && removedBy(fields).length === 0) {
			throw subscriberErrors.nothingToMerge();
		}
		simplifies(item);
	},

	async execute(item) {
		return await item.run.inTurn(item.url, async () => {
			const before = await fetchEntry(item, item.id);
			const stored = customParametersIn(before.custom_parameters);
			if (stored === undefined && item.fields.mode === 'merge') {
				throw subscriberErrors.unreadable(subjectOf(item));
			}
			const wanted = changed(item.fields, stored);
			// Somebody else may be changing it meanwhile: what is as it should be is left alone.
			if (stored && isSame(stored, wanted)) return [toOutput(item, before)];

			await send(item, wanted);
			const after = await readBack(item);
			verifyParameters(item, after, wanted);
			return [toOutput(item, after)];
		});
	},
};

function changed(fields: ValidFields, stored: Parameters = new Map()): Parameters {
	const keys = valuesOf(fields, 'custom_parameter_key');
	const values = valuesOf(fields, 'custom_parameter_value');
	const wanted = new Map(fields.mode === 'replace' ? [] : stored);
	for (const key of removedBy(fields)) wanted.delete(key);
	keys.forEach((key, index) => wanted.set(key, values[index] ?? ''));
	return wanted;
}

function removedBy({ remove_keys: keys = '' }: ValidFields): string[] {
	return keys === '' ? [] : keys.split(',');
}

async function send(item: Item, parameters: Parameters): Promise<void> {
	// Without any field, the update might mean "as it is". A key that is empty is no parameter.
	const pairs = parameters.size === 0 ? [['', '']] : [...parameters];
	const subject = subjectOf(item);
	const unknown: UnknownOutcome = (what, status) =>
		connectionErrors.updateUnknown(subject, what, status);

	const response = await request(item, {
		method: 'POST',
		url: item.url,
		subject,
		form: async () =>
			toForm({
				...indexed(
					'custom_parameter_key',
					pairs.map(([key = '']) => key),
				),
				...indexed(
					'custom_parameter_value',
					pairs.map(([, value = '']) => value),
				),
			}),
		unknown,
	});
	entryIn(item, response, unknown);
}

async function readBack(item: Item): Promise<Entry> {
	return await fetchEntry(item, item.id).catch((error: PusherError) => {
		throw subscriberErrors.notReadBack(subjectOf(item), error.message);
	});
}

/** @throws {PusherError} when the installation kept what was to go, or stored something else */
function verifyParameters(item: Item, entry: Entry, wanted: Parameters): void {
	const subject = subjectOf(item);
	const stored = customParametersIn(entry.custom_parameters);
	if (stored === undefined) throw subscriberErrors.notReadBack(subject, 'it reports no parameters');

	const kept = [...stored.keys()].filter((key) => !wanted.has(key));
	if (kept.length > 0) throw subscriberErrors.notRemoved(subject, kept);
	const other = [...wanted.keys()].filter((key) => stored.get(key) !== wanted.get(key));
	if (other.length > 0) throw subscriberErrors.notStored(subject, other);
}

function isSame(one: Parameters, other: Parameters): boolean {
	return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}
