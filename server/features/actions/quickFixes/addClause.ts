/** Mends that say what a head leaves open: whose a reason is, what a step bears on; and the end of a circle of imports. */
import type { Problem } from "../../../core/language/problem.ts";
import { isClaimLike, isStep } from "../../../core/language/vocabulary.ts";
import { mentionInScope } from "../../names/mentions.ts";
import { removeLinesKeepingComments, subtreeBlock } from "../../textEdits/lineBlocks.ts";
import { toFileEdits } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";

/** More speakers than these are not offered one by one; completion offers all after “by”. */
const MAX_SPEAKERS = 5;

/** Puts words into the head of an entry, after its name and clauses. */
function insertInHead(
  { workspace, file }: ActionContext,
  problem: Problem,
  title: string,
  text: string,
): readonly ProposedAction[] {
  const { entry } = problem;
  if (entry === undefined) return [];
  const { clauses, name, start, keyword } = entry.head;
  const end = clauses.at(-1)?.names.at(-1)?.end ?? name?.end ?? start + keyword.length;
  const range = file.syntax.rangeOf({ line: entry.line, start: end, end });
  const edit = () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: ` ${text}` }]);
  return [{ title, kind: "quickfix", fixes: problem, edit }];
}

/** A reason that nobody holds becomes that of one of the speakers of the map. */
export function addSpeaker(context: ActionContext, problem: Problem): readonly ProposedAction[] {
  if (problem.code !== "reason-by-nobody") return [];
  const names = [...context.file.entriesOf("speaker")].flatMap(
    (speaker) => mentionInScope(context.file, speaker) ?? [],
  );
  if (names.length > MAX_SPEAKERS) return [];
  return names.flatMap((name) => insertInHead(context, problem, `Say that it is by “${name}”`, `by ${name}`));
}

/** A step that bears on nothing bears on the last claim or step with a name that stands before it at the top level. */
export function addTarget(context: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, code } = problem;
  if (code !== "no-target" || entry === undefined) return [];
  const { roots } = context.file.syntax;
  const lastTarget = roots.slice(0, roots.indexOf(entry)).findLast(({ head }) => {
    return (isClaimLike(head.keyword) || isStep(head.keyword)) && head.form === "full" && head.name !== undefined;
  });
  const name = lastTarget && mentionInScope(context.file, lastTarget);
  if (name === undefined) return [];
  const clause = `${entry.head.keyword === "reason" ? "for" : "against"} ${name}`;
  return insertInHead(context, problem, `Write “${clause}”`, clause);
}

/** An import that leads back to its own file goes; comments stay. */
export function removeCircularImport({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, code } = problem;
  if (code !== "circular-import" || entry === undefined || entry.children.length > 0) return [];
  const changes = [removeLinesKeepingComments(file, subtreeBlock(entry))];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: "Remove the import",
      kind: "quickfix",
      fixes: problem,
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes)),
    },
  ];
}
