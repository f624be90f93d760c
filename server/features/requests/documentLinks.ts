import type { DocumentLink } from "vscode-languageserver";
import { attributeOf } from "../../core/language/entry.ts";
import type { Line } from "../../core/language/lineList.ts";
import { resolvePath } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** Addresses on the web: in what is said anywhere, up to white space, quotation marks, and wide brackets and stops. */
const ADDRESS = /https?:\/\/[^\s<>"`“”„«»‹›「」『』（）《》〈〉【】〔〕［］。．，、；：！？…]+/giu;

/** What can be opened: addresses on the web wherever they stand, imported files, the files of sources. */
export function documentLinks(workspace: Workspace, uri: string): readonly DocumentLink[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  const links: DocumentLink[] = [];
  let number = -1;
  for (const line of file.syntax.lines) {
    number++;
    const { raw } = line.reading;
    // Prose without an address is passed over quickly.
    if (!raw.includes("://")) continue;
    for (const { 0: found, index } of raw.matchAll(ADDRESS)) {
      const target = withoutEnd(found);
      if (!/:\/\/[^/]/.test(target)) continue;
      links.push({ range: stretch(number, index, index + target.length), target, tooltip: "Open in the browser" });
    }
  }
  const path = (line: Line, written: string, tooltip: string): void => {
    const target = resolvePath(uri, written);
    if (target === undefined || !("textStart" in line.reading)) return;
    const { raw, textStart } = line.reading;
    // A path that goes on over several lines is none.
    if (!raw.trimEnd().endsWith(written)) return;
    const at = file.syntax.lines.numberOf(line);
    links.push({ range: stretch(at, textStart, raw.trimEnd().length), target, tooltip });
  };
  for (const { entry } of file.imports) path(entry.line, entry.text, "Open the imported map");
  for (const source of file.entriesOf("source")) {
    const attribute = attributeOf(source, "file");
    if (attribute !== undefined) path(attribute.line, attribute.value, "Open the text of the source");
  }
  return links;
}

/** An address without what ends the sentence or the bracket that it stands in. */
function withoutEnd(found: string): string {
  let end = found.length;
  for (; end > 0; end--) {
    const last = found.charAt(end - 1);
    const opening = last === ")" ? "(" : last === "]" ? "[" : last === "}" ? "{" : undefined;
    // A bracket that was opened in the address belongs to it.
    const before = found.slice(0, end);
    if (opening !== undefined && before.split(opening).length >= before.split(last).length) break;
    if (opening === undefined && !/[.,;:!?'’*_]/.test(last)) break;
  }
  return found.slice(0, end);
}

const stretch = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});
