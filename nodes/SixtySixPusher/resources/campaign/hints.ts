import type { NodeHint } from 'n8n-workflow';

/** Shown in the output panel before the node runs, where people go wrong. */
export const campaignHints: NodeHint[] = [
	{
		message:
			"Several input items: the node sends no message to all subscribers or a segment unless 'Send for Each Item' is on under 'Options'. Each item would be a message of its own. To send one, turn on 'Execute Once' in the node's settings.",
		type: 'warning',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition:
			'={{ $parameter["resource"] === "campaign" && ($parameter["operation"] === "sendDraft" || ($parameter["operation"] === "send" && $parameter["sendTo"] !== "subscribers")) && !$parameter["options"]?.sendForEachItem && $input.all().length > 1 }}',
	},
];
