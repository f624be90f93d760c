import type { Entry } from "../../../language/entry.ts";
import { isOwnText, textStretch } from "../../../language/problem.ts";
import { isStep } from "../../../language/vocabulary.ts";
import { type Edit, workspaceEdit } from "../../edits.ts";
import { afterTop, indentUnder, inserted, lastOwnLine, lineEnd, reindented, textsOf, treeBlock } from "../blocks.ts";
import { nameFor, withSpeakers } from "../naming.ts";
import type { Offer, Place, Refactoring } from "../offer.ts";

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
  if (keyword === "premise") return isStep(entry.parent?.head.keyword ?? "map") ? [premise(place, entry)] : [];
  // What stands under the step bears on its text too, and would no longer; paragraphs would become one.
  const isAlone = entry.children.length === 0 && !entry.text.includes("\n");
  return isStep(keyword) && isAlone ? [stepText(place, entry)] : [];
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

function premise({ workspace, file }: Place, entry: Entry): Offer {
  const { head } = entry;
  const known = head.name?.text;
  const name = known ?? nameFor(entry.text, workspace.usersOf(file));
  const block = treeBlock(entry);
  const below = afterTop(entry);
  const reference = `${entry.indent}premise ${name}`;
  // What stands at the end of the tree moves up by what is taken out of it; the edits are of the text as it is.
  const make = () => {
    const [first = "", ...others] = reindented(textsOf(file, block), entry.indent, "");
    const spoken = withSpeakers(entry, first);
    const own = `claim${known === undefined ? ` ${name}` : ""}${spoken.slice(head.keyword.length)}`;
    const end = file.syntax.lines.at(block.after - 1)?.reading.raw.length ?? 0;
    const instead: Edit = {
      uri: file.uri,
      range: { start: { line: block.first, character: 0 }, end: { line: block.after - 1, character: end } },
      newText: reference,
    };
    if (below === block.after) {
      // The tree ends with what is taken out: one edit, as two would touch.
      const newText = [reference, "", own, ...others].join(lineEnd(file));
      return workspaceEdit(workspace, [{ ...instead, newText }]);
    }
    return workspaceEdit(workspace, [instead, inserted(file, below, ["", own, ...others])]);
  };
  return {
    title: "Extract into a claim",
    kind: "refactor.extract",
    edit: make,
    ...(known === undefined && {
      rename: { uri: file.uri, position: { line: block.first, character: reference.length - name.length } },
    }),
  };
}

/** The text of a step becomes its premise, by a name; its attributes stay with the step. */
function stepText({ workspace, file }: Place, entry: Entry): Offer {
  const name = nameFor(entry.text, workspace.usersOf(file));
  const indent = indentUnder(entry);
  const first = file.syntax.lines.numberOf(entry.line);
  return {
    title: "Extract its text into a premise",
    kind: "refactor.extract",
    edit: () => {
      const { raw } = entry.line.reading;
      const after = file.syntax.lines.numberOf(lastOwnLine(entry)) + 1;
      const kept = file.syntax.lines.slice(first + 1, after).filter((line) => !isOwnText(line));
      const head = raw.slice(0, raw.indexOf(":", entry.head.start) + 1);
      const newText = [head, ...kept.map((line) => line.reading.raw), `${indent}premise ${name}: ${entry.text}`];
      const end = file.syntax.lines.at(after - 1)?.reading.raw.length ?? 0;
      const range = { start: { line: first, character: 0 }, end: { line: after - 1, character: end } };
      return workspaceEdit(workspace, [{ uri: file.uri, range, newText: newText.join(lineEnd(file)) }]);
    },
  };
}
