import type { DocumentLink } from "vscode-languageserver";
import { attributeOf, type Line } from "../../core/language/entry.ts";
import { resolvePath } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** Addresses on the web: in what is said anywhere, up to white space, quotation marks, and wide brackets and stops. */
const WEB_ADDRESS = /https?:\/\/[^\s<>"`“”„«»‹›「」『』（）《》〈〉【】〔〕［］。．，、；：！？…]+/giu;

/** What can be opened: addresses on the web wherever they stand, imported files, the files of sources. */
export function documentLinks(workspace: Workspace, uri: string): readonly DocumentLink[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  const links: DocumentLink[] = [];
  let number = -1;
  for (const line of file.syntax.lines) {
    number++;
    const { raw } = line.scanned;
    // Prose without an address is passed over quickly.
    if (!raw.includes("://")) continue;
    for (const { 0: address, index } of raw.matchAll(WEB_ADDRESS)) {
      const target = trimTrailingPunctuation(address);
      if (!/:\/\/[^/]/.test(target)) continue;
      links.push({ range: rangeInLine(number, index, index + target.length), target, tooltip: "Open in the browser" });
    }
  }
  const addPathLink = (line: Line, pathText: string, tooltip: string): void => {
    const target = resolvePath(uri, pathText);
    if (target === undefined || !("textStart" in line.scanned)) return;
    const { raw, textStart } = line.scanned;
    // A path that goes on over several lines is none.
    if (!raw.trimEnd().endsWith(pathText)) return;
    const at = file.syntax.lines.numberOf(line);
    links.push({ range: rangeInLine(at, textStart, raw.trimEnd().length), target, tooltip });
  };
  for (const { entry } of file.imports) addPathLink(entry.line, entry.text, "Open the imported map");
  for (const source of file.entriesOf("source")) {
    const attribute = attributeOf(source, "file");
    if (attribute !== undefined) addPathLink(attribute.line, attribute.value, "Open the text of the source");
  }
  return links;
}

/** An address without what ends the sentence or the bracket that it stands in. */
function trimTrailingPunctuation(address: string): string {
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    const opening = last === ")" ? "(" : last === "]" ? "[" : last === "}" ? "{" : undefined;
    // A bracket that was opened in the address belongs to it.
    const before = address.slice(0, end);
    if (opening !== undefined && before.split(opening).length >= before.split(last).length) break;
    if (opening === undefined && !/[.,;:!?'’*_]/.test(last)) break;
  }
  return address.slice(0, end);
}

const rangeInLine = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});
