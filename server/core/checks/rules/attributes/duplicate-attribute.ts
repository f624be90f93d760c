import { keySpan } from "../../../language/problem.ts";
import type { EntryCheck } from "../../check.ts";

/** An attribute given twice. The first counts. */
export const duplicateAttribute: EntryCheck = {
  code: "duplicate-attribute",
  severity: "warning",
  title: "An attribute given twice",
  scope: "entry",
  *check(entry) {
    const keys = new Set<string>();
    for (const { key, line } of entry.attributes) {
      const message = `“${key}” is given above already, and the first counts. Make one of the two, or take this one out.`;
      if (keys.has(key)) yield { at: keySpan(line), entry, message };
      keys.add(key);
    }
  },
};
