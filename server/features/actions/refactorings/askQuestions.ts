import { schemesOf } from "../../../core/language/attributes/schemes.ts";
import { unaskedQuestions } from "../../../core/language/attributes/unaskedQuestions.ts";
import { keywordRules } from "../../../core/language/vocabulary.ts";
import { counted } from "../../../core/strings/english.ts";
import { childIndent, subtreeBlock } from "../../textEdits/lineBlocks.ts";
import { insertLines, toFileEdits } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { createLine } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ProposedAction, QuickFix, Refactoring } from "../codeAction.ts";

/** Adds the critical questions of a step's schemes that are not asked yet, as questions under the step. */
export const askQuestions: Refactoring = ({ workspace, file, entry }) => {
  if (entry?.head.form !== "full" || !keywordRules[entry.head.keyword].attributes.includes("scheme")) return [];
  const unasked = unaskedQuestions(entry);
  if (unasked.length === 0) return [];
  const indent = childIndent(entry);
  const lines = unasked.map(({ text }) => createLine(`${indent}question: ${text}`, entry));
  const change = insertLines(subtreeBlock(entry).after, lines);
  if (!keepsNesting(file, [change])) return [];
  return [
    {
      title: `Ask ${counted(unasked.length, "critical question")} of “${schemesOf(entry).join("” and “")}”`,
      kind: "refactor.rewrite",
      edit: () => workspaceEdit(workspace, toFileEdits(file, [change], [])),
    },
  ];
};

/** Does the same as a fix of `unasked-question`. */
export const askUnaskedQuestions: QuickFix = (context, problem) =>
  problem.code === "unasked-question"
    ? askQuestions(context).map((action): ProposedAction => ({ ...action, kind: "quickfix", fixes: problem }))
    : [];
