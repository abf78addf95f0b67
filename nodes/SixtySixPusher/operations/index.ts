import { createOperation } from './create';
import { deleteOperation } from './delete';
import { getOperation } from './get';
import { getAllOperation } from './getAll';
import { updateOperation } from './update';

export { executeItem } from './execute';
export { searchList } from './listSearch';
export { poll } from '../trigger';

/** The operations, each written once and given a resource's definition. */
export const operations = {
	create: createOperation,
	delete: deleteOperation,
	get: getOperation,
	getAll: getAllOperation,
	update: updateOperation,
};
