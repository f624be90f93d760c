import { dependenciesWithin, shortestPath } from "../../../language/cycles.ts";
import type { Entry } from "../../../language/entry.ts";
import { inDocumentOrder, stepTargets } from "../../../language/graph.ts";
import { fileOf } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import type { CheckFinding, FileCheck } from "../../check.ts";
import { entryLabel } from "../../support/messages.ts";
import { describeChain } from "../../support/supportChain.ts";

/**
 * Each objection in a cyclic component needs its own search, because each rests on different entries. In components that
 * people write, all are searched. In a component of thousands of entries the search stops, in the order of the text,
 * after this many visited entries: fixing the reported objections leads to the others.
 */
const MAX_VISITED = 100_000;

/** An objection to something that it rests on. */
export const selfAttack: FileCheck = {
  code: "self-attack",
  severity: "warning",
  title: "An objection to something that it rests on",
  scope: "file",
  *check({ file, files, cyclicComponents }) {
    for (const component of cyclicComponents) {
      const isHere = (one: Entry): boolean =>
        one.head.keyword === "objection" && one.head.form !== "broken" && fileOf(one) === file;
      const objections = inDocumentOrder(component.filter(isHere), files);
      if (objections.length === 0) continue;
      const inside = new Set(component);
      const dependencies = dependenciesWithin(inside, files);
      let visited = 0;
      const countedDependencies = (entry: Entry): readonly Entry[] => {
        visited++;
        return dependencies(entry);
      };
      for (const entry of objections) {
        if (visited > MAX_VISITED) break;
        for (const target of stepTargets(entry)) {
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
    message: `This objection attacks ${entryLabel(target)}, but also rests on it: ${words}. Change what it attacks, or what it rests on.`,
    related,
  };
}
