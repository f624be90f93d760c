/** Claims that are not part of any argument. */
import type { Entry } from "../../language/entry.ts";
import { referencesTo } from "../../language/graph.ts";
import type { MapFile } from "../../language/map.ts";
import { wordingsOf } from "../../language/relations/wordings.ts";
import type { CheckContext } from "../check.ts";

/**
 * Whether a claim has a name, and nothing mentions it, in no wording it has children except quotes, and it answers no
 * question.
 */
export function isUnusedClaim(claim: Entry, { file, files, importers }: CheckContext): boolean {
  if (claim.head.name === undefined) return false;
  const wordings = wordingsOf(claim, [...files, ...importers]);
  return wordings.every((wording) => isUnusedWording(wording, [file, ...importers]));
}

function isUnusedWording(claim: Entry, files: readonly MapFile[]): boolean {
  const { head, parent, children } = claim;
  if (head.keyword !== "claim") return false;
  if (parent?.head.keyword === "question" || head.clauses.some(({ word }) => word === "answers")) return false;
  // To be restated is no use: the other wording must be used.
  return (
    children.every((child) => child.head.keyword === "quote") &&
    referencesTo(claim, files).every(({ role }) => role === "restates")
  );
}
