import { keySpan } from "../../../language/problem.ts";
import type { EntryCheck } from "../../check.ts";

/** An attribute that is given twice. The first one counts. */
export const duplicateAttribute: EntryCheck = {
  code: "duplicate-attribute",
  severity: "warning",
  title: "An attribute given twice",
  scope: "entry",
  *check(entry) {
    const keys = new Set<string>();
    for (const { key, line } of entry.attributes) {
      const message = `“${key}” is already given above, and the first one counts. Merge the two, or remove this one.`;
      if (keys.has(key)) yield { at: keySpan(line), entry, message };
      keys.add(key);
    }
  },
};
