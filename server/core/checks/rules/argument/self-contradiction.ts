import { targetOf } from "../../../language/graph.ts";
import { referencesOf } from "../../../language/map.ts";
import type { EntryCheck } from "../../check.ts";

/** A claim that names itself after `contradicts`. */
export const selfContradiction: EntryCheck = {
  code: "self-contradiction",
  severity: "warning",
  title: "A claim that contradicts itself",
  scope: "entry",
  *check(entry) {
    for (const reference of referencesOf(entry)) {
      if (reference.role !== "contradicts" || targetOf(reference) !== entry) continue;
      const { start, end, text } = reference.name;
      yield {
        at: { line: entry.line, start, end },
        entry,
        message: `“${text}” is this ${entry.head.keyword} itself. Name another claim after “contradicts”, or remove the name.`,
      };
    }
  },
};
