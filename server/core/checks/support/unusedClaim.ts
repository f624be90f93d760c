/** Claims that are not part of any argument. */
import type { Entry } from "../../language/entry.ts";
import { isMentioned } from "../../language/graph.ts";
import type { CheckContext } from "../check.ts";

/** Whether a claim has a name that nothing mentions, has no children except quotes, and answers no question. */
export function isUnusedClaim(claim: Entry, { file, importers }: CheckContext): boolean {
  const { head, parent, children } = claim;
  if (head.keyword !== "claim" || head.name === undefined) return false;
  if (parent?.head.keyword === "question" || head.clauses.some(({ word }) => word === "answers")) return false;
  return children.every((child) => child.head.keyword === "quote") && !isMentioned(claim, [file, ...importers]);
}
