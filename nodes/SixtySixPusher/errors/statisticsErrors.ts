import { PusherError } from './PusherError';

export const statisticsErrors = {
	otherBreakdown: (label: string, asked: string) =>
		new PusherError(
			`The installation answered with other statistics than '${label}' ${asked}`,
			`It may not know this breakdown. Choose another '${label}'.`,
		),
};
