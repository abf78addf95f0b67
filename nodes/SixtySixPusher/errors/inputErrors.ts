import { PusherError } from './PusherError';

const CHECK_EXPRESSION = 'If it is an expression, check that it returns a value for this item.';

/** The longest part of a wrong value that is shown. */
const MAX_SHOWN = 60;

/** A wrong value as a message shows it. */
function shown(value: unknown): string {
	if (value === undefined || value === null || value === '') return 'nothing';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	const [...characters] = text;
	const part = characters.slice(0, MAX_SHOWN).join('');
	return typeof value === 'string' || characters.length > MAX_SHOWN
		? `'${part}${characters.length > MAX_SHOWN ? ' …' : ''}'`
		: part;
}

/** Found in the input, before anything was sent. `label` is the parameter's name in the form. */
export const inputErrors = {
	empty: (label: string) =>
		new PusherError(`'${label}' is empty`, `Fill in '${label}'. ${CHECK_EXPRESSION}`),

	notText: (label: string) =>
		new PusherError(
			`'${label}' is not text`,
			'Check what its expression returns for this item. From a list or an object, choose one value.',
		),

	brokenText: (label: string) =>
		new PusherError(
			`'${label}' contains half an emoji`,
			'Check the expression: it may cut the text in the middle of a character.',
		),

	notShown: (label: string) =>
		new PusherError(
			`'${label}' is a date and not text`,
			"Format it, e.g. {{ $now.toFormat('dd.MM.yyyy') }}.",
		),

	notOneExpression: (label: string) =>
		new PusherError(
			`'${label}' can't be read from what the expression returned`,
			"If a collection such as 'Filters' is one expression, it must return an object. Or set its fields one by one.",
		),

	datesReversed: (from: string, to: string) =>
		new PusherError(`'From Date' (${from}) is after 'To Date' (${to})`, 'Swap the two dates.'),

	imageIsFile: (label: string) =>
		new PusherError(
			`'${label}' is a file and not the name of a field`,
			"Enter the name of the input field that contains the file, e.g. 'data'.",
		),

	tooLong: (label: string, length: number, maxLength: number) =>
		new PusherError(
			`'${label}' has ${length} characters, but the installation keeps only ${maxLength}`,
			`Shorten '${label}' to ${maxLength} characters. Some emoji count as several.`,
		),

	notAnId: (label: string, value: unknown, orAll: string) =>
		new PusherError(
			`'${label}' is not an ID: ${shown(value)}`,
			`Choose an entry from the list, or enter a whole number above 0, e.g. 12${orAll}.`,
		),

	notAnInteger: (label: string, value: unknown) =>
		new PusherError(
			`'${label}' is not a whole number above 0: ${shown(value)}`,
			'Enter a number, e.g. 3.',
		),

	tooLongDuration: (label: string, days: number, longest: number, unit: string) =>
		new PusherError(
			`'${label}' is longer than ${days} days`,
			`Enter at most ${longest} ${unit}. The installation shortens a longer wait without saying so.`,
		),

	notAnOption: (label: string, value: unknown, values: ReadonlyArray<string | number>) =>
		new PusherError(`'${label}' can't be ${shown(value)}`, `Use one of: ${values.join(', ')}.`),

	notAnIdInList: (label: string, value: unknown) =>
		new PusherError(
			`'${label}' contains something that is not an ID: ${shown(value)}`,
			'Enter whole numbers above 0 with commas between them, e.g. 1, 2, 3, or an expression that returns a list of them.',
		),

	commaInList: (label: string, value: string) =>
		new PusherError(
			`'${label}' contains a value with a comma: ${shown(value)}`,
			'Commas separate the values. A value with a comma of its own cannot be used here.',
		),

	twice: (label: string, value: string) =>
		new PusherError(
			`'${label}' contains ${shown(value)} twice`,
			'Keep one of them, so that it is clear which one counts.',
		),

	notABoolean: (label: string, value: unknown) =>
		new PusherError(
			`'${label}' is neither true nor false: ${shown(value)}`,
			`Turn '${label}' on or off, or remove it.`,
		),

	notADate: (label: string, value: unknown) =>
		new PusherError(
			`'${label}' is not a date: ${shown(value)}`,
			'Enter one such as 2026-01-31 or 2026-01-31 18:30:00, or any ISO 8601 date.',
		),

	needsOther: (label: string, other: string) =>
		new PusherError(
			`'${label}' needs '${other}' as well`,
			`Add '${other}'. One without the other would change what the stored value means.`,
		),

	meaningless: (label: string, other: string) =>
		new PusherError(
			`'${label}' means nothing without '${other}'`,
			`Add '${other}', or remove '${label}'.`,
		),

	beforeOther: (label: string, other: string) =>
		new PusherError(`'${label}' is before '${other}'`, 'Swap the two dates.'),

	nothingToUpdate: () =>
		new PusherError(
			'Nothing to update',
			`Add at least one field under 'Update Fields'. ${CHECK_EXPRESSION}`,
		),

	noWebsite: (website: string) =>
		new PusherError(
			`Website ${website} does not exist, so nothing was sent`,
			"Choose 'Website' from the list. The installation might otherwise use another website.",
		),

	notLookedUp: (what: string, { message, description, details }: PusherError) =>
		new PusherError(
			`The ${what} could not be looked up, so nothing was sent: ${message}`,
			description,
			{ ...details, outcome: 'refused' },
		),

	segmentStays: (segment: string, website: string) =>
		new PusherError(
			`Segment ${segment} does not belong to website ${website}, so nothing was sent`,
			"It is stored now, and belongs to the website so far. Add 'Segment' and choose one of the new website, or all subscribers.",
		),

	noSegment: (segment: string) =>
		new PusherError(
			`Segment ${segment} does not exist, so nothing was sent`,
			"Choose 'Segment' from the list. The installation might otherwise use all subscribers.",
		),

	segmentElsewhere: (segment: string, itsWebsite: string, website: string) =>
		new PusherError(
			`Segment ${segment} belongs to website ${itsWebsite}, not to website ${website}, so nothing was sent`,
			"Choose 'Segment' from the list of this website. The installation might otherwise use all subscribers.",
		),

	imageMissing: (label: string, field: string) =>
		new PusherError(
			`No file in the input field '${field}' ('${label}')`,
			"Open the Binary tab of the previous step and enter the name of the field that contains the file, e.g. 'data'.",
		),

	imageEmpty: (field: string) =>
		new PusherError(
			`The file in the input field '${field}' is empty`,
			'Check the step that created or downloaded the file.',
		),

	imageUnreadable: (field: string) =>
		new PusherError(
			`The file in the input field '${field}' could not be read from n8n's storage`,
			'Run the step that created or downloaded the file again.',
		),

	notAnImage: (field: string, extensions: readonly string[]) =>
		new PusherError(
			`The file in the input field '${field}' is not a supported image`,
			`Use one of: ${extensions.join(', ')}. If a download failed, the file may be a web page with an image's name. Open it to check.`,
		),
};
