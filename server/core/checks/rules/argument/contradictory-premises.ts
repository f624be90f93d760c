import type { Entry } from "../../../language/entry.ts";
import { contradictionGroupsIn, premiseUses } from "../../../language/graph.ts";
import { fileOf } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import { capitalise } from "../../../strings/english.ts";
import type { FileCheck } from "../../check.ts";
import { entryLabel } from "../../support/messages.ts";

/** A step whose premises cannot all be true. */
export const contradictoryPremises: FileCheck = {
  code: "contradictory-premises",
  severity: "warning",
  title: "Premises of one step that contradict each other",
  scope: "file",
  *check({ file, files }) {
    for (const group of contradictionGroupsIn(files)) {
      for (const [step, [first, ...others]] of premisesByStep(group, files)) {
        if (first === undefined || step.head.form === "broken" || fileOf(step) !== file) continue;
        for (const other of others) {
          const later = laterPremise(first.use, other.use);
          yield {
            at: headSpan(later),
            entry: later,
            message: `${capitalise(entryLabel(first.claim))} and ${entryLabel(other.claim)} contradict each other, so this step cannot hold. Split it into two steps, or remove one of these premises.`,
            related: [
              { entry: first.use, message: "One of these premises is here" },
              { entry: other.use, message: "The other one is here" },
            ],
          };
        }
      }
    }
  },
};

interface Use {
  readonly claim: Entry;
  readonly use: Entry;
}

/** Returns the first use of each claim of a group in each step. */
function premisesByStep(
  group: readonly Entry[],
  files: Parameters<typeof premiseUses>[1],
): ReadonlyMap<Entry, readonly Use[]> {
  const byStep = new Map<Entry, Use[]>();
  for (const claim of group) {
    for (const { use } of premiseUses(claim, files)) {
      const step = use.parent;
      if (step === undefined) continue;
      const uses = byStep.get(step) ?? [];
      byStep.set(step, uses);
      if (uses.at(-1)?.claim !== claim) uses.push({ claim, use });
    }
  }
  return byStep;
}

/** Returns the later one of two premises of a step. */
function laterPremise(a: Entry, b: Entry): Entry {
  const siblings = a.parent?.children ?? [];
  return siblings.indexOf(a) > siblings.indexOf(b) ? a : b;
}
