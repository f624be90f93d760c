import type { Entry } from "../../../language/entry.ts";
import { targetMentions } from "../../../language/graph.ts";
import { type Side, stepKeywords } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { entryLabel } from "../../support/messages.ts";

/** A step that speaks both for and against the same entry. */
export const oppositeSides: EntryCheck = {
  code: "opposite-sides",
  severity: "warning",
  title: "A step both for and against the same thing",
  scope: "entry",
  keywords: stepKeywords,
  *check(entry) {
    const sides = new Map<Entry, Side>();
    for (const { target, side, name } of targetMentions(entry)) {
      const first = sides.get(target) ?? side;
      sides.set(target, first);
      if (name === undefined || side === first) continue;
      yield {
        at: { line: entry.line, start: name.start, end: name.end },
        entry,
        message: `This ${entry.head.keyword} is already ${first} ${entryLabel(target)}. Remove one of the two.`,
      };
    }
  },
};
