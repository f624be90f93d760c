import { fileOf } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import { shortestCycles } from "../../../language/relations/cycles.ts";
import type { FileCheck } from "../../check.ts";
import { describeChain } from "../../support/supportChain.ts";

/** An argument that rests on its own conclusion. The message describes the cycle, or the start of a long one. */
export const circularArgument: FileCheck = {
  code: "circular-argument",
  severity: "warning",
  title: "An argument that rests on its own conclusion",
  noFix: "Only the writer can say which step of the circle to give up.",
  scope: "file",
  *check({ file, files, cyclicComponents }) {
    for (const component of cyclicComponents) {
      for (const cycle of shortestCycles(component, files)) {
        const entry = cycle.find((one) => fileOf(one) === file && one.head.form !== "broken");
        if (entry === undefined) continue;
        const from = cycle.indexOf(entry);
        const { words, related } = describeChain([...cycle.slice(from), ...cycle.slice(0, from), entry]);
        yield {
          at: headSpan(entry),
          entry,
          message: `This argument rests on its own conclusion: ${words}. Remove one of these steps, or give it independent support.`,
          related,
        };
      }
    }
  },
};
