import type { Entry } from "../../../language/entry.ts";
import { fileOf, type MapFile } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import { premiseUses } from "../../../language/relations/wordings.ts";
import { capitalize } from "../../../strings/english.ts";
import type { FileCheck } from "../../check.ts";
import { entryLabel } from "../../support/messages.ts";

/** A step whose premises cannot all be true. */
export const contradictoryPremises: FileCheck = {
  code: "contradictory-premises",
  severity: "warning",
  title: "Premises of one step that contradict each other",
  noFix: "Only the writer can say which premise to give up.",
  scope: "file",
  *check({ file, files, contradictionGroups }) {
    const usesOf = usesByStep(files);
    for (const group of contradictionGroups()) {
      for (const [step, [first, ...others]] of premisesByStep(group, usesOf)) {
        if (first === undefined || step.head.form === "broken" || fileOf(step) !== file) continue;
        for (const other of others) {
          const later = laterPremise(first.use, other.use);
          yield {
            at: headSpan(later),
            entry: later,
            message: `${capitalize(entryLabel(first.claim))} and ${entryLabel(other.claim)} contradict each other, so this step cannot hold. Split it into two steps, or remove one of these premises.`,
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

/** The first use of a claim as a premise in each step. */
type UsesByStep = ReadonlyMap<Entry, Entry>;

/** Returns a cached function from a claim to its uses, as one claim may contradict thousands of others. */
function usesByStep(files: readonly MapFile[]): (claim: Entry) => UsesByStep {
  const cache = new Map<Entry, UsesByStep>();
  return (claim) => {
    const cached = cache.get(claim);
    if (cached !== undefined) return cached;
    const uses = new Map<Entry, Entry>();
    for (const { use } of premiseUses(claim, files)) {
      if (use.parent !== undefined && !uses.has(use.parent)) uses.set(use.parent, use);
    }
    cache.set(claim, uses);
    return uses;
  };
}

/** Returns the uses of the claims of a group by step, in the order of the group, for the steps that may use several of them. */
function premisesByStep(
  group: readonly Entry[],
  usesOf: (claim: Entry) => UsesByStep,
): ReadonlyMap<Entry, readonly Use[]> {
  const claims = group.map((claim) => ({ claim, uses: usesOf(claim) }));
  const mostUsed = claims.reduce((most, one) => (one.uses.size > most.uses.size ? one : most));
  const byStep = new Map<Entry, Use[]>();
  for (const { claim, uses } of claims) {
    // Of the claim with the most uses, only those in the steps of the others are looked up, below.
    if (claim === mostUsed.claim) continue;
    for (const [step, use] of uses) {
      const found = byStep.get(step);
      if (found === undefined) byStep.set(step, [{ claim, use }]);
      else found.push({ claim, use });
    }
  }
  const rank = group.indexOf(mostUsed.claim);
  for (const [step, found] of byStep) {
    const use = mostUsed.uses.get(step);
    if (use === undefined) continue;
    const at = found.findIndex(({ claim }) => group.indexOf(claim) > rank);
    found.splice(at < 0 ? found.length : at, 0, { claim: mostUsed.claim, use });
  }
  return byStep;
}

/** Returns the later one of two premises of a step. */
function laterPremise(a: Entry, b: Entry): Entry {
  const siblings = a.parent?.children ?? [];
  return siblings.indexOf(a) > siblings.indexOf(b) ? a : b;
}
