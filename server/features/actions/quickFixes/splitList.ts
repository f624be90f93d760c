/** Quick fixes that make entries of a list in a text. */
import { listsOf } from "../../../core/checks/support/listsOf.ts";
import { listItemStart } from "../../../core/language/intent/listMark.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { keywordRules } from "../../../core/language/vocabulary.ts";
import { toFileEdits } from "../../textEdits/lineEdits.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";

/** Makes each item of a list a reason, an objection, a premise or an answer, whichever its entry takes. */
export function splitList({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { code, entry, at } = problem;
  if (code !== "list-in-text" || entry === undefined) return [];
  const items = (listsOf(entry).find(([first]) => first?.line === at.line) ?? []).flatMap(({ line, scanned }) => {
    const end = listItemStart(scanned.raw, scanned.textStart);
    return end === undefined ? [] : [{ line, start: scanned.textStart, end }];
  });
  if (items.length < 2) return [];
  return (["reason", "objection", "premise", "claim"] as const)
    .filter((keyword) => keywordRules[keyword].allowedParents.includes(entry.head.keyword))
    .map((keyword) => ({
      title: `Make each point ${keyword === "objection" ? "an" : "a"} ${keyword}`,
      kind: "quickfix",
      fixes: problem,
      edit: () => {
        const replacements = items.map((item) => ({ ...item, text: `${keyword}: ` }));
        return workspaceEdit(workspace, toFileEdits(file, [], replacements));
      },
    }));
}
