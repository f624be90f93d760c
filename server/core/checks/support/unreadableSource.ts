/** Explains why a source cannot be read. */
import { MAX_BYTES, type SourceArticle } from "../../articles/readArticle.ts";

const megabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024));

/** Returns why the file of a source cannot be read, and what to do; undefined if it can be, or if there is no file. */
export function unreadableMessage(source: SourceArticle): string | undefined {
  switch (source.state) {
    case "found":
    case "missing":
    case "unknown":
      return undefined;
    case "outside":
      return "This file is outside the open folders, so it cannot be read. Move it next to the map, or open the folder that contains both.";
    case "too-large":
      return `This file is too large: ${source.isUnpacked === true ? "its text" : "it"} is ${megabytes(source.bytes)} MB, and the limit is ${megabytes(MAX_BYTES)} MB. Put the part that you quote in a separate file.`;
    case "denied":
      return "This is no ordinary file, or you are not allowed to read it. Choose a text file that you can open.";
    case "unsupported":
      return "This type of file cannot be read. Open it in its own program, and save it as plain text, HTML, Word (.docx) or PDF.";
    case "binary":
      return "This file is not text, so it cannot be read. Save it as plain text, Markdown, HTML or PDF.";
    case "broken":
      return "This file is damaged and cannot be read. Download it again, or put its text in a text file.";
    case "password-protected":
      return "This file is protected by a password. Save a copy without one, or put its text in a text file.";
    case "no-text":
      return "This file contains pictures of its pages but no text. Run text recognition (OCR) on it, or put its text in a text file.";
    case "timed-out":
      return "This file takes too much time or memory to read. Put the part that you quote in a separate file.";
    case "unanswered":
      return "This file is still being read: the place where it is stored has not answered yet. Wait, or check your connection to it.";
    default:
      return source satisfies never;
  }
}
