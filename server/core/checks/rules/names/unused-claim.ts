import { isWellPlaced } from "../../../language/graph.ts";
import { headSpan } from "../../../language/problem.ts";
import { mainWordingOf } from "../../../language/relations/wordings.ts";
import type { EntryCheck } from "../../check.ts";
import { isUnusedClaim } from "../../support/unusedClaim.ts";

/** A claim that is not part of any argument. */
export const unusedClaim: EntryCheck = {
  code: "unused-claim",
  severity: "hint",
  title: "A claim that is never used",
  noFix: "Only the writer can say where the claim belongs.",
  scope: "entry",
  keywords: ["claim"],
  *check(entry, context) {
    if (!isWellPlaced(entry) || mainWordingOf(entry, context.files) !== entry || !isUnusedClaim(entry, context)) return;
    yield {
      at: headSpan(entry),
      entry,
      message: `“${entry.head.name?.text}” is never used: it answers no question, has no reasons, and nothing refers to it. Use it as a premise, or give a reason for it.`,
    };
  },
};
