/** Reads the text of a Word document: as printed, with accepted changes, and with its notes at the end. */

import { zipSync } from "fflate";
import mammoth from "mammoth";
import { documentArticle } from "../../article.ts";
import type { ReadResult } from "../../readArticle.ts";
import { readHtml } from "../markup/html.ts";
import { unzip } from "./zip.ts";

/** The library adds such a link to the end of each note; the document has none. */
const BACK_LINK = /<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g;

/** Reads a Word document (`.docx`, `.docm`). Pictures are left out, and no other file is read. */
export async function parseDocx(bytes: Uint8Array, maxBytes: number): Promise<ReadResult> {
  if (isEncryptedOffice(bytes)) return { state: "password-protected" };
  // The library has no limit of its own, so it gets an archive that is unpacked already.
  const files = unzip(bytes, (path) => /\.(?:xml|rels)$/i.test(path), maxBytes);
  const buffer = zipSync(Object.fromEntries(files), { level: 0 });
  const { value: html } = await mammoth.convertToHtml(
    // The library takes a `buffer` in Node and an `arrayBuffer` in browsers. Its types allow only one of them.
    Object.assign({ buffer }, { arrayBuffer: buffer.buffer }),
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), externalFileAccess: false },
  );
  return { state: "found", article: documentArticle("docx", readHtml(html.replace(BACK_LINK, ""))) };
}

/** The first bytes of the container of older Office documents, which also holds encrypted ones. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether the bytes are an encrypted document of Microsoft Office. */
const isEncryptedOffice = (bytes: Uint8Array): boolean =>
  COMPOUND_FILE.every((byte, at) => bytes[at] === byte) &&
  new TextDecoder("utf-16le").decode(bytes).includes("EncryptedPackage");
