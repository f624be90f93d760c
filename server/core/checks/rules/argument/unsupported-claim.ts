import type { Entry } from "../../../language/entry.ts";
import { isWellPlaced, referencesTo, stepsBearingOn } from "../../../language/graph.ts";
import { headSpan } from "../../../language/problem.ts";
import type { EntryCheck } from "../../check.ts";
import { isUnused } from "../names/unused-claim.ts";

/** A claim that nothing speaks for. */
export const unsupportedClaim: EntryCheck = {
  code: "unsupported-claim",
  severity: "hint",
  title: "A claim with no reason for it",
  scope: "entry",
  *check(entry, context) {
    if (entry.head.keyword !== "claim" || !isWellPlaced(entry) || isUnused(entry, context)) return;
    const files = [...context.files, ...context.importers];
    // A reason whose head one is just typing may come to be for it.
    const isReason = (one: Entry): boolean => one.head.keyword === "reason";
    if (stepsBearingOn(entry, files).some(({ step }) => isReason(step))) return;
    if (referencesTo(entry, files).some((one) => one.role === "loose" && isReason(one.entry))) return;
    const message = "Nothing speaks for this claim yet. Indent a reason under it.";
    yield { at: headSpan(entry), entry, message };
  },
};
