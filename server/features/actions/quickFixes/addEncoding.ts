/** The quick fix that names the encoding of a source's file. */

import type { Problem } from "../../../core/language/problem.ts";
import { toFileEdits } from "../../textEdits/lineEdits.ts";
import { createLine } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";

/** Adds an `encoding` after the `file` of a source. */
export function addEncoding({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { code, entry, at } = problem;
  const source = entry && code === "guessed-encoding" ? workspace.sources.articleOf(entry) : undefined;
  if (entry === undefined || source?.state !== "found" || source.article.guessedEncoding === undefined) return [];
  const { raw } = at.line.scanned;
  const indent = raw.slice(0, raw.length - raw.trimStart().length);
  const attribute = `encoding: ${source.article.guessedEncoding}`;
  const after = file.syntax.lines.numberOf(at.line) + 1;
  const changes = [{ first: after, after, newLines: [createLine(`${indent}${attribute}`, entry)] }];
  return [
    {
      title: `Add “${attribute}”`,
      kind: "quickfix",
      fixes: problem,
      isPreferred: true,
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes)),
    },
  ];
}
