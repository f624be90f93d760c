import { dependenciesWithin, shortestPath } from "../../../language/cycles.ts";
import type { Entry } from "../../../language/entry.ts";
import { inDocumentOrder, stepTargets } from "../../../language/graph.ts";
import { fileOf } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import type { CheckFinding, FileCheck } from "../../check.ts";
import { entryLabel } from "../../support/messages.ts";
import { describeChain } from "../../support/supportChain.ts";

/**
 * Each objection of a knot has to be followed through the knot by itself, as one rests on other things than another. For
 * knots that people tie all are. One of thousands of entries is a single tangle, in which some objections stand for all:
 * they are looked at in the order of the text until together they have led past this many entries, and the others get
 * their turn when these are mended.
 */
const MAX_VISITED = 100_000;

/** An objection to something that it rests on itself. */
export const selfAttack: FileCheck = {
  code: "self-attack",
  severity: "warning",
  title: "An objection to what it rests on",
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
    message: `This objection attacks ${entryLabel(target)}, which it rests on itself: ${words}. Rest it on something else, or aim it at something else.`,
    related,
  };
}
