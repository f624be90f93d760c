import type { Entry } from "../../../language/entry.ts";
import { contradictionsIn, premiseUses } from "../../../language/graph.ts";
import { fileOf, type MapFile } from "../../../language/map.ts";
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
    const usesOf = usesByStep(files);
    for (const [one, other] of contradictionsIn(files)) {
      for (const [first, use] of sharedSteps(usesOf(one), usesOf(other))) {
        const step = use.parent;
        if (step === undefined || step.head.form === "broken" || fileOf(step) !== file) continue;
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

type UsesByStep = ReadonlyMap<Entry, Entry>;

/** Returns a cached function from a claim to its uses as a premise, by step: a claim may contradict thousands of others. */
function usesByStep(files: readonly MapFile[]): (claim: Entry) => UsesByStep {
  const cache = new Map<Entry, UsesByStep>();
  return (claim) => {
    let uses = cache.get(claim);
    if (uses === undefined) {
      uses = new Map(
        premiseUses(claim, files).flatMap(({ use }) => (use.parent === undefined ? [] : [[use.parent, use] as const])),
      );
      cache.set(claim, uses);
    }
    return uses;
  };
}

/** Returns the uses of two claims in the same step. */
function sharedSteps(first: UsesByStep, second: UsesByStep): readonly (readonly [Entry, Entry])[] {
  const isFirstShorter = first.size < second.size;
  const [shorter, longer] = isFirstShorter ? [first, second] : [second, first];
  return [...shorter].flatMap(([step, use]) => {
    const other = longer.get(step);
    if (other === undefined) return [];
    return [isFirstShorter ? ([use, other] as const) : ([other, use] as const)];
  });
}

/** Returns the later one of two premises of a step. */
function laterPremise(a: Entry, b: Entry): Entry {
  const siblings = a.parent?.children ?? [];
  return siblings.indexOf(a) > siblings.indexOf(b) ? a : b;
}
