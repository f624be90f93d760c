/** Entry point of the readers of documents, built as a separate bundle that is loaded with the first of them. */
import type { DocumentFormat } from "../article.ts";
import { MAX_BYTES, type ReadResult } from "../readArticle.ts";
import { parseDocx } from "./documents/docx.ts";
import { parseEmail } from "./documents/email.ts";
import { parseEpub } from "./documents/epub.ts";
import { parseOdt } from "./documents/odt.ts";
import { parseWebArchive } from "./documents/webArchive.ts";
import { UnpackedTooLargeError } from "./documents/zip.ts";

/** Reads a document from the bytes of its file. Throws if it is damaged. */
export async function readDocument(format: DocumentFormat, bytes: Uint8Array): Promise<ReadResult> {
  try {
    return await readers[format](bytes);
  } catch (error) {
    if (error instanceof UnpackedTooLargeError) return { state: "too-large", bytes: error.bytes, isUnpacked: true };
    throw error;
  }
}

/** The text of a document is limited as that of a file without a container is. */
const readers: { readonly [F in DocumentFormat]: (bytes: Uint8Array) => ReadResult | Promise<ReadResult> } = {
  docx: (bytes) => parseDocx(bytes, MAX_BYTES),
  email: parseEmail,
  epub: (bytes) => parseEpub(bytes, MAX_BYTES),
  odt: (bytes) => parseOdt(bytes, MAX_BYTES),
  "web-archive": parseWebArchive,
};
