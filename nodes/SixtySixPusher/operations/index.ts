import { upsertFlow } from '../resources/flow/upsert';
import { createSegment } from '../resources/segment/create';
import { deleteSegment } from '../resources/segment/delete';
import { updateSegment } from '../resources/segment/update';
import { updateSubscriber } from '../resources/subscriber/update';
import { getStatistics } from '../resources/website/getStatistics';
import { createOperation } from './create';
import { deleteOperation } from './delete';
import { getOperation } from './get';
import { getAllOperation } from './getAll';
import { updateOperation } from './update';

export { executeItem } from './execute';
export { searchList } from './listSearch';

/** The operations, each written once and given a resource's definition. */
export const operations = {
	create: createOperation,
	createSegment,
	delete: deleteOperation,
	deleteSegment,
	get: getOperation,
	getAll: getAllOperation,
	getStatistics,
	update: updateOperation,
	updateSegment,
	updateSubscriber,
	upsertFlow,
};
