/** Document links: web addresses and paths that the user can open with a click. */
import type { DocumentLink, Range } from "vscode-languageserver";
import { attributeOf, type Line } from "../../../core/language/entry.ts";
import { resolvePath } from "../../../workspace/files/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";

/** Matches a web address up to white space, a quotation mark, or full-width punctuation. */
const WEB_ADDRESS = /https?:\/\/[^\s<>"`“”„«»‹›「」『』（）《》〈〉【】〔〕［］。．，、；：！？…]+/giu;

/** Returns the links of a map: web addresses anywhere in its text, paths of imports, and paths of source files. */
export function documentLinks(workspace: Workspace, uri: string): readonly DocumentLink[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  const links: DocumentLink[] = [];
  let number = -1;
  for (const line of file.syntax.lines) {
    number++;
    const { raw } = line.scanned;
    // Most lines have no address, and this test is faster than the regular expression.
    if (!raw.includes("://")) continue;
    for (const { 0: address, index } of raw.matchAll(WEB_ADDRESS)) {
      const target = trimTrailingPunctuation(address);
      if (!/:\/\/[^/]/.test(target)) continue;
      links.push({ range: rangeInLine(number, index, index + target.length), target, tooltip: "Open in browser" });
    }
  }
  const addPathLink = (line: Line, path: string, tooltip: string): void => {
    const target = resolvePath(uri, path);
    if (target === undefined || !("textStart" in line.scanned)) return;
    const { raw, textStart } = line.scanned;
    // A path that continues on another line is invalid.
    if (!raw.trimEnd().endsWith(path)) return;
    const lineNumber = file.syntax.lines.numberOf(line);
    links.push({ range: rangeInLine(lineNumber, textStart, raw.trimEnd().length), target, tooltip });
  };
  for (const { entry } of file.imports) addPathLink(entry.line, entry.text, "Open imported map");
  for (const source of file.entriesOf("source")) {
    const attribute = attributeOf(source, "file");
    if (attribute !== undefined) addPathLink(attribute.line, attribute.value, "Open source text");
  }
  return links;
}

/** Removes the punctuation after an address, and a closing bracket that was opened before it. */
function trimTrailingPunctuation(address: string): string {
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    const opening = last === ")" ? "(" : last === "]" ? "[" : last === "}" ? "{" : undefined;
    // A closing bracket belongs to the address if its opening bracket does.
    const before = address.slice(0, end);
    if (opening !== undefined && before.split(opening).length >= before.split(last).length) break;
    if (opening === undefined && !/[.,;:!?'’*_]/.test(last)) break;
  }
  return address.slice(0, end);
}

const rangeInLine = (line: number, start: number, end: number): Range => ({
  start: { line, character: start },
  end: { line, character: end },
});
