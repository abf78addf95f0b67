import { inputFailures } from '../../transport/failures';
import type { Item } from '../../transport/road';
import { positiveInteger, toBoolean } from '../../transport/values';

/** Parameters that steer the node and are not sent: where they stand, label and default. */
const SWITCHES = {
	simplify: { path: 'simplify', label: 'Simplify', byDefault: true },
	returnFlow: { path: 'options.returnFlow', label: 'Return Full Flow', byDefault: true },
	returnAll: { path: 'returnAll', label: 'Return All', byDefault: false },
};

/** @throws {Failure} when its expression gives neither true nor false */
export function switchOption({ context }: Item, name: keyof typeof SWITCHES): boolean {
	const { path, label, byDefault } = SWITCHES[name];
	const isOn = toBoolean(context.getNodeParameter(path, byDefault));
	if (isOn === undefined) throw inputFailures.notASwitch(label);
	return isOn;
}

/**
 * How many flows *Get Many* gives at most.
 *
 * @throws {Failure} when it is no positive integer
 */
export function limitOption(item: Item): number {
	if (switchOption(item, 'returnAll')) return Infinity;
	const limit = positiveInteger(item.context.getNodeParameter('limit', 50));
	if (limit === undefined) throw inputFailures.notAnInteger('Limit');
	return Number(limit);
}
