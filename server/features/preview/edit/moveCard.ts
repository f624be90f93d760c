import type { Entry } from "../../../core/language/entry.ts";
import { hasPremises, isInPlace, meant, named } from "../../../core/language/graph.ts";
import { definedName, fileOf, type MapFile } from "../../../core/language/map.ts";
import { isStep, type Keyword, withArticle } from "../../../core/language/vocabulary.ts";
import { movesTo, type Step } from "../../../core/tree/cardRules.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { mentionOf } from "../../names/mentions.ts";
import { nameAdded } from "../../textEdits/clauseEdits.ts";
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
import { inserted, type LineChange } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { carried, type Words } from "../../textEdits/newLines.ts";
import type { Edit } from "../../textEdits/workspaceEdit.ts";
import { capital, placesFor } from "./addCard.ts";
import { renamedIn, turned } from "./clauseEdits.ts";
import { type Chosen, type FilePlan, mustBeRead, type Plan, planFor, refuse, TANGLED } from "./editPlan.ts";
import { mayTurn, NOBODY, speakersTo, turning } from "./invertStep.ts";

/**
 * The branch of a card, moved on to another one. What is written under what it hangs on goes under the other; what names
 * that names the other instead. Whose it is, it stays.
 *
 * @param isWithin whether the other card is of the branch itself
 */
export function moving(chosen: Chosen, target: Chosen, isWithin: boolean, as: Step | undefined): Plan {
  const { card, entry, above } = chosen;
  const to = target.entry;
  mustBeRead(entry);
  mustBeRead(to);
  const kinds: readonly Keyword[] = movesTo(card, target.card.kind);
  const kind = as ?? kinds[0];
  if (kind === undefined || !kinds.includes(kind) || to.head.form === "bare") {
    return refuse(`${capital(withArticle(as ?? card.kind))} cannot stand under ${withArticle(to.head.keyword)}.`);
  }
  if (isWithin || to === entry) refuse("A branch cannot be moved into itself.");
  if (above === to)
    return entry.head.keyword === kind || !isStep(kind) ? refuse("It stands there already.") : turning(chosen);
  const use = useOf(chosen);
  if (use !== undefined) return nested(use, to, "premise");
  if (isStep(kind) && kind !== entry.head.keyword) mayTurn(entry, above);
  if (isNested(chosen)) {
    const fits = fileOf(to) === fileOf(entry) && speakersTo(entry, kind, to) !== undefined;
    return fits || !isStep(kind) ? nested(entry, to, kind) : atTheTop(chosen, to, kind);
  }
  if (isStep(kind)) return renamed(chosen, to, kind);
  return kind === "claim" ? renamed(chosen, to, undefined) : nested(entry, to, kind);
}

/** The bare premise by which a card hangs on the one above. */
export function useOf({ card, entry, through, above }: Chosen): Entry | undefined {
  if (through?.head.form === "bare") return through;
  if (card.relation !== "premise" || entry.parent === above) return undefined;
  return above?.children.find((one) => one.head.form === "bare" && meant(one) === entry);
}

/** Whether an entry hangs on the card above by being written under it, or under a quote or a use of it. */
function isNested({ entry, through, above }: Chosen): boolean {
  const { parent } = entry;
  if (parent === undefined || above === undefined || !isInPlace(entry))
    return parent !== undefined && above === undefined;
  if (through !== undefined) return false;
  return meant(parent) === above || parent.parent === above;
}

/** From under one entry to under another one of the same file. */
function nested(entry: Entry, to: Entry, kind: Keyword): Plan {
  const file = fileOf(entry);
  if (fileOf(to) !== file) refuse("The two stand in different files. Move it in the text.");
  if (isUnder(to, entry)) refuse("A branch cannot be moved into itself.");
  if (!haveNamesAlone(treeOf(entry)))
    refuse("It has a name that another entry has too. Give one of them another name first.");
  mayLeave(entry);
  const words = [...(isStep(kind) ? turned(entry, kind) : []), ...wordsFor(entry, to, kind)];
  const block = withComments(file, treeBlock(entry));
  const rows = carried(file, block, { words, from: entry.indent, to: indentUnder(to), entries: [entry], under: to });
  for (const number of placesFor(to, kind)) {
    const changes: readonly LineChange[] = [removed(file, block), inserted(number, rows)];
    const row = rows.find(({ line }) => line === entry.line);
    if (row !== undefined && keepsNesting(file, changes)) return planFor(file, row, changes);
  }
  return refuse(TANGLED);
}

