import type { NodeHint } from 'n8n-workflow';

/** Shown in the output panel before the node runs, where people go wrong. */
export const flowHints: NodeHint[] = [
	{
		message:
			"No input item has a file, but 'Image Data Field Name' asks for one. Add a previous step that outputs a file, e.g. HTTP Request or a form with an upload.",
		type: 'warning',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition:
			'={{ ($parameter["additionalFields"]?.image || $parameter["updateFields"]?.image) && $input.all().length > 0 && !$input.all().some((item) => item.binary) }}',
	},
];
