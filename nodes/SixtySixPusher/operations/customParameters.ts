import { isRecord, parsedJson } from '../transport/values';

/**
 * A subscriber's custom parameters. Installations report none as `[]`, and PHP makes a list of those
 * whose keys are 0, 1, 2, …
 *
 * @returns undefined if they can't be read, e.g. because they are not reported
 */
export function customParametersIn(reported: unknown): Map<string, string> | undefined {
	const value = parsedJson(reported);
	if (value === null || value === '') return new Map();
	if (!isRecord(value) && !Array.isArray(value)) return undefined;

	const parameters = Object.entries(value);
	if (parameters.some(([, text]) => typeof text === 'object' && text !== null)) return undefined;
	return new Map(parameters.map(([key, text]) => [key, String(text ?? '')]));
}
