const MEMORY_STEP = 64 * 1024;

/** A part of the form: a text, or a file with its name. */
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
 * Memory for forms with images, one after the other: Node's garbage collector sees little of what a
 * Buffer takes, and would let dozens of them pile up before it frees any.
 */
export class FormMemory {
	private memory = Buffer.alloc(0);

	/** As much of it as a form needs. The form before is overwritten. */
	take(length: number): Buffer {
		if (this.memory.length < length) this.memory = Buffer.allocUnsafeSlow(roundUp(length));
		return this.memory.subarray(0, length);
	}

	/** Leaves it to a request that may still be under way. */
	abandon(): void {
		this.memory = Buffer.alloc(0);
	}
}

/**
 * The body of a create or update, as `multipart/form-data` (RFC 7578): the API reads form fields,
 * and sees nothing in a JSON body.
 *
 * It is written here and not by `FormData`, which keeps files in `Blob`s, whose memory Node's garbage
 * collector doesn't see and so doesn't hurry to free, and which changes line breaks.
 *
 * @param parts a file's content is consumed: read it again for the next form
 * @param memory where to write the form; by default, in memory of its own
 */
export function toForm(
	parts: Readonly<Record<string, FormPart>>,
	memory: FormMemory = new FormMemory(),
): Form {
	const boundary = `----66pusher-${crypto.randomUUID()}`;
	const chunks: Buffer[] = [];
	let text = '';
	for (const [name, part] of Object.entries(parts)) {
		text += `--${boundary}\r\n${headersOf(name, part)}\r\n\r\n`;
		if (typeof part === 'string') {
			text += part;
		} else {
			chunks.push(Buffer.from(text), part.content);
			text = '';
		}
		text += '\r\n';
	}
	chunks.push(Buffer.from(`${text}--${boundary}--\r\n`));

	const body = memory.take(chunks.reduce((length, chunk) => length + chunk.length, 0));
	let written = 0;
	for (const chunk of chunks) written += chunk.copy(body, written);
	for (const part of Object.values(parts)) if (typeof part !== 'string') release(part.content);

	return { contentType: `multipart/form-data; boundary=${boundary}`, body };
}

/**
 * Frees a file's memory now (Node 22 and later), and not when the garbage collector runs: by then, 32
 * to 64 MB of files have piled up. Small Buffers share their memory with others.
 */
function release({ buffer, length }: Buffer): void {
	if (length < MEMORY_STEP || buffer.byteLength !== length) return;
	if ('transfer' in buffer && typeof buffer.transfer === 'function') buffer.transfer(0);
}

/** So that a form slightly larger than those before still fits. */
function roundUp(length: number): number {
	return Math.ceil(length / MEMORY_STEP) * MEMORY_STEP;
}

function headersOf(name: string, part: FormPart): string {
	const disposition = `Content-Disposition: form-data; name="${name}"`;
	if (typeof part === 'string') return disposition;

	return `${disposition}; filename="${escaped(part.fileName)}"\r\nContent-Type: ${part.mimeType}`;
}

/** As browsers do, by the HTML standard's multipart/form-data encoding. */
function escaped(fileName: string): string {
	return fileName.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}
