import type { Entry } from "../../../language/entry.ts";
import { isWellPlaced, referencesTo, stepsBearingOn } from "../../../language/graph.ts";
import { headSpan } from "../../../language/problem.ts";
import type { EntryCheck } from "../../check.ts";
import { isUnusedClaim } from "../../support/unusedClaim.ts";

/** A claim without reasons. */
export const unsupportedClaim: EntryCheck = {
  code: "unsupported-claim",
  severity: "hint",
  title: "A claim without reasons",
  scope: "entry",
  *check(entry, context) {
    if (entry.head.keyword !== "claim" || !isWellPlaced(entry) || isUnusedClaim(entry, context)) return;
    const files = [...context.files, ...context.importers];
    // A reason with a broken head may be for this claim: the user may be typing it.
    const isReason = (one: Entry): boolean => one.head.keyword === "reason";
    if (stepsBearingOn(entry, files).some(({ step }) => isReason(step))) return;
    if (referencesTo(entry, files).some((one) => one.role === "unknown" && isReason(one.entry))) return;
    const message = "This claim has no reasons. Indent one under it.";
    yield { at: headSpan(entry), entry, message };
  },
};
