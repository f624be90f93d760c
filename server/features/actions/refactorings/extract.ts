import type { Entry } from "../../../language/entry.ts";
import { markOf } from "../../../language/line.ts";
import { isOwnText, textStretch } from "../../../language/problem.ts";
import { isStep } from "../../../language/vocabulary.ts";
import { workspaceEdit } from "../../edits.ts";
import { indentUnder, insertedAfterApart, lastOwnLine, treeBlock, treeOf } from "../blocks.ts";
import { keepsNesting } from "../keepsNesting.ts";
import { editsOf, type LineChange } from "../lineEdits.ts";
import { haveNamesAlone, inheritedSpeakers, nameFor } from "../naming.ts";
import type { Offer, Place, Refactoring } from "../offer.ts";
import { carried, newRow, type Words } from "../rows.ts";

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

/** The text of a step becomes its premise, by a name; its attributes stay with the step. */
function stepText({ workspace, file }: Place, entry: Entry): readonly Offer[] {
  const { lines } = file.syntax;
  const first = lines.numberOf(entry.line);
  const after = lines.numberOf(lastOwnLine(entry)) + 1;
  const { raw } = entry.line.reading;
  // What belongs to something else stands between the lines of the text.
  if (!lines.slice(first, after).every(({ owner }) => owner === entry)) return [];
  const kept = carried(file, { first, after }, { from: "", to: "", entries: [], under: undefined });
  const head = { ...newRow(raw.slice(markOf(raw).length, raw.indexOf(":", entry.head.start) + 1)), line: entry.line };
  const name = nameFor(entry.text, workspace.usersOf(file));
  const change: LineChange = {
    first,
    after,
    rows: [
      { ...head, under: entry.parent },
      ...kept.filter(({ line }) => line !== undefined && line !== entry.line && !isOwnText(line)),
      newRow(`${indentUnder(entry)}premise ${name}: ${entry.text}`, entry),
    ],
  };
  if (!keepsNesting(file, [change])) return [];
  return [
    {
      title: "Extract its text into a premise",
      kind: "refactor.extract",
      edit: () => workspaceEdit(workspace, editsOf(file, [change])),
    },
  ];
}
