import type { Entry } from "../../../core/language/entry.ts";
import { isWellPlaced, premisesOf, resolveBarePremise, stepTargets } from "../../../core/language/graph.ts";
import { definedName, fileOf, type MapFile } from "../../../core/language/map.ts";
import { isStep, type Keyword, sideOf } from "../../../core/language/vocabulary.ts";
import { kindsAfterMove, notAllowedMessage, type StepKind } from "../../../core/tree/cardRules.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { mentionOf } from "../../names/mentions.ts";
import { haveUniqueNames, suggestName } from "../../textEdits/freshNames.ts";
import { addNameToClause, changeKeyword, insertName, makeSpeakerExplicit } from "../../textEdits/headEdits.ts";
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
import { insertionLines } from "./addCard.ts";
import { nameOnSide, rewriteClauseNames } from "./clauseNames.ts";
import {
  AMBIGUOUS_INDENTATION,
  type CardTarget,
  type EditPlan,
  type FileEditPlan,
  planFor,
  rejectEdit,
  requireReadable,
} from "./editPlan.ts";
import { invertStepCard, NO_SPEAKER, speakerClause } from "./invertStep.ts";

const CANNOT_CONTAIN_ITSELF = "A branch cannot be moved into itself.";
const DUPLICATE_NAME =
  "The name of this card, or one in its branch, is defined twice. Rename one of the two entries first.";

/**
 * Moves a card and its branch under another card. An entry that is nested under its current target is moved in the
 * text; an entry that names its target gets the name of the new one. The speaker stays the same.
 *
 * @param isWithin whether the target card is in the branch itself
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
    return rejectEdit(notAllowedMessage(requestedKind ?? card.kind, to.head.keyword));
  }
  if (isWithin || to === entry) rejectEdit(CANNOT_CONTAIN_ITSELF);
  if (parentEntry === to)
    return card.kind === kind || !isStep(kind) ? rejectEdit("The card is already there.") : invertStepCard(cardTarget);
  const use = bareUseOf(cardTarget);
  if (use !== undefined) return moveUnder(use, to, "premise");
  if (isNested(cardTarget)) {
    const canStayNested = fileOf(to) === fileOf(entry) && speakerClause(entry, kind, to) !== undefined;
    return canStayNested || !isStep(kind) ? moveUnder(entry, to, kind) : moveToTopLevel(cardTarget, to, kind);
  }
  if (isStep(kind)) return retarget(cardTarget, to, kind);
  return kind === "claim" ? retarget(cardTarget, to, undefined) : moveUnder(entry, to, kind);
}

/** Returns the bare premise that connects a card to its parent card; undefined if there is none. */
export function bareUseOf({ card, entry, referringEntry, parentEntry }: CardTarget): Entry | undefined {
  if (referringEntry?.head.form === "bare") return referringEntry;
  if (card.relation !== "premise" || entry.parent === parentEntry) return undefined;
  return parentEntry?.children.find((one) => one.head.form === "bare" && resolveBarePremise(one) === entry);
}

/** Whether an entry is connected to its parent card by nesting: directly, under a quote or under a bare premise. */
function isNested({ entry, referringEntry, parentEntry }: CardTarget): boolean {
  const { parent } = entry;
  if (parent === undefined || parentEntry === undefined || !isWellPlaced(entry))
    return parent !== undefined && parentEntry === undefined;
  if (referringEntry !== undefined) return false;
  return resolveBarePremise(parent) === parentEntry || parent.parent === parentEntry;
}

