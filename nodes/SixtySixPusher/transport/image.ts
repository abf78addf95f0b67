import type { IBinaryData, IExecutePaginationFunctions } from 'n8n-workflow';

import { FIELDS } from '../api/fields';
import { inputFailures } from './failures';
import type { FilePart } from './form';

/** A kind of picture that the API takes. It decides by the file name's extension alone. */
interface ImageKind {
	mimeType: string;
	/** The first is the usual one. */
	extensions: string[];
	/** Whether the first bytes, as Latin-1 text, are those of this kind. */
	fits: (start: string) => boolean;
}

/** After a byte order mark, declarations and comments, the first element is that of an SVG. */
const SVG_START =
	/^(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*\?>|<!--[^]*?-->|<!doctype\s+svg\b[^>[]*(?:\[[^\]]*\])?\s*>)*<(?:[\w.-]+:)?svg[\s/>]/i;

const KINDS: ImageKind[] = [
	{
		mimeType: 'image/jpeg',
		extensions: ['jpg', 'jpeg'],
		fits: (start) => start.startsWith('\xff\xd8\xff'),
	},
	{
		mimeType: 'image/png',
		extensions: ['png'],
		fits: (start) => start.startsWith('\x89PNG\r\n\x1a\n'),
	},
	{ mimeType: 'image/gif', extensions: ['gif'], fits: (start) => /^GIF8[79]a/.test(start) },
	{
		mimeType: 'image/webp',
		extensions: ['webp'],
		fits: (start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP',
	},
	{
		mimeType: 'image/svg+xml',
		extensions: ['svg'],
		fits: (start) => SVG_START.test(start),
	},
];

export const IMAGE_EXTENSIONS = KINDS.flatMap(({ extensions }) => extensions);

/** A media type that does not tell a picture that the API takes from another file. */
const SAYS_NOTHING = /^(?:$|image\/jpg|application\/octet-stream|binary\/octet-stream)/;

/** As much of a file as an SVG's comments and declarations may take before its first element. */
const START_LENGTH = 64 * 1024;

/**
 * Checks, without reading the file, that the item has one in this field that may be a picture.
 *
 * @throws {Failure} when it is missing, empty or clearly of another kind
 */
export function checkImage(context: IExecutePaginationFunctions, field: string): void {
	const { label } = FIELDS.image;
	const file = fileIn(context, field);

	if (file === undefined) throw inputFailures.imageMissing(label, field);
	if (file.bytes === 0 || (file.id === undefined && file.data === '')) {
		throw inputFailures.imageEmpty(field);
	}

	const type = file.mimeType.toLowerCase();
	const extensions = [extensionOf(file.fileName ?? ''), file.fileExtension?.toLowerCase() ?? ''];
	const mayBePicture =
		SAYS_NOTHING.test(type) ||
		KINDS.some(({ mimeType }) => type.startsWith(mimeType)) ||
		extensions.some((extension) => IMAGE_EXTENSIONS.includes(extension));
	if (!mayBePicture) throw inputFailures.notAnImage(field, IMAGE_EXTENSIONS);
}

/**
 * Reads the file, and names it so that the API takes it for what it is: a file without a name is
 * none to it, and one with another kind's extension is refused or served wrongly.
 *
 * @throws {Failure} when it can't be read, is empty, or its content is no picture
 */
export async function readImage(
	context: IExecutePaginationFunctions,
	field: string,
): Promise<FilePart> {
	const content = await contentOf(context, field);
	if (content.length === 0) throw inputFailures.imageEmpty(field);

	const start = content.subarray(0, START_LENGTH).toString('latin1');
	const kind = KINDS.find(({ fits }) => fits(start));
	if (kind === undefined) throw inputFailures.notAnImage(field, IMAGE_EXTENSIONS);

	return {
		content,
		mimeType: kind.mimeType,
		fileName: withExtension(baseName(fileIn(context, field)?.fileName) ?? field, kind),
	};
}

function withExtension(fileName: string, { extensions }: ImageKind): string {
	if (extensions.includes(extensionOf(fileName))) return fileName;

	const isOtherKind = IMAGE_EXTENSIONS.includes(extensionOf(fileName));
	const stem = isOtherKind ? fileName.slice(0, fileName.lastIndexOf('.')) : fileName;
	return `${stem || 'image'}.${extensions[0]}`;
}

/** The name without folders. */
function baseName(path: string | undefined): string | undefined {
	return path?.split(/[\\/]/).pop() || undefined;
}

function extensionOf(fileName: string): string {
	return /\.([^./\\]+)$/.exec(fileName)?.[1].toLowerCase() ?? '';
}

function fileIn(context: IExecutePaginationFunctions, field: string): IBinaryData | undefined {
	try {
		return context.helpers.assertBinaryData(field);
	} catch {
		return undefined;
	}
}

async function contentOf(context: IExecutePaginationFunctions, field: string): Promise<Buffer> {
	try {
		return await context.helpers.getBinaryDataBuffer(field);
	} catch {
		throw inputFailures.imageUnreadable(field);
	}
}
