/**
 * The documents that show what a reader sees of a file that no editor shows as text. Their URI is made of that of the file
 * here, and nowhere else.
 */
import type { Format } from "../core/sources/article.ts";
/** The scheme of these documents. */
export declare const SHOWN = "argmap-source";
/** The URI under which the reader's text of a file is shown: the same path, and of files that lie elsewhere than on disk the scheme. */
export declare function shownUri(file: string): string;
/** The file whose text is shown under a URI; undefined for all other URIs. */
export declare function fileShown(uri: string): string | undefined;
/** Where an article opens: a PDF as the text that a reader sees, all others as they are. */
export declare const opensAs: (file: string, format: Format) => string;
