import { MAX_NAME_LENGTH } from "../../../language/characters.ts";
import { definedName } from "../../../language/map.ts";
import type { EntryCheck } from "../../check.ts";

/** A name that nobody can read or type. It works, but no spelling is compared with it. */
export const longName: EntryCheck = {
  code: "long-name",
  severity: "warning",
  title: "A very long name",
  scope: "entry",
  *check(entry) {
    const name = definedName(entry);
    if (name === undefined || name.text.length <= MAX_NAME_LENGTH) return;
    yield {
      at: { line: entry.line, start: name.start, end: name.end },
      entry,
      message: `This name has ${name.text.length} characters, and misspellings of names with more than ${MAX_NAME_LENGTH} are not recognized. Shorten it.`,
    };
  },
};
