import type { Entry } from "../../../core/language/entry.ts";
import { isWellPlaced, namedTargets, resolveBarePremise, stepTargets } from "../../../core/language/graph.ts";
import { definedName, fileOf } from "../../../core/language/map.ts";
import { speakersOf } from "../../../core/language/relations/speakers.ts";
import {
  isClaimLike,
  isSide,
  isStep,
  keywordRules,
  oppositeSide,
  sideOf,
  stepOnSide,
} from "../../../core/language/vocabulary.ts";
import { mentionInScope } from "../../names/mentions.ts";
import { haveUniqueNames, suggestName } from "../../textEdits/freshNames.ts";
import {
  addNameToClause,
  changeKeyword,
  insertName,
  makeSpeakerExplicit,
  removeClause,
} from "../../textEdits/headEdits.ts";
import {
  childIndent,
  includingComments,
  insertAfterSeparated,
  isInSubtree,
  removeLines,
  subtreeBlock,
  subtreeOf,
} from "../../textEdits/lineBlocks.ts";
import { insertLines, toFileEdits } from "../../textEdits/lineEdits.ts";
import type { LineChange } from "../../textEdits/model.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { copyLines } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction, Refactoring } from "../codeAction.ts";

/** Moves a step that is nested under its target to the top level, where it names the target; or the other way round. */
export const changeNesting: Refactoring = (context) => {
  const { entry } = context;
  if (entry === undefined || !isStep(entry.head.keyword) || entry.head.form !== "full") return [];
  if (!haveUniqueNames(subtreeOf(entry))) return [];
  return entry.parent === undefined ? moveUnderTarget(context, entry) : moveToTopLevel(context, entry);
};

function moveToTopLevel({ workspace, file }: ActionContext, entry: Entry): readonly ProposedAction[] {
  const target = entry.parent && isWellPlaced(entry) ? resolveBarePremise(entry.parent) : undefined;
  if (target === undefined || target.head.form !== "full") return [];
  if (!isClaimLike(target.head.keyword) && !isStep(target.head.keyword) && target.head.keyword !== "question")
    return [];
  const isNamed = definedName(target) !== undefined;
  const name = isNamed ? mentionInScope(file, target) : suggestName(target.text, workspace.withImporters(file));
  if (name === undefined) return [];
  const { keyword } = entry.head;
  if (!isStep(keyword)) return [];
  const word = sideOf(keyword);
  // A target that is named on the other side would change its side.
  if (namedTargets(entry, oppositeSide(word)).includes(target)) return [];
  const block = includingComments(file, subtreeBlock(entry));
  const nameReplacements = namedTargets(entry, word).includes(target) ? [] : [addNameToClause(entry, word, name)];
  const replacements = [makeSpeakerExplicit(entry), ...nameReplacements];
  const newLines = copyLines(file, block, {
    replacements,
    from: entry.indent,
    to: "",
    entries: [entry],
    under: undefined,
  });
  const changes = [removeLines(file, block), insertAfterSeparated(entry, newLines)];
  if (!keepsNesting(file, changes)) return [];
  const targetReplacements = isNamed ? [] : [insertName(target, name)];
  return [
    {
      title: `Move to the top level with a “${word}” clause`,
      kind: "refactor.rewrite",
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes, targetReplacements)),
    },
  ];
}

/** Moves a top-level step under its target, if it has only one; the keyword then takes the side of the clause. */
function moveUnderTarget({ workspace, file }: ActionContext, entry: Entry): readonly ProposedAction[] {
  const clauses = entry.head.clauses.filter(({ word }) => isSide(word));
  const [clause] = clauses;
  const [stepTarget] = stepTargets(entry);
  if (clauses.length !== 1 || clause?.names.length !== 1 || stepTarget === undefined) return [];
  const { target, side } = stepTarget;
  const keyword = stepOnSide(side);
  if (target.head.form !== "full" || !keywordRules[keyword].allowedParents.includes(target.head.keyword)) return [];
  if (fileOf(target) !== file || isInSubtree(target, entry)) return [];
  // A nested reason inherits the speaker of its target, and no clause says that a reason has no speaker.
  if (keyword === "reason" && speakersOf(entry).length === 0 && speakersOf(target).length > 0) return [];
  const replacements = [...changeKeyword(entry, keyword), removeClause(entry, clause)];
  const block = includingComments(file, subtreeBlock(entry));
  const to = childIndent(target);
  const newLines = copyLines(file, block, { replacements, from: entry.indent, to, entries: [entry], under: target });
  const changes: readonly LineChange[] = [removeLines(file, block), insertLines(subtreeBlock(target).after, newLines)];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: `Move under “${definedName(target)?.text ?? ""}”`,
      kind: "refactor.rewrite",
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes)),
    },
  ];
}
