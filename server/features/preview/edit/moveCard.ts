import type { Entry } from "../../../core/language/entry.ts";
import { hasPremises, isWellPlaced, namedTargets, resolveBarePremise } from "../../../core/language/graph.ts";
import { definedName, fileOf, type MapFile } from "../../../core/language/map.ts";
import { isStep, type Keyword, withArticle } from "../../../core/language/vocabulary.ts";
import { kindsAfterMove, type StepKind } from "../../../core/tree/cardRules.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { mentionOf } from "../../names/mentions.ts";
import { addNameToClause } from "../../textEdits/clauseEdits.ts";
import { haveUniqueNames, inheritedSpeakerClause, suggestName } from "../../textEdits/freshNames.ts";
import {
  childIndent,
  includingComments,
  insertAfterSeparated,
  isInSubtree,
  removeLines,
  subtreeBlock,
  subtreeOf,
} from "../../textEdits/lineBlocks.ts";
import { insertLines } from "../../textEdits/lineEdits.ts";
import type { LineChange, SpanReplacement } from "../../textEdits/model.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { copyLines } from "../../textEdits/newLines.ts";
import type { FileEdit } from "../../textEdits/workspaceEdit.ts";
import { capitalise, insertionLines } from "./addCard.ts";
import { invertStepWords, rewriteClauseNames } from "./clauseEdits.ts";
import {
  AMBIGUOUS_INDENTATION,
  type CardTarget,
  type EditPlan,
  type FileEditPlan,
  planFor,
  rejectEdit,
  requireReadable,
} from "./editPlan.ts";
import { invertStepCard, NO_SPEAKER, requireInvertible, speakerClause } from "./invertStep.ts";

/**
 * The branch of a card, moved on to another one. What is written under what it hangs on goes under the other; what names
 * that names the other instead. Whose it is, it stays.
 *
 * @param isWithin whether the other card is of the branch itself
 */
export function moveCard(
  cardTarget: CardTarget,
  target: CardTarget,
  isWithin: boolean,
  requestedKind: StepKind | undefined,
): EditPlan {
  const { card, entry, parentEntry } = cardTarget;
  const to = target.entry;
  requireReadable(entry);
  requireReadable(to);
  const allowedKinds: readonly Keyword[] = kindsAfterMove(card, target.card.kind);
  const kind = requestedKind ?? allowedKinds[0];
  if (kind === undefined || !allowedKinds.includes(kind) || to.head.form === "bare") {
    return rejectEdit(
      `${capitalise(withArticle(requestedKind ?? card.kind))} cannot stand under ${withArticle(to.head.keyword)}.`,
    );
  }
  if (isWithin || to === entry) rejectEdit("A branch cannot be moved into itself.");
  if (parentEntry === to)
    return entry.head.keyword === kind || !isStep(kind)
      ? rejectEdit("It stands there already.")
      : invertStepCard(cardTarget);
  const use = bareUseOf(cardTarget);
  if (use !== undefined) return moveUnder(use, to, "premise");
  if (isStep(kind) && kind !== entry.head.keyword) requireInvertible(entry, parentEntry);
  if (isNested(cardTarget)) {
    const canStayNested = fileOf(to) === fileOf(entry) && speakerClause(entry, kind, to) !== undefined;
    return canStayNested || !isStep(kind) ? moveUnder(entry, to, kind) : moveToTopLevel(cardTarget, to, kind);
  }
  if (isStep(kind)) return retarget(cardTarget, to, kind);
  return kind === "claim" ? retarget(cardTarget, to, undefined) : moveUnder(entry, to, kind);
}

/** The bare premise by which a card hangs on the one above. */
export function bareUseOf({ card, entry, referringEntry, parentEntry }: CardTarget): Entry | undefined {
  if (referringEntry?.head.form === "bare") return referringEntry;
  if (card.relation !== "premise" || entry.parent === parentEntry) return undefined;
  return parentEntry?.children.find((one) => one.head.form === "bare" && resolveBarePremise(one) === entry);
}

/** Whether an entry hangs on the card above by being written under it, or under a quote or a use of it. */
function isNested({ entry, referringEntry, parentEntry }: CardTarget): boolean {
  const { parent } = entry;
  if (parent === undefined || parentEntry === undefined || !isWellPlaced(entry))
    return parent !== undefined && parentEntry === undefined;
  if (referringEntry !== undefined) return false;
  return resolveBarePremise(parent) === parentEntry || parent.parent === parentEntry;
}

/** From under one entry to under another one of the same file. */
function moveUnder(entry: Entry, to: Entry, kind: Keyword): EditPlan {
  const file = fileOf(entry);
  if (fileOf(to) !== file) rejectEdit("The two stand in different files. Move it in the text.");
  if (isInSubtree(to, entry)) rejectEdit("A branch cannot be moved into itself.");
  if (!haveUniqueNames(subtreeOf(entry)))
    rejectEdit("It has a name that another entry has too. Give one of them another name first.");
  requireRemovable(entry);
  const replacements = [...(isStep(kind) ? invertStepWords(entry, kind) : []), ...speakerReplacements(entry, to, kind)];
  const block = includingComments(file, subtreeBlock(entry));
  const newLines = copyLines(file, block, {
    replacements,
    from: entry.indent,
    to: childIndent(to),
    entries: [entry],
    under: to,
  });
  for (const number of insertionLines(to, kind)) {
    const changes: readonly LineChange[] = [removeLines(file, block), insertLines(number, newLines)];
    const movedLine = newLines.find(({ line }) => line === entry.line);
    if (movedLine !== undefined && keepsNesting(file, changes)) return planFor(file, movedLine, changes);
  }
  return rejectEdit(AMBIGUOUS_INDENTATION);
}

