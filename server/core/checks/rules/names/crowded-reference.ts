import type { EntryCheck } from "../../check.ts";
import { readCrowdedReference } from "../../support/crowdedReference.ts";
import { ESCAPE_TEXT } from "../../support/messages.ts";
import { textLinesOf } from "../../support/textLines.ts";

/** Text that looks like the use of a claim but is not exactly `premise name`: `premise a by lind`, `premise a, b`, `premis a`. */
export const crowdedReference: EntryCheck = {
  code: "crowded-reference",
  severity: "warning",
  title: "Text that looks like the use of a claim, with more than its name",
  scope: "entry",
  *check(entry) {
    for (const text of textLinesOf(entry)) {
      const found = readCrowdedReference(entry, text);
      if (found === undefined) continue;
      const { line, start, words } = text;
      const { kind, name } = found;
      const at = { line, start, end: start + words.length };
      const suggestions = [`premise ${name}`];
      if (kind === "typo") {
        const message = `This looks like a use of “${name}”. Write just “premise ${name}”. ${ESCAPE_TEXT}`;
        yield { at, entry, suggestions, message };
      } else if (kind === "clause") {
        const message = `This looks like a use of “${name}”, but such a line takes no clauses. Write just “premise ${name}”. ${ESCAPE_TEXT}`;
        yield { at, entry, suggestions, message };
      } else {
        const message = `This looks like a use of several claims. Write a separate “premise” line for each. ${ESCAPE_TEXT}`;
        yield { at, entry, message };
      }
    }
  },
};
