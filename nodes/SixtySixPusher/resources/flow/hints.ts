import type { NodeHint } from 'n8n-workflow';

/** Shown beside the form where people go wrong, before the node runs. */
export const flowHints: NodeHint[] = [
	{
		message:
			'Many installations take 60 requests a minute with one API key. When that is reached, the node waits and goes on by itself, so this many items take a few minutes.',
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: '={{ $parameter["operation"] !== "getAll" && $input.all().length > 30 }}',
	},
	{
		message:
			"No input item has a file, and 'Image Data Field Name' asks for one. Add a previous step that outputs a file, such as HTTP Request or a form with an upload.",
		type: 'warning',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition:
			'={{ ($parameter["additionalFields"]?.image || $parameter["updateFields"]?.image) && $input.all().length > 0 && !$input.all().some((item) => item.binary) }}',
	},
	{
		message:
			'Older installations know neither filters nor order. The node then reads all flows and filters and sorts them itself.',
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition:
			'={{ $parameter["operation"] === "getAll" && (Object.keys($parameter["filters"] ?? {}).length > 0 || Object.keys($parameter["options"] ?? {}).length > 0) }}',
	},
];
