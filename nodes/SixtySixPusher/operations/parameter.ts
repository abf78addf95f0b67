import { isRecord } from '../transport/values';
import type { Item } from './item';
import { validateFields } from './validate';

// Parameters that n8n doesn't gather for the request, since what is sent is worked out from them.

/**
 * The parameter's value, checked by the rule of its field.
 *
 * @param apiName name of its rule in the definition
 * @param path name of the parameter, e.g. `sendTo` or `updateFields.sendTo`
 * @throws {PusherError} when it is empty or not valid
 */
export function parameter(item: Item, apiName: string, path: string): string {
	const { definition } = item;
	const value = rawParameter(item, path) ?? null;
	return validateFields(definition, { [apiName]: value }, { isTool: isTool(item) })[apiName] ?? '';
}

/** The parameter's value as it is, or undefined if there is none. */
export function rawParameter({ context }: Item, path: string): unknown {
	const value: unknown = context.getNodeParameter(path, null);
	const chosen = isRecord(value) && '__rl' in value ? value.value : value;
	return chosen ?? undefined;
}

function isTool({ context }: Item): boolean {
	return /Tool$/.test(context.getNode().type);
}
