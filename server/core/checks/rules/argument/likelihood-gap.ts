import { likelihoodRange } from "../../../language/attributes/values.ts";
import { attributeOf, entriesInOrder } from "../../../language/entry.ts";
import { lineTextSpan } from "../../../language/problem.ts";
import { isClaimLike } from "../../../language/vocabulary.ts";
import type { EvaluationCheck } from "../../check.ts";

/** How far the computed likelihood must lie outside the stated range: about one step on the scale of ICD 203. */
const MIN_GAP = 0.15;

/** A claim with reasons whose stated likelihood is far from the one that its reasons give. */
export const likelihoodGap: EvaluationCheck = {
  code: "likelihood-gap",
  severity: "hint",
  title: "A likelihood that the reasons do not support",
  noFix: "Only the writer can say whether the likelihood or the reasons should change.",
  scope: "evaluation",
  usesLikelihoods: true,
  *check({ file, computedLikelihoodOf }) {
    for (const entry of entriesInOrder(file.syntax)) {
      const attribute = isClaimLike(entry.head.keyword) ? attributeOf(entry, "likelihood") : undefined;
      const range = attribute && likelihoodRange(attribute.value);
      const at = attribute && lineTextSpan(attribute.line);
      const computed = range && computedLikelihoodOf(entry);
      if (computed === undefined || range === undefined || attribute === undefined || at === undefined) continue;
      const { stands, open, label } = computed;
      // Reasons without numbers leave a claim certain, which says nothing about how likely the writer may call it.
      if (stands >= 1 || open >= 1) continue;
      const gap = Math.max(range[0] - (stands + open), stands - range[1]);
      if (gap <= MIN_GAP) continue;
      yield {
        at,
        entry,
        message: `“${attribute.value}” is written here, but what is said for and against this claim makes it ${label}. Change it, or the values from which the other is computed.`,
      };
    }
  },
};
