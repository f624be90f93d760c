import type { Hover, Position } from "vscode-languageserver";
import { type Entry, plainText } from "../../../core/language/entry.ts";
import { fileOf } from "../../../core/language/map.ts";
import { baseName } from "../../../core/strings/baseName.ts";
import { truncate } from "../../../core/strings/truncate.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { breadcrumb } from "../../shared/breadcrumb.ts";
import { type Markup, markdown, plaintext } from "../../shared/markupContent.ts";
import { nameRange } from "../../shared/ranges.ts";
import { citedDocument } from "../shared/articleDocuments.ts";
import { citationsAt, citingEntries } from "../shared/citations.ts";
import { rangeLink } from "../shared/rangeLink.ts";

const MAX_LISTED = 10;
const MAX_TEXT_LENGTH = 160;

/** Returns the entries that cite the passage at a position of an article, each with a link. */
export function articleHover(
  workspace: Workspace,
  uri: string,
  position: Position,
  options: { readonly markdown: boolean },
): Hover | null {
  const document = citedDocument(workspace, uri);
  if (document === undefined) return null;
  const citations = citationsAt(workspace, document, { start: position, end: position });
  const [first] = citations;
  if (first === undefined) return null;
  const markup = options.markdown ? markdown : plaintext;
  const entries = citingEntries(citations);
  const shown = entries.slice(0, MAX_LISTED).map((entry) => citingEntryMarkup(entry, markup));
  const more = entries.length - shown.length;
  if (more > 0) shown.push(markup.text(`… and ${more} more`));
  const start = Math.max(...citations.map(({ passage }) => passage.start));
  const end = Math.min(...citations.map(({ passage }) => passage.end));
  // The range that all of them cite, so that the hover is the same everywhere in it.
  const range = document.rangeOf(start < end ? { start, end } : first.passage);
  return { contents: { kind: markup.kind, value: shown.join("\n\n") }, range };
}

function citingEntryMarkup(entry: Entry, markup: Markup): string {
  const { keyword, name } = entry.head;
  const file = fileOf(entry);
  const path = breadcrumb(entry);
  return [
    [markup.strong(keyword), ...(name === undefined ? [] : [markup.code(name.text)])].join(" "),
    ...(path === "" ? [] : [markup.text(path)]),
    ...(entry.text === "" ? [] : [markup.text(truncate(plainText(entry), MAX_TEXT_LENGTH))]),
    markup.link(`Open in ${baseName(file.uri)}`, rangeLink(file.uri, nameRange(entry))),
  ].join("\n\n");
}
