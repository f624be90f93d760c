import type { Entry } from "../language/entry.ts";
import { targetsOf } from "../language/graph.ts";
import { restsOnWithin, wayTo } from "../language/knots.ts";
import { fileOf } from "../language/map.ts";
import { headSpan } from "../language/problem.ts";
import type { FileCheck, Finding } from "./check.ts";
import { label, listed } from "./words.ts";

/** An objection to something that it rests on itself. */
export const selfAttack: FileCheck = {
  code: "self-attack",
  severity: "warning",
  title: "An objection to what it rests on",
  scope: "file",
  *check({ file, files, knots }) {
    for (const knot of knots) {
      const onwards = restsOnWithin(knot, files);
      for (const entry of knot) {
        if (entry.head.keyword !== "objection" || entry.head.form === "broken" || fileOf(entry) !== file) continue;
        for (const target of targetsOf(entry)) {
          const way = knot.includes(target) ? wayTo(entry, target, onwards) : undefined;
          if (way !== undefined) yield told(entry, target, way);
        }
      }
    }
  },
};

function told(entry: Entry, target: Entry, way: readonly Entry[]): Finding {
  const steps = way.slice(1).map((one, index) => `${label(way[index] ?? entry)} rests on ${label(one)}`);
  return {
    at: headSpan(entry),
    entry,
    message: `This objection attacks ${label(target)}, which it rests on itself: ${listed(steps, "and")}. Rest it on something else, or aim it at something else.`,
    related: way.slice(1).map((one) => ({ entry: one, message: `… which rests on ${label(one)}` })),
  };
}
