import { barePremisesFor, isWellPlaced, referencesTo } from "../../../language/graph.ts";
import { headSpan } from "../../../language/problem.ts";
import { mainWordingOf, stepsOnSide } from "../../../language/relations/wordings.ts";
import { isStep } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { isUnusedClaim } from "../../support/unusedClaim.ts";

/** A claim without reasons. */
export const unsupportedClaim: EntryCheck = {
  code: "unsupported-claim",
  severity: "hint",
  title: "A claim without reasons",
  noFix: "Only the writer knows a reason.",
  scope: "entry",
  keywords: ["claim"],
  *check(entry, context) {
    if (!isWellPlaced(entry) || isUnusedClaim(entry, context)) return;
    const files = [...context.files, ...context.importers];
    // Premises need no reasons, wherever they are written.
    if (barePremisesFor(entry, files).length > 0) return;
    // Another wording of the statement is reported at the main one.
    if (mainWordingOf(entry, files) !== entry) return;
    if (stepsOnSide(entry, "for", files).length > 0) return;
    // A step with a broken head may be for this claim: the user may be typing it.
    if (referencesTo(entry, files).some((one) => one.role === "unknown" && isStep(one.entry.head.keyword))) return;
    const message = "This claim has no reasons. Indent one under it.";
    yield { at: headSpan(entry), entry, message };
  },
};
