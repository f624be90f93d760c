import type { Entry } from "../../../language/entry.ts";
import { inDocumentOrder, targetsOnSide } from "../../../language/graph.ts";
import { fileOf } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import { dependenciesWithin, shortestPath } from "../../../language/relations/cycles.ts";
import { mainWordingOf } from "../../../language/relations/wordings.ts";
import { isStep } from "../../../language/vocabulary.ts";
import type { CheckFinding, FileCheck } from "../../check.ts";
import { entryLabel } from "../../support/messages.ts";
import { describeChain } from "../../support/supportChain.ts";

/**
 * Each attack in a cyclic component needs its own search, because each rests on different entries. In components that
 * people write, all are searched. In a component of thousands of entries the search stops, in the order of the text,
 * after this many visited entries: fixing the reported attacks leads to the others.
 */
const MAX_VISITED = 100_000;

/** A step that attacks something that it rests on. */
export const selfAttack: FileCheck = {
  code: "self-attack",
  severity: "warning",
  title: "An objection to something that it rests on",
  noFix: "Only the writer can say what the step was meant to attack.",
  scope: "file",
  *check({ file, files, cyclicComponents }) {
    for (const component of cyclicComponents) {
      const isHere = (one: Entry): boolean =>
        isStep(one.head.keyword) && one.head.form !== "broken" && fileOf(one) === file;
      const attackers = inDocumentOrder(component.filter(isHere), files).flatMap((entry) => {
        const targets = targetsOnSide(entry, "against").map((target) => mainWordingOf(target, files));
        return targets.length === 0 ? [] : [{ entry, targets }];
      });
      if (attackers.length === 0) continue;
      const inside = new Set(component);
      const dependencies = dependenciesWithin(inside, files);
      let visited = 0;
      const countedDependencies = (entry: Entry): readonly Entry[] => {
        visited++;
        return dependencies(entry);
      };
      for (const { entry, targets } of attackers) {
        if (visited > MAX_VISITED) break;
        for (const target of targets) {
          const path = inside.has(target) ? shortestPath(entry, target, countedDependencies) : undefined;
          if (path !== undefined) yield selfAttackFinding(entry, target, path);
        }
      }
    }
  },
};

function selfAttackFinding(entry: Entry, target: Entry, path: readonly Entry[]): CheckFinding {
  const { words, related } = describeChain(path);
  return {
    at: headSpan(entry),
    entry,
    message: `This ${entry.head.keyword} attacks ${entryLabel(target)}, but also rests on it: ${words}. Change what it attacks, or what it rests on.`,
    related,
  };
}
