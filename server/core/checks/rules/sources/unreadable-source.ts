import { attributeOf } from "../../../language/entry.ts";
import { valueSpan } from "../../../language/problem.ts";
import { isValidValue } from "../../../language/values.ts";
import { MAX_BYTES, type SourceText } from "../../../sources/readSource.ts";
import type { EntryCheck } from "../../check.ts";

/** A source whose file is there but cannot be read, or may not. */
export const unreadableSource: EntryCheck = {
  code: "unreadable-source",
  severity: "error",
  title: "A source whose file cannot be read",
  scope: "entry",
  *check(entry, { sourceText }) {
    if (entry.head.keyword !== "source") return;
    const path = attributeOf(entry, "file");
    if (path === undefined || !isValidValue("file", path.value)) return;
    const message = unreadableMessage(sourceText(entry));
    if (message !== undefined) yield { ...valueSpan(entry, path), entry, message };
  },
};

const megabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024));

/** Why a file that is there gives no text, and what to do. */
export function unreadableMessage(source: SourceText): string | undefined {
  switch (source.state) {
    case "found":
    case "missing":
    case "unknown":
      return undefined;
    case "outside":
      return "This file lies outside the folders that are open, so it is not read. Put it beside the map, or open the folder that holds both.";
    case "too-large":
      return `This file is too large to be read: ${megabytes(source.bytes)} MB, where at most ${megabytes(MAX_BYTES)} MB are. Keep the part that you quote from in a file of its own.`;
    case "denied":
      return "This is a folder, or a file that may not be read. Name a file that you can open.";
    case "unsupported":
      return "Documents of this kind are not read. Open it in the program that it is from, and save it as plain text, HTML or PDF.";
    case "binary":
      return "This file is no text in UTF-8, so it cannot be read. Save it as plain text, Markdown or HTML in UTF-8, or as PDF.";
    case "broken":
      return "This file is damaged and cannot be read. Save it anew from where it comes from, or keep its text in a text file.";
    case "password-protected":
      return "This PDF asks for a password, so it cannot be read. Save a copy without one, or keep its text in a text file.";
    case "no-text":
      return "This PDF holds pictures of its pages and no text. Let a text recognition run over it, or keep its text in a text file.";
    case "timed-out":
      return "This file takes too much time or memory to be read. Keep the part that you quote from in a file of its own.";
    default:
      return source satisfies never;
  }
}
