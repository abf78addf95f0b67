import type { IBinaryData } from 'n8n-workflow';

import { inputErrors } from '../errors/inputErrors';
import type { FilePart } from '../transport/multipart';
import type { Item } from './item';
import { isSvg } from './svg';
import { labelOf } from './validate';

/** A type of image that the API accepts. It decides by the file name's extension alone. */
interface ImageType {
	mimeType: string;
	/** The first is the usual one. */
	extensions: [string, ...string[]];
	/** Whether the first bytes, as Latin-1 text, are those of this type. */
	matches: (start: string) => boolean;
}

const TYPES: ImageType[] = [
	{
		mimeType: 'image/jpeg',
		extensions: ['jpg', 'jpeg'],
		matches: (start) => start.startsWith('\xff\xd8\xff'),
	},
	{
		mimeType: 'image/png',
		extensions: ['png'],
		matches: (start) => start.startsWith('\x89PNG\r\n\x1a\n'),
	},
	{ mimeType: 'image/gif', extensions: ['gif'], matches: (start) => /^GIF8[79]a/.test(start) },
	{
		mimeType: 'image/webp',
		extensions: ['webp'],
		matches: (start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP',
	},
	{
		mimeType: 'image/svg+xml',
		extensions: ['svg'],
		matches: isSvg,
	},
];

const EXTENSIONS = TYPES.flatMap(({ extensions }) => extensions);

/** Media types that servers give to images that the API accepts, among other files. */
const UNTELLING =
	/^(?:$|image\/(?:jpg|pjpeg|x-png|svg)|(?:application|binary)\/octet-stream|(?:application|text)\/(?:xml|html))/;

/** How much of a file an SVG's comments and declarations may take before its first element. */
const START_LENGTH = 64 * 1024;

/**
 * Checks, without reading the file, that the item has one in this field that may be an image.
 *
 * @throws {PusherError} when it is missing, empty or clearly of another type
 */
export function validateImage(item: Item, field: string): void {
	const file = fileIn(item, field);

	if (file === undefined) {
		throw inputErrors.imageMissing(labelOf(item.definition, 'image'), field);
	}
	if (file.bytes === 0 || (file.id === undefined && file.data === '')) {
		throw inputErrors.imageEmpty(field);
	}

	const declared = lowerCase(file.mimeType);
	const extensions = [extensionOf(nameIn(file)), lowerCase(file.fileExtension)];
	const mayBeImage =
		UNTELLING.test(declared) ||
		TYPES.some(({ mimeType }) => declared.startsWith(mimeType)) ||
		extensions.some((extension) => EXTENSIONS.includes(extension));
	if (!mayBeImage) throw inputErrors.notAnImage(field, EXTENSIONS);
}

/**
 * Reads the file, and names it so that the API takes it for what it is: without a name it is not a
 * file to the API, and with another type's extension it is refused or served wrongly.
 *
 * @throws {PusherError} when it can't be read, is empty, or isn't an image
 */
export async function readImage(item: Item, field: string): Promise<FilePart> {
	const content = await contentOf(item, field);
	if (content.length === 0) throw inputErrors.imageEmpty(field);

	const start = content.subarray(0, START_LENGTH).toString('latin1');
	const type = TYPES.find(({ matches }) => matches(start));
	if (type === undefined) throw inputErrors.notAnImage(field, EXTENSIONS);

	return {
		content,
		mimeType: type.mimeType,
		fileName: withExtension(baseName(nameIn(fileIn(item, field))) ?? field, type),
	};
}

function withExtension(fileName: string, { extensions }: ImageType): string {
	if (extensions.includes(extensionOf(fileName))) return fileName;

	const isOtherType = EXTENSIONS.includes(extensionOf(fileName));
	const stem = isOtherType ? fileName.slice(0, fileName.lastIndexOf('.')) : fileName;
	return `${stem || 'image'}.${extensions[0]}`;
}

/** A Code node may put anything into a file's data, or leave it out. */
function lowerCase(value: unknown): string {
	return typeof value === 'string' ? value.toLowerCase() : '';
}

function nameIn(file: IBinaryData | undefined): string {
	const name: unknown = file?.fileName;
	return typeof name === 'string' ? name : '';
}

/** The name without folders. */
function baseName(path: string): string | undefined {
	return path.split(/[\\/]/).pop() || undefined;
}

function extensionOf(fileName: string): string {
	return /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

function fileIn({ context }: Item, field: string): IBinaryData | undefined {
	try {
		return context.helpers.assertBinaryData(field);
	} catch {
		return undefined;
	}
}

async function contentOf({ context }: Item, field: string): Promise<Buffer> {
	try {
		return await context.helpers.getBinaryDataBuffer(field);
	} catch {
		throw inputErrors.imageUnreadable(field);
	}
}
