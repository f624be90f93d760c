/** Quick fixes that add a missing clause to a head, and one that removes a circular import. */
import type { Problem } from "../../../core/language/problem.ts";
import { isClaimLike, isStep, sideOf } from "../../../core/language/vocabulary.ts";
import { mentionInScope } from "../../names/mentions.ts";
import { insertClause } from "../../textEdits/headEdits.ts";
import { removeLinesKeepingComments, subtreeBlock } from "../../textEdits/lineBlocks.ts";
import { toFileEdits } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";

/** With more speakers there is no quick fix for each; completion lists all of them after “by”. */
const MAX_SPEAKERS = 5;

/** Proposes to add a clause to a head, after its name and other clauses. */
function proposeClause(
  { workspace, file }: ActionContext,
  problem: Problem,
  clause: string,
): readonly ProposedAction[] {
  const { entry } = problem;
  if (entry === undefined) return [];
  const edit = () => workspaceEdit(workspace, toFileEdits(file, [], [insertClause(entry, clause)]));
  return [{ title: `Add “${clause}”`, kind: "quickfix", fixes: problem, edit }];
}

/** Adds a speaker to a reason that has none. */
export function addSpeaker(context: ActionContext, problem: Problem): readonly ProposedAction[] {
  if (problem.code !== "reason-by-nobody") return [];
  const names = [...context.file.entriesOf("speaker")].flatMap(
    (speaker) => mentionInScope(context.file, speaker) ?? [],
  );
  if (names.length > MAX_SPEAKERS) return [];
  return names.flatMap((name) => proposeClause(context, problem, `by ${name}`));
}

/** Adds a target to a step that has none: the nearest named claim or step above it at the top level. */
export function addTarget(context: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, code } = problem;
  if (code !== "no-target" || entry === undefined || !isStep(entry.head.keyword)) return [];
  const { roots } = context.file.syntax;
  const lastTarget = roots.slice(0, roots.indexOf(entry)).findLast(({ head }) => {
    return (isClaimLike(head.keyword) || isStep(head.keyword)) && head.form === "full" && head.name !== undefined;
  });
  const name = lastTarget && mentionInScope(context.file, lastTarget);
  if (name === undefined) return [];
  const clause = `${sideOf(entry.head.keyword)} ${name}`;
  return proposeClause(context, problem, clause);
}

/** Removes an import that leads back to its own file, but keeps comments. */
export function removeCircularImport({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, code } = problem;
  if (code !== "circular-import" || entry === undefined || entry.children.length > 0) return [];
  const changes = [removeLinesKeepingComments(file, subtreeBlock(entry))];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: "Remove circular import",
      kind: "quickfix",
      fixes: problem,
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes)),
    },
  ];
}
