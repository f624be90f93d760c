/** Reads the text of a Word document: as printed, with accepted changes, and with its notes at the end. */
import mammoth from "mammoth";
import { type Article, plainArticle } from "../article.ts";
import { readHtml } from "./html.ts";

/** The library adds such a link to the end of each note; the document has none. */
const BACK_LINK = /<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g;

/** Reads a Word document (`.docx`, `.docm`). Pictures are left out, and no other file is read. */
export async function parseDocx(bytes: Uint8Array): Promise<Article> {
  const { value: html } = await mammoth.convertToHtml(
    { buffer: bytes },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), externalFileAccess: false },
  );
  return plainArticle("docx", readHtml(html.replace(BACK_LINK, "")).text);
}

/** The first bytes of the container of older Office documents, which also holds encrypted ones. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether the bytes are an encrypted document of Microsoft Office. */
export const isEncryptedOffice = (bytes: Uint8Array): boolean =>
  COMPOUND_FILE.every((byte, at) => bytes[at] === byte) &&
  new TextDecoder("utf-16le").decode(bytes).includes("EncryptedPackage");