/** Moves an entry and its descendants under another entry of the same file. */
function moveUnder(entry: Entry, to: Entry, kind: Keyword): EditPlan {
  const file = fileOf(entry);
  if (fileOf(to) !== file) rejectEdit("The two entries are in different files. Move the entry in the text.");
  if (isInSubtree(to, entry)) rejectEdit(CANNOT_CONTAIN_ITSELF);
  if (!haveUniqueNames(subtreeOf(entry))) rejectEdit(DUPLICATE_NAME);
  requireRemovable(entry);
  // A step that is moved under a target no longer needs its name. The speaker comes first: a clause that is removed may
  // begin where it is inserted.
  const replacements = [
    ...speakerReplacements(entry, to, kind),
    ...(isStep(kind) ? changeKeyword(entry, kind) : []),
    ...rewriteClauseNames(entry, ["for", "against"], (target, name) => (target === to ? undefined : name)),
  ];
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

/** The replacements that keep the speaker of an entry, or of the children of a bare premise. */
function speakerReplacements(entry: Entry, to: Entry, kind: Keyword): readonly SpanReplacement[] {
  if (entry.head.form !== "bare") return speakerClause(entry, kind, to) ?? rejectEdit(NO_SPEAKER);
  return entry.children.flatMap((child) => speakerClause(child, child.head.keyword, to) ?? rejectEdit(NO_SPEAKER));
}

/** @throws {UserError} if the entry is the only premise of a step without text */
function requireRemovable(entry: Entry): void {
  const step = entry.parent;
  if (step === undefined || !isStep(step.head.keyword) || step.text !== "") return;
  const premises = premisesOf(step);
  if (premises.length === 1 && premises[0]?.use === entry) {
    rejectEdit(
      `Without this premise the ${step.head.keyword} would be empty. Add text to it first, or move the whole ${step.head.keyword}.`,
    );
  }
}

/**
 * Moves a step that cannot be nested under its target, because of its speaker or its file, to the top level, where it
 * names the target.
 */
function moveToTopLevel({ workspace, entry }: CardTarget, to: Entry, kind: StepKind): EditPlan {
  const file = fileOf(entry);
  if (!haveUniqueNames(subtreeOf(entry))) rejectEdit(DUPLICATE_NAME);
  const { qualifiedName, nameReplacement, additionalEdits } = targetNameIn(workspace, file, to);
  const replacements = [
    makeSpeakerExplicit(entry),
    ...changeKeyword(entry, kind),
    ...nameOnSide(entry, to, sideOf(kind), qualifiedName),
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
  const movedLine = newLines.find((one) => one.line === entry.line);
  if (movedLine === undefined) return rejectEdit(AMBIGUOUS_INDENTATION);
  return combinePlan(file, { changes, replacements: [] }, nameReplacement, additionalEdits, movedLine);
}

/**
 * Replaces the name of the current target in an entry's clauses with that of another. `kind` is undefined for a claim
 * that answers a question.
 */
function retarget({ workspace, entry, parentEntry }: CardTarget, to: Entry, kind: StepKind | undefined): EditPlan {
  const file = fileOf(entry);
  const { qualifiedName, nameReplacement, additionalEdits } = targetNameIn(workspace, file, to);
  const replacements =
    kind === undefined
      ? renameAnswered(entry, parentEntry, qualifiedName)
      : retargetStep(entry, parentEntry, to, kind, qualifiedName);
  return combinePlan(file, { changes: [], replacements }, nameReplacement, additionalEdits, entry.line);
}

/** Replaces the question that a claim answers by its clause, or adds one. */
function renameAnswered(entry: Entry, from: Entry | undefined, qualifiedName: string): readonly SpanReplacement[] {
  const replacements = rewriteClauseNames(entry, ["answers"], (target, name) =>
    target !== undefined && target === from ? qualifiedName : name,
  );
  return replacements.length > 0 ? replacements : [addNameToClause(entry, "answers", qualifiedName)];
}

/** Replaces the current target of a step with another, on the side of its new kind. Other targets keep their sides. */
function retargetStep(
  entry: Entry,
  from: Entry | undefined,
  to: Entry,
  kind: StepKind,
  qualifiedName: string,
): readonly SpanReplacement[] {
  const isOnly =
    entry.parent === undefined && stepTargets(entry).every(({ target }) => target === from || target === to);
  return [...(isOnly ? changeKeyword(entry, kind) : []), ...nameOnSide(entry, to, sideOf(kind), qualifiedName, from)];
}

interface TargetName {
  readonly qualifiedName: string;
  /** Adds the name to the entry if it has none. */
  readonly nameReplacement: SpanReplacement | undefined;
  readonly additionalEdits: readonly FileEdit[];
}

/** The name by which a file can refer to an entry. */
function targetNameIn(workspace: Workspace, file: MapFile, to: Entry): TargetName {
  if (definedName(to) === undefined) {
    if (fileOf(to) !== file) return rejectEdit("The target is in another file and has no name. Give it a name first.");
    const qualifiedName = suggestName(to.text, workspace.withImporters(file));
    return { qualifiedName, nameReplacement: insertName(to, qualifiedName), additionalEdits: [] };
  }
  const mention = mentionOf(file, to, workspace.withImporters(file));
  if (mention === undefined)
    return rejectEdit("The file of this entry cannot import the target's file. Move the entry in the text.");
  return { qualifiedName: mention.qualifiedName, nameReplacement: undefined, additionalEdits: mention.edits };
}

function combinePlan(
  file: MapFile,
  ownPlan: FileEditPlan,
  nameReplacement: SpanReplacement | undefined,
  additionalEdits: readonly FileEdit[],
  line: EditPlan["focus"]["line"],
): EditPlan {
  const replacements =
    nameReplacement === undefined ? ownPlan.replacements : [...ownPlan.replacements, nameReplacement];
  return { files: new Map([[file, { ...ownPlan, replacements }]]), additionalEdits, focus: { file, line } };
}