/** What lets an entry, and what stands under a use, be by whom it is by. */
function speakerReplacements(entry: Entry, to: Entry, kind: Keyword): readonly SpanReplacement[] {
  if (entry.head.form !== "bare") return speakerClause(entry, kind, to) ?? rejectEdit(NO_SPEAKER);
  return entry.children.flatMap((child) => speakerClause(child, child.head.keyword, to) ?? rejectEdit(NO_SPEAKER));
}

/** @throws {UserError} where a step would say nothing any more without it */
function requireRemovable(entry: Entry): void {
  const step = entry.parent;
  if (step === undefined || !isStep(step.head.keyword) || step.text !== "") return;
  const premises = step.children.filter(({ head }) => head.keyword === "premise" || head.keyword === "assumption");
  if (premises.length === 1 && premises[0] === entry && hasPremises(step)) {
    rejectEdit(
      `Without this premise the ${step.head.keyword} would say nothing. Write its words first, or move the whole of it.`,
    );
  }
}

/** A step that cannot stand under its target, be it for its speaker or its file, stands at the top level and names it. */
function moveToTopLevel({ workspace, entry }: CardTarget, to: Entry, kind: StepKind): EditPlan {
  const file = fileOf(entry);
  if (!haveUniqueNames(subtreeOf(entry)))
    rejectEdit("It has a name that another entry has too. Give one of them another name first.");
  const { qualifiedName, nameReplacement, additionalEdits } = targetNameIn(workspace, file, to);
  const { head, line } = entry;
  const end = head.name?.end ?? head.start + head.keyword.length;
  const replacements = [
    { line, start: end, end, text: inheritedSpeakerClause(entry) },
    ...invertStepWords(entry, kind),
    ...(namedTargets(entry, targetClauseWord(entry)).includes(to) ? [] : [addTargetName(entry, kind, qualifiedName)]),
  ];
  const block = includingComments(file, subtreeBlock(entry));
  const newLines = copyLines(file, block, {
    replacements,
    from: entry.indent,
    to: "",
    entries: [entry],
    under: undefined,
  });
  const changes = [removeLines(file, block), insertAfterSeparated(entry, newLines)];
  if (!keepsNesting(file, changes)) rejectEdit(AMBIGUOUS_INDENTATION);
  const movedLine = newLines.find((one) => one.line === line);
  if (movedLine === undefined) return rejectEdit(AMBIGUOUS_INDENTATION);
  return combinePlan(file, { changes, words: [] }, nameReplacement, additionalEdits, movedLine);
}

/** What names what it hangs on names another one instead. Undefined for `kind`: a claim that answers a question. */
function retarget({ workspace, entry, parentEntry }: CardTarget, to: Entry, kind: StepKind | undefined): EditPlan {
  const file = fileOf(entry);
  const { qualifiedName, nameReplacement, additionalEdits } = targetNameIn(workspace, file, to);
  const word = kind === undefined ? "answers" : targetClauseWord(entry);
  const clauseReplacements =
    parentEntry === undefined
      ? []
      : rewriteClauseNames(entry, [word], (target, name) => (target === parentEntry ? qualifiedName : name));
  const stepReplacements = kind === undefined ? [] : invertStepWords(entry, kind);
  const words = [
    ...stepReplacements,
    ...(clauseReplacements.length > 0 ? clauseReplacements : [addTargetName(entry, kind, qualifiedName)]),
  ];
  return combinePlan(file, { changes: [], words }, nameReplacement, additionalEdits, entry.line);
}

const targetClauseWord = ({ head }: Entry): "for" | "against" => (head.keyword === "reason" ? "for" : "against");

/** One more name in the head of what is to be of a kind. */
function addTargetName(entry: Entry, kind: StepKind | undefined, qualifiedName: string): SpanReplacement {
  if (kind === undefined) return addNameToClause(entry, "answers", qualifiedName);
  const word = targetClauseWord(entry);
  const has = entry.head.clauses.some((clause) => clause.word === word);
  return addNameToClause(entry, has ? word : kind === "reason" ? "for" : "against", qualifiedName);
}

interface TargetName {
  readonly qualifiedName: string;
  /** Gives the entry its name, where it has none. */
  readonly nameReplacement: SpanReplacement | undefined;
  readonly additionalEdits: readonly FileEdit[];
}

/** How a file names an entry. */
function targetNameIn(workspace: Workspace, file: MapFile, to: Entry): TargetName {
  if (definedName(to) === undefined) {
    if (fileOf(to) !== file)
      return rejectEdit("What it is moved to has no name by which another file could speak of it. Name it first.");
    const qualifiedName = suggestName(to.text, workspace.withImporters(file));
    const end = to.head.start + to.head.keyword.length;
    return {
      qualifiedName,
      nameReplacement: { line: to.line, start: end, end, text: ` ${qualifiedName}` },
      additionalEdits: [],
    };
  }
  const mention = mentionOf(file, to, workspace.withImporters(file));
  if (mention === undefined) return rejectEdit("The file that it stands in cannot speak of what it is moved to.");
  return { qualifiedName: mention.qualifiedName, nameReplacement: undefined, additionalEdits: mention.edits };
}

function combinePlan(
  file: MapFile,
  ownPlan: FileEditPlan,
  nameReplacement: SpanReplacement | undefined,
  additionalEdits: readonly FileEdit[],
  line: EditPlan["focus"]["line"],
): EditPlan {
  const words = nameReplacement === undefined ? ownPlan.words : [...ownPlan.words, nameReplacement];
  return { files: new Map([[file, { ...ownPlan, words }]]), additionalEdits, focus: { file, line } };
}
