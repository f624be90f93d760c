/** Reads the text of an OpenDocument text: as printed, with accepted changes, and with its notes at the end. */
import { documentArticle, joinTexts, type TextWithHeadings } from "../../article.ts";
import type { ReadResult } from "../../readArticle.ts";
import { ReaderTextBuilder, type Separator } from "../readerTextBuilder.ts";
import { optionalXmlFile, parseXml, textsOfElements, xmlFile } from "./xml.ts";
import { unzip, type ZipFiles } from "./zip.ts";

const CONTENT = "content.xml";
const METADATA = "meta.xml";
const MANIFEST = "META-INF/manifest.xml";

/** Elements that are skipped with their content: deleted text, comments, marks of notes, and what describes pictures and fields. */
const HIDDEN: ReadonlySet<string> = new Set([
  "tracked-changes",
  "annotation",
  "note-citation",
  "ruby-text",
  "hidden-text",
  "hidden-paragraph",
  "svg:desc",
  "svg:title",
  "forms",
  "table-of-content-source",
  "illustration-index-source",
  "table-index-source",
  "object-index-source",
  "user-index-source",
  "alphabetical-index-source",
  "bibliography-source",
]);

const SEPARATORS: ReadonlyMap<string, Separator> = new Map<string, Separator>([
  ["p", "\n\n"],
  ["h", "\n\n"],
  ["list-item", "\n\n"],
  ["section", "\n\n"],
  ["frame", "\n\n"],
  ["table-row", "\n"],
  ["line-break", "\n"],
  ["table-cell", "\t"],
]);

/** Reads an OpenDocument text (`.odt`, `.ott`). */
export function parseOdt(bytes: Uint8Array, maxBytes: number): ReadResult {
  const files = unzip(bytes, (path) => path === CONTENT || path === METADATA || path === MANIFEST, maxBytes);
  if (isEncrypted(files)) return { state: "password-protected" };
  const content = readContent(xmlFile(files, CONTENT));
  if (content === undefined) return { state: "broken" };
  const metadata = textsOfElements(optionalXmlFile(files, METADATA) ?? "", [
    "title",
    "initial-creator",
    "creator",
    "date",
  ]);
  return {
    state: "found",
    article: {
      ...documentArticle("odt", content),
      metadata: {
        title: metadata.get("title"),
        author: metadata.get("initial-creator") ?? metadata.get("creator"),
        date: metadata.get("date"),
      },
    },
  };
}

/** Whether the content is encrypted. The manifest never is. */
function isEncrypted(files: ZipFiles): boolean {
  let isFound = false;
  parseXml(optionalXmlFile(files, MANIFEST) ?? "", {
    open(name) {
      isFound ||= name === "encryption-data";
    },
  });
  return isFound;
}

/** Returns the text with its headings; undefined if the document is no text but, for example, a spreadsheet. */
function readContent(xml: string): TextWithHeadings | undefined {
  const [body, notes] = [new ReaderTextBuilder(), new ReaderTextBuilder()];
  let isTextDocument = false;
  let current = body;
  // The number of open elements from the outermost hidden one on; that of open notes.
  let hiddenDepth = 0;
  let isInText = false;
  const add = (text: string): void => {
    if (isInText && hiddenDepth === 0) current.addText(text, 0);
  };
  parseXml(xml, {
    open(name, attributes, nameWithPrefix) {
      const isHidden = HIDDEN.has(name) || HIDDEN.has(nameWithPrefix) || attributes["display"] === "none";
      if (name === "text") isInText = isTextDocument = true;
      if (hiddenDepth > 0 || isHidden) hiddenDepth++;
      if (name === "note-body") current = notes;
      current.separate(SEPARATORS.get(name) ?? "");
      if (name === "h" && hiddenDepth === 0) current.startHeading(Number(attributes["outline-level"] ?? 1) || 1);
      if (name === "s" || name === "tab") add(" ");
    },
    text: add,
    close(name) {
      if (name === "text") isInText = false;
      if (name === "h") current.endHeading();
      current.separate(SEPARATORS.get(name) ?? "");
      if (name === "note-body") current = body;
      if (hiddenDepth > 0) hiddenDepth--;
    },
  });
  if (!isTextDocument) return undefined;
  return joinTexts([body, notes].map((part) => part.build("odt", "")));
}
