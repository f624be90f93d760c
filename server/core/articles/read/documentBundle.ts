/** Entry point of the readers of Word documents and e-mails, built as a separate bundle that is loaded with the first of them. */
import type { DocumentFormat } from "../article.ts";
import type { ReadResult } from "../readArticle.ts";
import { isEncryptedOffice, parseDocx } from "./docx.ts";
import { parseEmail } from "./email.ts";

/** Reads a document from the bytes of its file. */
export async function readDocument(format: DocumentFormat, bytes: Uint8Array): Promise<ReadResult> {
  if (format === "docx" && isEncryptedOffice(bytes)) return { state: "password-protected" };
  const article = format === "docx" ? await parseDocx(bytes) : await parseEmail(bytes);
  return article === undefined ? { state: "broken" } : { state: "found", article };
}
