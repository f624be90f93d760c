import type { Position } from "vscode-languageserver";
import { sentencesIn } from "../../../core/articles/sentences.ts";
import { type Entry, lineJoiner, lineText } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { byteOrderMark } from "../../../core/language/parsing/scanLine.ts";
import { isOwnText, keywordSpan, textSpan } from "../../../core/language/problem.ts";
import { isStep } from "../../../core/language/vocabulary.ts";
import { multiLineRange } from "../../shared/ranges.ts";
import { haveUniqueNames, suggestName } from "../../textEdits/freshNames.ts";
import { makeSpeakerExplicit } from "../../textEdits/headEdits.ts";
import { childIndent, insertAfterSeparated, lastOwnLine, subtreeBlock, subtreeOf } from "../../textEdits/lineBlocks.ts";
import { toFileEdits } from "../../textEdits/lineEdits.ts";
import type { LineChange, SpanReplacement } from "../../textEdits/model.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { copyLines, createLine } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction, Refactoring } from "../codeAction.ts";

/**
 * Extracts a premise and its descendants into a top-level claim and refers to it by name, or extracts the text of a
 * step without premises into a named premise.
 */
export const extract: Refactoring = (context) => {
  const { entry } = context;
  if (entry === undefined || entry.head.form !== "full" || entry.text === "") return [];
  if (!isOnHeadOrText(context, entry)) return [];
  const { keyword } = entry.head;
  // An assumption has no speaker, but a claim could get one, so assumptions are not extracted.
  if (keyword === "premise") return isStep(entry.parent?.head.keyword ?? "map") ? extractPremise(context, entry) : [];
  // Children of the step target its text and would lose it. Several paragraphs would become one.
  const isAlone = entry.children.length === 0 && !entry.text.includes("\n");
  return isStep(keyword) && isAlone ? extractStepText(context, entry) : [];
};

/** Whether the cursor is in the head or the text of an entry, and not in its attributes. */
function isOnHeadOrText({ file, range }: ActionContext, entry: Entry): boolean {
  const line = file.syntax.lines.at(range.start.line);
  if (line === entry.line) return true;
  const { start, end } = multiLineRange(file, textSpan(entry));
  return (
    line?.attribute === undefined &&
    line?.scanned.kind === "text" &&
    start.line <= range.start.line &&
    range.start.line <= end.line
  );
}

function extractPremise({ workspace, file }: ActionContext, entry: Entry): readonly ProposedAction[] {
  if (!haveUniqueNames(subtreeOf(entry))) return [];
  const { head, indent } = entry;
  const existingName = head.name?.text;
  const name = existingName ?? suggestName(entry.text, workspace.withImporters(file));
  const block = subtreeBlock(entry);
  const reference = `${indent}premise ${name}`;
  const replacements: readonly SpanReplacement[] = [
    { ...keywordSpan(entry), text: existingName === undefined ? `claim ${name}` : "claim" },
    makeSpeakerExplicit(entry),
  ];
  const newLines = copyLines(file, block, { replacements, from: indent, to: "", entries: [entry], under: undefined });
  const changes = [
    { ...block, newLines: [createLine(reference, entry.parent)] },
    insertAfterSeparated(entry, newLines),
  ];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: "Extract into a claim",
      kind: "refactor.extract",
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes)),
      ...(existingName === undefined && {
        rename: { uri: file.uri, position: { line: block.first, character: reference.length - name.length } },
      }),
    },
  ];
}

/** Extracts the selected sentences, or all of the text, of a step into a premise. The step keeps its attributes. */
function extractStepText(context: ActionContext, entry: Entry): readonly ProposedAction[] {
  const parts = selectedSentences(context, entry);
  const wholeText = { before: "", selected: entry.text, after: "" };
  return [
    ...(parts === undefined ? [] : splitIntoPremises(context, entry, parts, "Extract selection into a premise")),
    ...splitIntoPremises(context, entry, wholeText, "Extract text into a premise"),
  ];
}

function splitIntoPremises(
  { workspace, file }: ActionContext,
  entry: Entry,
  parts: SplitText,
  title: string,
): readonly ProposedAction[] {
  const { lines } = file.syntax;
  const first = lines.numberOf(entry.line);
  const after = lines.numberOf(lastOwnLine(entry)) + 1;
  const { raw } = entry.line.scanned;
  // Lines of another entry, such as a child, would have to move as well.
  if (!lines.slice(first, after).every(({ owner }) => owner === entry)) return [];
  const keptLines = copyLines(file, { first, after }, { from: "", to: "", entries: [], under: undefined });
  const head = {
    ...createLine(raw.slice(byteOrderMark(raw).length, raw.indexOf(":", entry.head.start) + 1)),
    line: entry.line,
  };
  const indent = childIndent(entry);
  const premiseLine = (text: string) => (text === "" ? [] : [createLine(`${indent}premise: ${text}`, entry)]);
  const name = suggestName(parts.selected, workspace.withImporters(file));
  const change: LineChange = {
    first,
    after,
    newLines: [
      { ...head, parent: entry.parent },
      ...keptLines.filter(({ line }) => line !== undefined && line !== entry.line && !isOwnText(line)),
      ...premiseLine(parts.before),
      createLine(`${indent}premise ${name}: ${parts.selected}`, entry),
      ...premiseLine(parts.after),
    ],
  };
  if (!keepsNesting(file, [change])) return [];
  return [{ title, kind: "refactor.extract", edit: () => workspaceEdit(workspace, toFileEdits(file, [change])) }];
}

/** A text, divided at the start and the end of the selection. */
interface SplitText {
  readonly before: string;
  readonly selected: string;
  readonly after: string;
}

/** Splits a text of one paragraph if the selection is one or more whole sentences, but not all of them. */
function selectedSentences({ file, range }: ActionContext, entry: Entry): SplitText | undefined {
  const [from, to] = [offsetIn(file, entry, range.start), offsetIn(file, entry, range.end)];
  const selected = entry.text.slice(from, to).trim();
  if (selected === "" || selected === entry.text) return undefined;
  const start = entry.text.indexOf(selected, from);
  const end = start + selected.length;
  const all = sentencesIn(entry.text, { start: 0, end: entry.text.length });
  const isWhole = all.some((one) => one.start === start) && all.some((one) => one.end === end);
  return isWhole
    ? { before: entry.text.slice(0, start).trimEnd(), selected, after: entry.text.slice(end).trimStart() }
    : undefined;
}

/** The offset of a position in the text of an entry with one paragraph. */
function offsetIn(file: MapFile, entry: Entry, { line: number, character }: Position): number {
  let text = "";
  for (const line of entry.lines) {
    const { scanned } = line;
    if ((line !== entry.line && !isOwnText(line)) || !("textStart" in scanned)) continue;
    const at = file.syntax.lines.numberOf(line);
    if (at > number) break;
    const part = lineText(line);
    if (part === "") continue;
    if (text !== "") text += lineJoiner(text, part);
    text += at === number ? part.slice(0, Math.max(0, character - scanned.textStart)) : part;
  }
  return text.length;
}
