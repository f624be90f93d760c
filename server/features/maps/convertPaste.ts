import type { Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { otherToolOf } from "../../core/language/intent/otherTools.ts";
import { MapFile } from "../../core/language/map.ts";
import { commonPrefixLength, commonSuffixLength } from "../../core/strings/commonEnds.ts";
import type { ConvertPasteResult } from "../../protocol/maps.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { convertForeignText } from "../actions/convertForeignText.ts";
import { foreignTextAt, MAX_CONVERTED_LENGTH } from "../actions/foreignText.ts";
import { childIndent } from "../textEdits/lineBlocks.ts";

const LINE_ENDS = /\r\n|\r|\n/u;

/**
 * Converts a text of another tool that is being pasted into a map, as the quick fix would do after the paste. Null if it is in
 * no such format or cannot be read, or if other text is in the same line.
 *
 * @param range what the text replaces
 */
export async function convertPaste(
  workspace: Workspace,
  uri: string,
  range: Range,
  text: string,
): Promise<ConvertPasteResult> {
  const opened = workspace.get(uri);
  if (opened === undefined || text.length > MAX_CONVERTED_LENGTH) return null;
  // Read now, because the workspace changes the file that it returned.
  const { version } = opened;
  const before = TextDocument.create(uri, "argmap", 0, opened.file.syntax.text);
  if (!isAlone(before, range)) return null;
  const lines = text.split(LINE_ENDS);
  const first = lines.findIndex((line) => otherToolOf(line) !== undefined);
  if (first < 0) return null;
  for (const indent of possibleIndents(before, range)) {
    const pasted = pasteIndented(before, range, lines, indent);
    const file = new MapFile(uri, pasted);
    const line = file.syntax.lines.at(range.start.line + first);
    const found = line && foreignTextAt(file, line);
    if (line === undefined || found === undefined || (found.isRootless && found.owner === undefined)) continue;
    const edits = await convertForeignText(workspace, file, line, found.owner ? childIndent(found.owner) : "");
    if (edits === undefined || workspace.get(uri)?.version !== version) return null;
    const after = TextDocument.applyEdits(TextDocument.create(uri, "argmap", 0, pasted), [...edits]);
    return { ...changedLines(before, after, range), tool: found.tool };
  }
  return null;
}

/** Whether a range is alone in its first and last line, except for white space. */
function isAlone(document: TextDocument, { start, end }: Range): boolean {
  const before = document.getText({ start: { line: start.line, character: 0 }, end: start });
  const after = document.getText({ start: end, end: { line: end.line + 1, character: 0 } });
  return `${before}${after}`.trim() === "";
}

/**
 * Returns the indentation of the cursor and, for text that is for or against something, one below the entry above: editors
 * indent a new line by themselves, so the cursor does not show what the user intends.
 */
function possibleIndents(document: TextDocument, { start }: Range): readonly string[] {
  // Read again: the file of an entry is known only in the bundle that has read it.
  const { syntax } = new MapFile(document.uri, document.getText());
  const own = document.getText({ start: { line: start.line, character: 0 }, end: start }).replace("\uFEFF", "");
  let above = start.line - 1;
  while (syntax.lines.at(above)?.scanned.kind === "blank") above--;
  const entry = syntax.lines.at(above)?.owner;
  return entry === undefined ? [own] : [own, childIndent(entry)];
}

/** Returns the text of a map with lines in place of a range, all with the same indentation. */
function pasteIndented(document: TextDocument, range: Range, lines: readonly string[], indent: string): string {
  const newText = lines.map((line) => (line === "" ? "" : indent + line)).join("\n");
  const start = { line: range.start.line, character: 0 };
  return TextDocument.applyEdits(document, [{ range: { start, end: range.end }, newText }]);
}

/** Returns the lines that differ between two texts, extended to a range of the first one, and what they become. */
function changedLines(document: TextDocument, after: string, { start, end }: Range): { range: Range; text: string } {
  const before = document.getText();
  const prefix = commonPrefixLength(before, after);
  const suffix = commonSuffixLength(before, after, prefix);
  const { line: firstLine } = document.positionAt(prefix);
  const { line: lastLine } = document.positionAt(before.length - suffix);
  const range = {
    start: { line: Math.min(firstLine, start.line), character: 0 },
    end: document.positionAt(document.offsetAt({ line: Math.max(lastLine, end.line) + 1, character: 0 })),
  };
  const rest = before.length - document.offsetAt(range.end);
  return { range, text: after.slice(document.offsetAt(range.start), after.length - rest) };
}
