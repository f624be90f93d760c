import type { Entry } from "../../../core/language/entry.ts";
import { heldBy, isInPlace, meant, named } from "../../../core/language/graph.ts";
import { definedName, fileOf } from "../../../core/language/map.ts";
import { isClaimLike, isStep } from "../../../core/language/vocabulary.ts";
import { mentionInSight } from "../../names/mentions.ts";
import { clauseTakenOut, nameAdded } from "../../textEdits/clauseEdits.ts";
import { haveNamesAlone, inheritedSpeakers, nameFor } from "../../textEdits/freshNames.ts";
import {
  indentUnder,
  insertedAfterApart,
  isUnder,
  removed,
  treeBlock,
  treeOf,
  withComments,
} from "../../textEdits/lineBlocks.ts";
import { editsOf, inserted, type LineChange } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { carried, type Words } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { Offer, Place, Refactoring } from "../codeAction.ts";

/** A step that is indented under its target goes to the top level and names it, and the other way round. */
export const nesting: Refactoring = (place) => {
  const { entry } = place;
  if (entry === undefined || !isStep(entry.head.keyword) || entry.head.form !== "full") return [];
  if (!haveNamesAlone(treeOf(entry))) return [];
  return entry.parent === undefined ? unnested(place, entry) : nested(place, entry);
};

const clauseOf = ({ head }: Entry): "for" | "against" => (head.keyword === "reason" ? "for" : "against");

/** From under its target to the top level. */
function nested({ workspace, file }: Place, entry: Entry): readonly Offer[] {
  const target = entry.parent && isInPlace(entry) ? meant(entry.parent) : undefined;
  if (target === undefined || target.head.form !== "full") return [];
  if (!isClaimLike(target.head.keyword) && !isStep(target.head.keyword) && target.head.keyword !== "question")
    return [];
  const isNamed = definedName(target) !== undefined;
  const name = isNamed ? mentionInSight(file, target) : nameFor(target.text, workspace.usersOf(file));
  if (name === undefined) return [];
  const word = clauseOf(entry);
  const block = withComments(file, treeBlock(entry));
  const { head, line } = entry;
  const end = head.name?.end ?? head.start + head.keyword.length;
  const naming = named(entry, word).includes(target) ? [] : [nameAdded(entry, word, name)];
  const words = [{ line, start: end, end, text: inheritedSpeakers(entry) }, ...naming];
  const rows = carried(file, block, { words, from: entry.indent, to: "", entries: [entry], under: undefined });
  const changes = [removed(file, block), insertedAfterApart(entry, rows)];
  if (!keepsNesting(file, changes)) return [];
  const after = target.head.start + target.head.keyword.length;
  const nameOfTarget: readonly Words[] = isNamed
    ? []
    : [{ line: target.line, start: after, end: after, text: ` ${name}` }];
  return [
    {
      title: `Move it to the top level, “${word}” what it stands under`,
      kind: "refactor.rewrite",
      edit: () => workspaceEdit(workspace, editsOf(file, changes, nameOfTarget)),
    },
  ];
}

/** From the top level to under its one target. */
function unnested({ workspace, file }: Place, entry: Entry): readonly Offer[] {
  const word = clauseOf(entry);
  const clauses = entry.head.clauses.filter((one) => one.word === word);
  const [clause] = clauses;
  const [target, ...others] = named(entry, word);
  const isOnly = clauses.length === 1 && clause?.names.length === 1 && others.length === 0;
  if (!isOnly || clause === undefined || target?.head.form !== "full") return [];
  if (fileOf(target) !== file || isUnder(target, entry)) return [];
  // Under a target whose speaker would reach it, it has to say whose it is; a reason that nobody holds cannot say so.
  if (entry.head.keyword === "reason" && heldBy(entry).length === 0 && heldBy(target).length > 0) return [];
  const words = [clauseTakenOut(entry, clause)];
  const block = withComments(file, treeBlock(entry));
  const to = indentUnder(target);
  const rows = carried(file, block, { words, from: entry.indent, to, entries: [entry], under: target });
  const changes: readonly LineChange[] = [removed(file, block), inserted(treeBlock(target).after, rows)];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: `Move it under ${definedName(target)?.text ?? "its target"}`,
      kind: "refactor.rewrite",
      edit: () => workspaceEdit(workspace, editsOf(file, changes)),
    },
  ];
}
