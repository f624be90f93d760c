import type { Entry } from "../../../language/entry.ts";
import { inDocumentOrder, resolveBarePremise, stepTargets } from "../../../language/graph.ts";
import { fileOf } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import { restatementsIn } from "../../../language/relations/claimRelations.ts";
import { mainWordingOf, premiseUses, wordingsOf } from "../../../language/relations/wordings.ts";
import { isSide, isStep, type Side, sideOf } from "../../../language/vocabulary.ts";
import { capitalize } from "../../../strings/english.ts";
import type { CheckContext, FileCheck } from "../../check.ts";
import { entryLabel } from "../../support/messages.ts";

/** A claim that is a premise both for and against the same thing. */
export const forAndAgainst: FileCheck = {
  code: "for-and-against",
  severity: "warning",
  title: "A claim used both for and against the same thing",
  noFix: "Only the writer can say which side the step is on.",
  scope: "file",
  *check(context) {
    for (const claim of claimsOnBothSides(context)) {
      for (const { target, reasons, objections } of usesByTarget(claim, context)) {
        const [reason] = reasons;
        const [objection] = objections;
        if (reason === undefined || objection === undefined) continue;
        // Reported at the objection, or at the reason if only that is in this file.
        const isReportable = (use: Entry): boolean => fileOf(use) === context.file && use.head.form !== "broken";
        const [reported, other] = objections.some(isReportable)
          ? [objections.filter(isReportable), reason]
          : [reasons.filter(isReportable), objection];
        for (const use of reported) {
          yield {
            at: headSpan(use),
            entry: use,
            message: `${capitalize(entryLabel(claim))} is used both for and against ${entryLabel(target)}. Check whether you mean both.`,
            related: [{ entry: other, message: `Used as a premise ${other === reason ? "for" : "against"} it here` }],
          };
        }
      }
    }
  },
};

/** The sides that steps take, as bits: this check looks at every bare premise whenever the structure changes. */
const SIDE_BITS: Readonly<Record<Side, number>> = { for: 1, against: 2 };
const BOTH_SIDES = SIDE_BITS.for | SIDE_BITS.against;

/** Returns the few claims that are a premise of both a reason and an objection, with any targets. */
function claimsOnBothSides({ files }: CheckContext): readonly Entry[] {
  const sides = new Map<Entry, number>();
  // Two wordings of one statement may be premises without any bare premise.
  for (const [one] of restatementsIn(files)) {
    const wordings = wordingsOf(one, files);
    sides.set(
      mainWordingOf(one, files),
      wordings.reduce((bits, { parent }) => bits | sidesOf(parent), 0),
    );
  }
  for (const file of files) {
    for (const use of file.entriesWithRole("premise")) {
      const used = resolveBarePremise(use);
      if (used === undefined || use.parent === undefined) continue;
      const claim = mainWordingOf(used, files);
      // Statements with several wordings are there already.
      sides.set(claim, (sides.get(claim) ?? sidesOf(claim.parent)) | sidesOf(use.parent));
    }
  }
  return [...sides].flatMap(([claim, bits]) => (bits === BOTH_SIDES ? [claim] : []));
}

/** Returns the sides that a step may take on its targets. */
function sidesOf(step: Entry | undefined): number {
  if (step === undefined || !isStep(step.head.keyword)) return 0;
  let bits = step.parent === undefined ? 0 : SIDE_BITS[sideOf(step.head.keyword)];
  for (const { word } of step.head.clauses) if (isSide(word)) bits |= SIDE_BITS[word];
  return bits;
}

interface UsesOfTarget {
  readonly target: Entry;
  readonly reasons: Entry[];
  readonly objections: Entry[];
}

/** Returns the uses of a claim as a premise, by the targets of the steps. */
function usesByTarget(claim: Entry, { files }: CheckContext): Iterable<UsesOfTarget> {
  const byTarget = new Map<Entry, UsesOfTarget>();
  const uses = premiseUses(claim, files);
  for (const use of inDocumentOrder(new Set(uses.map((one) => one.use)), files)) {
    const step = use.parent;
    if (step === undefined) continue;
    for (const { target: wording, side } of stepTargets(step)) {
      const target = mainWordingOf(wording, files);
      const usesOfTarget = byTarget.get(target) ?? { target, reasons: [], objections: [] };
      byTarget.set(target, usesOfTarget);
      (side === "for" ? usesOfTarget.reasons : usesOfTarget.objections).push(use);
    }
  }
  return byTarget.values();
}
