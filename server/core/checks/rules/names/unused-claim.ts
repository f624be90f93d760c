import type { Entry } from "../../../language/entry.ts";
import { isMentioned, isWellPlaced } from "../../../language/graph.ts";
import { headSpan } from "../../../language/problem.ts";
import type { CheckContext, EntryCheck } from "../../check.ts";

/** A claim that has to do with nothing else. */
export const unusedClaim: EntryCheck = {
  code: "unused-claim",
  severity: "hint",
  title: "A claim that nothing has to do with",
  scope: "entry",
  *check(entry, context) {
    if (!isWellPlaced(entry) || !isUnused(entry, context)) return;
    yield {
      at: headSpan(entry),
      entry,
      message: `Nothing here has to do with “${entry.head.name?.text}”: it answers no question, has no reasons, and is used nowhere. Use it as a premise, or give a reason for it.`,
    };
  },
};

/** Whether a claim has a name that nothing mentions, nothing under it but quotes, and answers nothing. */
export function isUnused(claim: Entry, { file, importers }: CheckContext): boolean {
  const { head, parent, children } = claim;
  if (head.keyword !== "claim" || head.name === undefined) return false;
  if (parent?.head.keyword === "question" || head.clauses.some(({ word }) => word === "answers")) return false;
  return children.every((child) => child.head.keyword === "quote") && !isMentioned(claim, [file, ...importers]);
}
