/** What one part of the form holds: a text, or a file with its name. */
export type FormPart = string | { content: Blob; fileName: string };

/**
 * The body of a create or update: the API reads form fields, and sees nothing in a JSON body.
 *
 * n8n's HTTP client adds the Content-Type with the form's boundary. Setting one by hand would make
 * it send something else.
 */
export function toFormData(parts: Readonly<Record<string, FormPart>>): FormData {
	const form = new FormData();
	for (const [name, part] of Object.entries(parts)) {
		if (typeof part === 'string') form.append(name, part);
		else form.append(name, part.content, part.fileName);
	}
	return form;
}
