import { restsOnWithin, wayTo } from "../../../language/cycles.ts";
import type { Entry } from "../../../language/entry.ts";
import { inOrder, targetsOf } from "../../../language/graph.ts";
import { fileOf } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import type { FileCheck, Finding } from "../../check.ts";
import { label } from "../../support/messages.ts";
import { toldWay } from "../../support/supportChain.ts";

/**
 * Each objection of a knot has to be followed through the knot by itself, as one rests on other things than another. For
 * knots that people tie all are. One of thousands of entries is a single tangle, in which some objections stand for all:
 * they are looked at in the order of the text until together they have led past this many entries, and the others get
 * their turn when these are mended.
 */
const MOST_PASSED = 100_000;

/** An objection to something that it rests on itself. */
export const selfAttack: FileCheck = {
  code: "self-attack",
  severity: "warning",
  title: "An objection to what it rests on",
  scope: "file",
  *check({ file, files, knots }) {
    for (const knot of knots) {
      const isHere = (one: Entry): boolean =>
        one.head.keyword === "objection" && one.head.form !== "broken" && fileOf(one) === file;
      const objections = inOrder(knot.filter(isHere), files);
      if (objections.length === 0) continue;
      const inside = new Set(knot);
      const onwards = restsOnWithin(inside, files);
      let passed = 0;
      const counting = (entry: Entry): readonly Entry[] => {
        passed++;
        return onwards(entry);
      };
      for (const entry of objections) {
        if (passed > MOST_PASSED) break;
        for (const target of targetsOf(entry)) {
          const way = inside.has(target) ? wayTo(entry, target, counting) : undefined;
          if (way !== undefined) yield told(entry, target, way);
        }
      }
    }
  },
};

function told(entry: Entry, target: Entry, way: readonly Entry[]): Finding {
  const { words, related } = toldWay(way);
  return {
    at: headSpan(entry),
    entry,
    message: `This objection attacks ${label(target)}, which it rests on itself: ${words}. Rest it on something else, or aim it at something else.`,
    related,
  };
}
