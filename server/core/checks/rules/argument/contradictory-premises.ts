import type { Entry } from "../../../language/entry.ts";
import { contradictionsIn, premiseUses } from "../../../language/graph.ts";
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
    for (const [one, other] of contradictionsIn(files)) {
      const uses = new Map(premiseUses(one, files).map(({ use }) => [use.parent, use]));
      for (const { use } of premiseUses(other, files)) {
        const step = use.parent;
        const first = uses.get(step);
        if (step === undefined || first === undefined || step.head.form === "broken" || fileOf(step) !== file) continue;
        yield {
          at: headSpan(laterPremise(first, use)),
          entry: laterPremise(first, use),
          message: `${capitalise(entryLabel(one))} and ${entryLabel(other)} contradict each other, so this step cannot hold. Split it into two steps, or remove one of these premises.`,
          related: [
            { entry: first, message: "One of these premises is here" },
            { entry: use, message: "The other one is here" },
          ],
        };
      }
    }
  },
};

/** Returns the later one of two premises of a step. */
function laterPremise(a: Entry, b: Entry): Entry {
  const siblings = a.parent?.children ?? [];
  return siblings.indexOf(a) > siblings.indexOf(b) ? a : b;
}
