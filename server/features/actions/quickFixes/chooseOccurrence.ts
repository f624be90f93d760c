/** Quick fixes that say which passage of its source a quote means. */
import { placesOf } from "../../../core/articles/quotes/places.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { truncate } from "../../../core/strings/truncate.ts";
import { insertAttribute } from "../../textEdits/attributeLine.ts";
import { toFileEdits } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";

const MAX_PLACES = 8;
const MAX_CONTEXT_LENGTH = 100;

/** Offers a fix for each passage that has the words of a quote: its page, its section, or its number. */
export function chooseOccurrence({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { code, entry } = problem;
  const located = entry && code === "ambiguous-quote" ? workspace.sources.locateQuote(entry) : undefined;
  if (entry === undefined || located === undefined || located.matches.length < 2) return [];
  const usedKeys = new Set(entry.attributes.map(({ key }) => key));
  return placesOf(located.article, located.matches, usedKeys, MAX_PLACES).flatMap(({ key, value, context }) => {
    const attribute = `${key}: ${value}`;
    const { change } = insertAttribute(file, entry, attribute);
    if (!keepsNesting(file, [change])) return [];
    return [
      {
        title: `Add “${attribute}”, for “${truncate(context, MAX_CONTEXT_LENGTH)}”`,
        kind: "quickfix",
        fixes: problem,
        edit: () => workspaceEdit(workspace, toFileEdits(file, [change])),
      },
    ];
  });
}
