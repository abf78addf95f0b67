import { getFlows } from '../listSearch/getFlows';
import { getSegments } from '../listSearch/getSegments';
import { getWebsites } from '../listSearch/getWebsites';
import { deleteFlow } from './flow/deleteFlow';
import { listFlows } from './flow/listFlows';
import { readFlow } from './flow/readFlow';
import { createFlow, updateFlow } from './flow/storeFlow';

export { takeRoad } from '../transport/road';

/** What the operations do, by the names under which their routing asks for it. */
export const tasks = { createFlow, deleteFlow, listFlows, readFlow, updateFlow };

/** The lists behind the resource locators. */
export const lists = { getFlows, getSegments, getWebsites };