/** What lets an entry, and what stands under a use, be by whom it is by. */
function wordsFor(entry: Entry, to: Entry, kind: Keyword): readonly Words[] {
  if (entry.head.form !== "bare") return speakersTo(entry, kind, to) ?? refuse(NOBODY);
  return entry.children.flatMap((child) => speakersTo(child, child.head.keyword, to) ?? refuse(NOBODY));
}

/** @throws Refused where a step would say nothing any more without it */
function mayLeave(entry: Entry): void {
  const step = entry.parent;
  if (step === undefined || !isStep(step.head.keyword) || step.text !== "") return;
  const premises = step.children.filter(({ head }) => head.keyword === "premise" || head.keyword === "assumption");
  if (premises.length === 1 && premises[0] === entry && hasPremises(step)) {
    refuse(
      `Without this premise the ${step.head.keyword} would say nothing. Write its words first, or move the whole of it.`,
    );
  }
}

/** A step that cannot stand under its target, be it for its speaker or its file, stands at the top level and names it. */
function atTheTop({ workspace, entry }: Chosen, to: Entry, kind: Step): Plan {
  const file = fileOf(entry);
  if (!haveNamesAlone(treeOf(entry)))
    refuse("It has a name that another entry has too. Give one of them another name first.");
  const { written, naming, others } = nameFrom(workspace, file, to);
  const { head, line } = entry;
  const end = head.name?.end ?? head.start + head.keyword.length;
  const words = [
    { line, start: end, end, text: inheritedSpeakers(entry) },
    ...turned(entry, kind),
    ...(named(entry, clauseOf(entry)).includes(to) ? [] : [clauseWith(entry, kind, written)]),
  ];
  const block = withComments(file, treeBlock(entry));
  const rows = carried(file, block, { words, from: entry.indent, to: "", entries: [entry], under: undefined });
  const changes = [removed(file, block), insertedAfterApart(entry, rows)];
  if (!keepsNesting(file, changes)) refuse(TANGLED);
  const row = rows.find((one) => one.line === line);
  if (row === undefined) return refuse(TANGLED);
  return together(file, { changes, words: [] }, naming, others, row);
}

/** What names what it hangs on names another one instead. Undefined for `kind`: a claim that answers a question. */
function renamed({ workspace, entry, above }: Chosen, to: Entry, kind: Step | undefined): Plan {
  const file = fileOf(entry);
  const { written, naming, others } = nameFrom(workspace, file, to);
  const word = kind === undefined ? "answers" : clauseOf(entry);
  const other =
    above === undefined ? [] : renamedIn(entry, [word], (target, name) => (target === above ? written : name));
  const own = kind === undefined ? [] : turned(entry, kind);
  const words = [...own, ...(other.length > 0 ? other : [clauseWith(entry, kind, written)])];
  return together(file, { changes: [], words }, naming, others, entry.line);
}

const clauseOf = ({ head }: Entry): "for" | "against" => (head.keyword === "reason" ? "for" : "against");

/** One more name in the head of what is to be of a kind. */
function clauseWith(entry: Entry, kind: Step | undefined, written: string): Words {
  if (kind === undefined) return nameAdded(entry, "answers", written);
  const word = clauseOf(entry);
  const has = entry.head.clauses.some((clause) => clause.word === word);
  return nameAdded(entry, has ? word : kind === "reason" ? "for" : "against", written);
}

interface Named {
  readonly written: string;
  /** Gives the entry its name, where it has none. */
  readonly naming: Words | undefined;
  readonly others: readonly Edit[];
}

/** How a file names an entry. */
function nameFrom(workspace: Workspace, file: MapFile, to: Entry): Named {
  if (definedName(to) === undefined) {
    if (fileOf(to) !== file)
      return refuse("What it is moved to has no name by which another file could speak of it. Name it first.");
    const written = nameFor(to.text, workspace.usersOf(file));
    const end = to.head.start + to.head.keyword.length;
    return { written, naming: { line: to.line, start: end, end, text: ` ${written}` }, others: [] };
  }
  const mention = mentionOf(file, to, workspace.usersOf(file));
  if (mention === undefined) return refuse("The file that it stands in cannot speak of what it is moved to.");
  return { written: mention.written, naming: undefined, others: mention.edits };
}

function together(
  file: MapFile,
  own: FilePlan,
  naming: Words | undefined,
  others: readonly Edit[],
  line: Plan["about"]["line"],
): Plan {
  const words = naming === undefined ? own.words : [...own.words, naming];
  return { files: new Map([[file, { ...own, words }]]), others, about: { file, line } };
}
