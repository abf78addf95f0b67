import type { NodeHint } from 'n8n-workflow';

/** For every resource: shown in the output panel before the node runs, where people go wrong. */
export const commonHints: NodeHint[] = [
	{
		message:
			'Many installations accept 60 requests a minute with one API key. When they are used up, the node waits and then continues, so this many items take a few minutes.',
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: '={{ $parameter["operation"] !== "getAll" && $input.all().length > 30 }}',
	},
	{
		message:
			"Older installations can't filter or sort. In that case the node reads all entries, then filters and sorts them.",
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition:
			'={{ $parameter["operation"] === "getAll" && (Object.keys($parameter["filters"] ?? {}).length > 0 || Object.keys($parameter["options"] ?? {}).length > 0) }}',
	},
];
