import { inputErrors } from '../errors/inputErrors';
import { positiveInteger, toBoolean } from '../transport/values';
import type { Item } from './item';

// Parameters that steer the node and are not sent.

/** @throws {PusherError} when its expression returns neither true nor false */
export function booleanOption(
	{ context }: Item,
	path: string,
	label: string,
	byDefault: boolean,
): boolean {
	const value: unknown = context.getNodeParameter(path, byDefault);
	const isOn = toBoolean(value);
	if (isOn === undefined) throw inputErrors.notABoolean(label, value);
	return isOn;
}

/** @throws {PusherError} when its expression returns neither true nor false */
export function simplifies(item: Item): boolean {
	return booleanOption(item, 'simplify', 'Simplify', true);
}

/** Fields that are output because an option asks for them. */
export function requestedFields(item: Item): readonly string[] {
	const { onRequest } = item.definition;
	if (onRequest === undefined) return [];
	const { fields, option } = onRequest;
	return booleanOption(item, `options.${option.name}`, option.label, false) ? fields : [];
}

/**
 * How many entries *Get Many* returns at most.
 *
 * @throws {PusherError} when it is not a positive integer
 */
export function limitOption(item: Item): number {
	if (booleanOption(item, 'returnAll', 'Return All', false)) return Infinity;
	const value: unknown = item.context.getNodeParameter('limit', 50);
	const limit = positiveInteger(value);
	if (limit === undefined) throw inputErrors.notAnInteger('Limit', value);
	return Number(limit);
}
