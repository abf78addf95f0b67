import { cancelCampaign } from '../resources/campaign/cancel';
import { createCampaign } from '../resources/campaign/create';
import { sendCampaign } from '../resources/campaign/send';
import { sendDraft } from '../resources/campaign/sendDraft';
import { updateCampaign } from '../resources/campaign/update';
import { sendPersonalNotification } from '../resources/personalNotification/send';
import { createOperation } from './create';
import { deleteOperation } from './delete';
import { getOperation } from './get';
import { getAllOperation } from './getAll';
import { updateOperation } from './update';

export { executeItem } from './execute';
export { searchList } from './listSearch';

/** The operations, each written once and given a resource's definition. */
export const operations = {
	cancelCampaign,
	create: createOperation,
	createCampaign,
	delete: deleteOperation,
	get: getOperation,
	getAll: getAllOperation,
	sendCampaign,
	sendDraft,
	sendPersonalNotification,
	update: updateOperation,
	updateCampaign,
};
