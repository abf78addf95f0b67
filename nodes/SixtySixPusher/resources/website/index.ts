import type { Resource } from '../definition';
import { website } from './definition';
import { websiteDescription } from './description';

export const websiteResource: Resource = {
	definition: website,
	description: websiteDescription,
};
