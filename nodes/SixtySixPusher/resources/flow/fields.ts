import type { INodeProperties } from 'n8n-workflow';

import { flowCreateDescription } from './create';
import { flowGetAllDescription } from './getAll';
import { flowIdDescription, returnFlowDescription, simplifyDescription } from './sharedFields';
import { flowUpdateDescription } from './update';

/**
 * The fields of all operations, in their order in the form. They are data alone, without a function:
 * the build writes them down as JSON, which takes half the time to load.
 */
export const flowFields: INodeProperties[] = [
	...flowIdDescription,
	...flowCreateDescription,
	...flowGetAllDescription,
	...flowUpdateDescription,
	...returnFlowDescription,
	...simplifyDescription,
];
