/** Quick fixes that silence a problem with a comment, and those of such comments. */

import { ignorableCodes } from "../../../core/checks/ignorableCodes.ts";
import { isCurrent, type Line } from "../../../core/language/entry.ts";
import type { IgnoreComment } from "../../../core/language/parsing/ignoreComment.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { headerCommentCount, insertLines, toFileEdits } from "../../textEdits/lineEdits.ts";
import type { LineChange, SpanReplacement } from "../../textEdits/model.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { createLine } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";

/** Silences a warning or hint, for its entry or for the file. */
export function ignoreProblem(context: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { file } = context;
  const { code, entry } = problem;
  if (!ignorableCodes.has(code)) return [];
  const actions: ProposedAction[] = [];
  if (entry !== undefined && isCurrent(entry) && entry.document === file.syntax) {
    const { lines } = file.syntax;
    const number = lines.numberOf(entry.line);
    let first = number;
    while (lines.at(first - 1)?.scanned.kind === "comment") first--;
    const above = lines.slice(first, number);
    const known = above.find(({ scanned }) => scanned.kind === "comment" && scanned.ignores?.scope === "entry");
    const comment = createLine(`${entry.indent}// argmap-ignore ${code}`);
    actions.push(...propose(context, problem, `Ignore “${code}” here`, known, () => [insertLines(number, [comment])]));
  }
  const known = [...file.syntax.ignoreComments].find(
    ({ scanned }) => scanned.kind === "comment" && scanned.ignores?.scope === "file",
  );
  const top = headerCommentCount(file);
  // A blank line keeps the comment apart from the entry below, with which it would move.
  const newLines = [createLine(`// argmap-ignore-file ${code}`), createLine("")];
  actions.push(
    ...propose(context, problem, `Ignore “${code}” in this file`, known, () => [insertLines(top, newLines)]),
  );
  return actions;
}

/** Adds the code to a comment, or else makes the changes. */
function propose(
  { workspace, file }: ActionContext,
  problem: Problem,
  title: string,
  known: Line | undefined,
  changesWithout: () => readonly LineChange[],
): readonly ProposedAction[] {
  const addition = known && addCode(known, problem.code);
  const changes = addition === undefined ? changesWithout() : [];
  if (!keepsNesting(file, changes)) return [];
  const edit = () => workspaceEdit(workspace, toFileEdits(file, changes, addition === undefined ? [] : [addition]));
  return [{ title, kind: "quickfix", fixes: problem, edit }];
}

function addCode(line: Line, code: string): SpanReplacement | undefined {
  const comment = ignoreCommentOf(line);
  if (comment === undefined) return undefined;
  const { end } = comment;
  return { line, start: end, end, text: `${comment.codes.length > 0 ? "," : ""} ${code}` };
}

const ignoreCommentOf = ({ scanned }: Line): IgnoreComment | undefined =>
  scanned.kind === "comment" ? scanned.ignores : undefined;

const COMMENT_PROBLEMS: ReadonlySet<string> = new Set(["unused-ignore", "unknown-problem"]);

/** Removes a code that silences nothing, and the comment with its last code. */
export function removeIgnore({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { code, at } = problem;
  const comment = COMMENT_PROBLEMS.has(code) ? ignoreCommentOf(at.line) : undefined;
  if (comment === undefined) return [];
  const index = comment.codes.findIndex(({ start }) => start === at.start);
  const [removed, before, after] = [comment.codes[index], comment.codes[index - 1], comment.codes[index + 1]];
  const isOnly = removed === undefined || comment.codes.length === 1;
  const number = file.syntax.lines.numberOf(at.line);
  const changes = isOnly ? [{ first: number, after: number + 1, newLines: [] }] : [];
  if (!keepsNesting(file, changes)) return [];
  const replacement: readonly SpanReplacement[] = isOnly
    ? []
    : [
        {
          line: at.line,
          start: before?.end ?? removed.start,
          end: before ? removed.end : (after?.start ?? removed.end),
          text: "",
        },
      ];
  return [
    {
      title: isOnly ? "Remove the comment" : `Remove “${removed.text}”`,
      kind: "quickfix",
      fixes: problem,
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes, replacement)),
    },
  ];
}
