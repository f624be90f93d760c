import type { Position } from "vscode-languageserver";
import { between, type Entry, pieceOf } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { isOwnText, textStretch } from "../../../core/language/problem.ts";
import { markOf } from "../../../core/language/scanLine.ts";
import { isStep } from "../../../core/language/vocabulary.ts";
import { sentencesIn } from "../../../core/sources/text/sentences.ts";
import { haveNamesAlone, inheritedSpeakers, nameFor } from "../../textEdits/freshNames.ts";
import { indentUnder, insertedAfterApart, lastOwnLine, treeBlock, treeOf } from "../../textEdits/lineBlocks.ts";
import { editsOf, type LineChange } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { carried, newRow, type Words } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { Offer, Place, Refactoring } from "../codeAction.ts";

/**
 * What is written where it is used becomes a claim of its own, and is referred to: a premise with all that is under it goes
 * to the top level; the text of a step without premises becomes its premise by name.
 */
export const extract: Refactoring = (place) => {
  const { entry } = place;
  if (entry === undefined || entry.head.form !== "full" || entry.text === "") return [];
  if (!touchesText(place, entry)) return [];
  const { keyword } = entry.head;
  // An assumption is one by where it stands: as a claim it would be somebody's.
  if (keyword === "premise") return isStep(entry.parent?.head.keyword ?? "map") ? premise(place, entry) : [];
  // What stands under the step bears on its text too, and would no longer; paragraphs would become one.
  const isAlone = entry.children.length === 0 && !entry.text.includes("\n");
  return isStep(keyword) && isAlone ? stepText(place, entry) : [];
};

/** Whether the cursor is in what the entry says, or in its head; not in what is said of it. */
function touchesText({ file, range }: Place, entry: Entry): boolean {
  const line = file.syntax.lines.at(range.start.line);
  if (line === entry.line) return true;
  const { at, to } = textStretch(entry);
  const [first, last] = [file.syntax.rangeOf(at).start.line, file.syntax.rangeOf(to ?? at).end.line];
  return (
    line?.attribute === undefined &&
    line?.reading.kind === "text" &&
    first <= range.start.line &&
    range.start.line <= last
  );
}

function premise({ workspace, file }: Place, entry: Entry): readonly Offer[] {
  if (!haveNamesAlone(treeOf(entry))) return [];
  const { head, line, indent } = entry;
  const known = head.name?.text;
  const name = known ?? nameFor(entry.text, workspace.usersOf(file));
  const block = treeBlock(entry);
  const reference = `${indent}premise ${name}`;
  const after = head.start + head.keyword.length;
  const end = head.name?.end ?? after;
  const words: readonly Words[] = [
    { line, start: head.start, end: after, text: known === undefined ? `claim ${name}` : "claim" },
    { line, start: end, end, text: inheritedSpeakers(entry) },
  ];
  const rows = carried(file, block, { words, from: indent, to: "", entries: [entry], under: undefined });
  const changes = [{ ...block, rows: [newRow(reference, entry.parent)] }, insertedAfterApart(entry, rows)];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: "Extract into a claim",
      kind: "refactor.extract",
      edit: () => workspaceEdit(workspace, editsOf(file, changes)),
      ...(known === undefined && {
        rename: { uri: file.uri, position: { line: block.first, character: reference.length - name.length } },
      }),
    },
  ];
}

/** The text of a step becomes its premise, by a name; its attributes stay with the step. Sentences that are selected become one by themselves. */
function stepText(place: Place, entry: Entry): readonly Offer[] {
  const parts = selectedSentences(place, entry);
  return [
    ...(parts === undefined
      ? []
      : intoPremises(place, entry, parts, "Extract what is selected into a premise of its own")),
    ...intoPremises(place, entry, { before: "", chosen: entry.text, after: "" }, "Extract its text into a premise"),
  ];
}

function intoPremises({ workspace, file }: Place, entry: Entry, parts: Parts, title: string): readonly Offer[] {
  const { lines } = file.syntax;
  const first = lines.numberOf(entry.line);
  const after = lines.numberOf(lastOwnLine(entry)) + 1;
  const { raw } = entry.line.reading;
  // What belongs to something else stands between the lines of the text.
  if (!lines.slice(first, after).every(({ owner }) => owner === entry)) return [];
  const kept = carried(file, { first, after }, { from: "", to: "", entries: [], under: undefined });
  const head = { ...newRow(raw.slice(markOf(raw).length, raw.indexOf(":", entry.head.start) + 1)), line: entry.line };
  const indent = indentUnder(entry);
  const rest = (text: string) => (text === "" ? [] : [newRow(`${indent}premise: ${text}`, entry)]);
  const name = nameFor(parts.chosen, workspace.usersOf(file));
  const change: LineChange = {
    first,
    after,
    rows: [
      { ...head, under: entry.parent },
      ...kept.filter(({ line }) => line !== undefined && line !== entry.line && !isOwnText(line)),
      ...rest(parts.before),
      newRow(`${indent}premise ${name}: ${parts.chosen}`, entry),
      ...rest(parts.after),
    ],
  };
  if (!keepsNesting(file, [change])) return [];
  return [{ title, kind: "refactor.extract", edit: () => workspaceEdit(workspace, editsOf(file, [change])) }];
}

/** A text in three, of which the middle is to stand by itself. */
interface Parts {
  readonly before: string;
  readonly chosen: string;
  readonly after: string;
}

/** What is selected of a text of one paragraph, where it is whole sentences and others are left. */
function selectedSentences({ file, range }: Place, entry: Entry): Parts | undefined {
  const [from, to] = [offsetIn(file, entry, range.start), offsetIn(file, entry, range.end)];
  const chosen = entry.text.slice(from, to).trim();
  if (chosen === "" || chosen === entry.text) return undefined;
  const start = entry.text.indexOf(chosen, from);
  const end = start + chosen.length;
  const all = sentencesIn(entry.text, { start: 0, end: entry.text.length });
  const isWhole = all.some((one) => one.start === start) && all.some((one) => one.end === end);
  return isWhole
    ? { before: entry.text.slice(0, start).trimEnd(), chosen, after: entry.text.slice(end).trimStart() }
    : undefined;
}

/** How much of a text of one paragraph stands before a position. */
function offsetIn(file: MapFile, entry: Entry, { line: number, character }: Position): number {
  let text = "";
  for (const line of entry.lines) {
    const { reading } = line;
    if ((line !== entry.line && !isOwnText(line)) || !("textStart" in reading)) continue;
    const at = file.syntax.lines.numberOf(line);
    if (at > number) break;
    const piece = pieceOf(line);
    if (piece === "") continue;
    if (text !== "") text += between(text, piece);
    text += at === number ? piece.slice(0, Math.max(0, character - reading.textStart)) : piece;
  }
  return text.length;
}
