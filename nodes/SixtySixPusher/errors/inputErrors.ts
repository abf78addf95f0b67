import { PusherError } from './PusherError';

const CHECK_EXPRESSION = 'If it is an expression, check that it returns a value for this item.';

/** A value as messages show it: the beginning tells which one it is. */
function shortened(value: unknown): string {
	const text = String(value);
	return text.length > 40 ? `${text.slice(0, 40)} …` : text;
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

	tooLong: (label: string, length: number, maxLength: number) =>
		new PusherError(
			`'${label}' has ${length} characters, but the installation keeps only ${maxLength}`,
			`Shorten '${label}' to ${maxLength} characters. Some emoji count as several.`,
		),

	notAnId: (label: string, orAll: string) =>
		new PusherError(
			`'${label}' is not an ID`,
			`Choose an entry from the list, or enter a whole number above 0, e.g. 12${orAll}. ${CHECK_EXPRESSION}`,
		),

	notAnInteger: (label: string) =>
		new PusherError(
			`'${label}' is not a whole number above 0`,
			`Enter a number, e.g. 3. ${CHECK_EXPRESSION}`,
		),

	tooLongDuration: (label: string, days: number, longest: number, unit: string) =>
		new PusherError(
			`'${label}' is longer than ${days} days`,
			`Enter at most ${longest} ${unit}. The installation shortens a longer wait without saying so.`,
		),

	notAnOption: (label: string, values: ReadonlyArray<string | number>) =>
		new PusherError(
			`'${label}' has an unknown value`,
			`Use one of: ${values.join(', ')}. ${CHECK_EXPRESSION}`,
		),

	notAnIdInList: (label: string, value: unknown) =>
		new PusherError(
			`'${label}' contains something that is not an ID: '${shortened(value)}'`,
			`Enter whole numbers above 0 with commas between them, e.g. 1, 2, 3. ${CHECK_EXPRESSION}`,
		),

	commaInList: (label: string, value: string) =>
		new PusherError(
			`'${label}' contains a comma inside a value: '${shortened(value)}'`,
			'Commas separate the values. A value with a comma of its own cannot be used here.',
		),

	twice: (label: string, value: string) =>
		new PusherError(
			`'${label}' contains '${shortened(value)}' twice`,
			'Keep one of them, so that it is clear which one counts.',
		),

	notABoolean: (label: string) =>
		new PusherError(
			`'${label}' is neither true nor false`,
			`Turn '${label}' on or off, or remove it. ${CHECK_EXPRESSION}`,
		),

	notADate: (label: string) =>
		new PusherError(
			`'${label}' is not a date`,
			'Enter one such as 2026-01-31 or 2026-01-31 18:30:00, or any ISO 8601 date.',
		),

	beforeOther: (label: string, other: string) =>
		new PusherError(`'${label}' is before '${other}'`, 'Swap the two dates.'),

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
