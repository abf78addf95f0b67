import { randomString } from 'n8n-workflow';

/** What one part of the form holds: a text, or a file with its name. */
export type FormPart = string | FilePart;

export interface FilePart {
	content: Buffer;
	fileName: string;
	mimeType: string;
}

export interface Form {
	contentType: string;
	body: Buffer;
}

/**
 * The body of a create or update, as `multipart/form-data` (RFC 7578): the API reads form fields,
 * and sees nothing in a JSON body.
 *
 * It is written here and not left to `FormData`: that keeps files in `Blob`s, whose memory Node's
 * garbage collector doesn't see and so doesn't hurry to free, and it changes line breaks.
 */
export function toForm(parts: Readonly<Record<string, FormPart>>): Form {
	const boundary = `----66pusher-${randomString(24)}`;
	const chunks: Buffer[] = [];
	for (const [name, part] of Object.entries(parts)) {
		chunks.push(Buffer.from(`--${boundary}\r\n${headersOf(name, part)}\r\n\r\n`));
		chunks.push(typeof part === 'string' ? Buffer.from(part) : part.content);
		chunks.push(Buffer.from('\r\n'));
	}
	chunks.push(Buffer.from(`--${boundary}--\r\n`));

	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		body: Buffer.concat(chunks),
	};
}

function headersOf(name: string, part: FormPart): string {
	const disposition = `Content-Disposition: form-data; name="${name}"`;
	if (typeof part === 'string') return disposition;

	return `${disposition}; filename="${escaped(part.fileName)}"\r\nContent-Type: ${part.mimeType}`;
}

/** As browsers do it, by the HTML standard's multipart/form-data encoding. */
function escaped(fileName: string): string {
	return fileName.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}
